import { type SQL, sql } from 'drizzle-orm';
import type { Clause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

type Zone = Pick<FilterScope, 'timeZone'>;

/** A day of the tenant's calendar as the instant at which it begins there. */
const dawn = (day: SQL, { timeZone }: Zone): SQL => sql`((${day})::timestamp at time zone ${timeZone})`;
export const startOf = (day: string, zone: Zone): SQL => dawn(sql`${day}::date`, zone);
export const endOf = (day: string, zone: Zone): SQL => dawn(sql`${day}::date + 1`, zone);

/** A clause on an instant by the tenant's calendar days, so put that an index on the instant serves. */
export function momentTest(clause: Clause, at: SQL, zone: Zone): SQL {
  if (clause.op === 'in')
    return sql`(${at} at time zone ${zone.timeZone})::date = any(${sql.param(clause.values.map(String))}::date[])`;
  if (clause.op !== 'between') return sql`${at} is not null`;
  return sql.join(within(at, clause, zone), sql` and `);
}

type Range = { from?: string | number | null | undefined; to?: string | number | null | undefined };

export const within = (at: SQL, { from, to }: Range, zone: Zone): SQL[] => [
  ...(from == null ? [] : [sql`${at} >= ${startOf(String(from), zone)}`]),
  ...(to == null ? [] : [sql`${at} < ${endOf(String(to), zone)}`]),
];

const MOMENTS = new Set(['last_order', 'last_active', 'last_contacted', 'last_reply']);

/** A built-in date by the tenant's calendar: some are kept as days, some as instants. */
export const dayOf = (value: SQL, key: string, zone: Zone): SQL =>
  MOMENTS.has(key) ? sql`(${value} at time zone ${zone.timeZone})::date` : value;
