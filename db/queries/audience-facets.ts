import { type SQL, sql } from 'drizzle-orm';
import { onPages, PAGE } from './audience-count.ts';
import { audienceFacts, factsOfFew } from './audience-facts.ts';

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

/** With the sum of the squares of what each page has. */
export type SampledFacetRow = FacetRow & { squares: number };

/**
 * The same of the customers whose facts lie on some pages; and under the keys ` total` and ` unknown`, which no field
 * has, how many there are and how many the condition cannot judge.
 */
export function sampledFacets(
  condition: SQL,
  { columns, most, blocks }: { columns: readonly FacetColumn[]; most: number; blocks: readonly number[] },
): SQL {
  const named = columns.map(({ key, value }) => sql`, ${value} as ${sql.identifier(`facet_${key}`)}`);
  const pages = (key: string, { value, from, most: limit }: { value: SQL; from: SQL; most: number }) => sql`
    (select ${key}::text as key, n.value, sum(n.hits)::float8 as count, sum(n.hits * n.hits)::float8 as squares
      from (select ${value}::text as value, page, count(*) as hits ${from} group by 1, 2) n
      group by n.value order by (n.value is null) desc, sum(n.hits) desc, n.value limit ${limit}::int)`;
  const counted = columns.map(({ key, isList }) => {
    const column = sql`drawn.${sql.identifier(`facet_${key}`)}`;
    const each = isList ? sql`unnest(${column})` : sql`(values (${column}))`;
    const from = sql`from drawn cross join lateral ${each} as v(value) where drawn.verdict`;
    return pages(key, { value: sql`v.value`, from, most: most + 1 });
  });
  const totals = [
    pages(' total', { value: sql`''`, from: sql`from drawn where verdict`, most: 1 }),
    pages(' unknown', { value: sql`''`, from: sql`from drawn where verdict is null`, most: 1 }),
  ];
  return sql`with drawn as materialized (
      select ${PAGE} as page, (${condition}) as verdict ${sql.join(named, sql``)} from ${factsOfFew(sql`customer_facts k`, sql`${condition} ${sql.join(named, sql``)}`)}
      where ${onPages(blocks)} and k.status = 'active' and (${condition}) is not false
    ) ${sql.join([...counted, ...totals], sql` union all `)}`;
}
