import { type SQL, sql } from 'drizzle-orm';
import { audienceFacts } from './audience-facts.ts';

/** A field's value as text over `audienceFacts`; `isList` where a customer has several (an array). */
export type FacetColumn = { key: string; value: SQL; isList?: boolean };
/** `value` is null for those of whom it is not known. */
export type FacetRow = { key: string; value: string | null; count: number };

/** For each field its most frequent values among the customers whom a condition admits, `most` of them and null. */
export function audienceFacets(condition: SQL, columns: readonly FacetColumn[], most: number): SQL {
  const hit = columns.map(({ key, value }) => sql`${value} as ${sql.identifier(`facet_${key}`)}`);
  const counted = columns.map(({ key, isList }) => {
    const column = sql`hit.${sql.identifier(`facet_${key}`)}`;
    return sql`(select ${key}::text as key, v.value, count(*)::int as count
      from hit cross join lateral ${isList ? sql`unnest(${column})` : sql`(values (${column}))`} as v(value)
      group by v.value order by (v.value is null) desc, count(*) desc, v.value limit ${most + 1}::int)`;
  });
  return sql`with hit as materialized (
      select ${sql.join(hit, sql`, `)} from ${audienceFacts} where k.status = 'active' and (${condition})
    ) ${sql.join(counted, sql` union all `)}`;
}
