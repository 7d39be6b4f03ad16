import { type SQL, sql } from 'drizzle-orm';
import { regionCountries } from '../places/regions.ts';
import type { Clause } from './filter.ts';

/** A region stands for its countries; one that nobody knows has none. */
export function compileRegion(clause: Clause): SQL {
  if (clause.op !== 'in') return sql`k.country is not null`;
  const countries = clause.values.flatMap((value) => regionCountries(String(value)) ?? []);
  return countries.length === 0
    ? sql`case when k.country is not null then false end`
    : sql`k.country = any(${sql.param(countries)}::text[])`;
}
