import { type SQL, sql } from 'drizzle-orm';
import { eventRows } from '../../db/queries/audience-events.ts';
import { within } from './compile-moment.ts';
import type { Clause, Did, Ends } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

/**
 * Whether an event happened, as often and for as much as asked. What is not recorded did not happen: this is never
 * unknown. An amount in another currency than the tenant's is not added up.
 */
export function compileDid(clause: Clause, scope: FilterScope): SQL {
  const { from, to, campaignId, times, total, field } =
    clause.op === 'did' ? clause : ({ field: clause.field } as Did);
  const conditions = [
    ...within(sql`e.at`, { from, to }, scope),
    ...(campaignId ? [sql`e.campaign_id = ${campaignId}::uuid`] : []),
  ];
  const where = conditions.length > 0 ? sql` where ${sql.join(conditions, sql` and `)}` : sql``;
  const mine = sql.join([...conditions, MINE], sql` and `);
  const among = (having: SQL[]) =>
    scope.isFew
      ? sql`exists (select from ${eventRows(field)} where ${mine} having ${sql.join(having, sql` and `)})`
      : sql`k.customer_id in (
    select e.customer_id from ${eventRows(field)}${where} group by e.customer_id
    having ${sql.join(having, sql` and `)})`;
  const spent = total ? bounds(TOTAL(scope.currency), total) : [];
  // "At most twice" is also whoever never did.
  if (times && !times.from && spent.length === 0)
    return sql`not ${among(bounds(sql`count(*)`, { from: times.to! + 1, to: null }))}`;
  const having = [...(times ? bounds(sql`count(*)`, times) : []), ...spent];
  return having.length > 0 ? among(having) : sql`exists (select 1 from ${eventRows(field)} where ${mine})`;
}

const MINE = sql`e.customer_id = k.customer_id`;

const TOTAL = (currency: string): SQL =>
  sql`sum(e.value) filter (where coalesce(e.currency, ${currency}) = ${currency})`;

const bounds = (value: SQL, { from, to }: Ends): SQL[] => [
  ...(from == null ? [] : [sql`${value} >= ${String(from)}::bigint`]),
  ...(to == null ? [] : [sql`${value} <= ${String(to)}::bigint`]),
];
