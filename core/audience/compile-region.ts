import { type SQL, sql } from 'drizzle-orm';
import { regionCountries } from '../places/regions.ts';
import { judge } from './compile-test.ts';
import type { Clause } from './filter.ts';

/** A region stands for its countries; one that nobody knows has none. */
export function compileRegion(clause: Clause): SQL {
  if (clause.op !== 'in') return sql`c.country is not null`;
  const countries = clause.values.flatMap((value) => regionCountries(String(value)) ?? []);
  return judge(sql`c.country is not null`, sql`upper(c.country) = any(${sql.param(countries)}::text[])`);
}
