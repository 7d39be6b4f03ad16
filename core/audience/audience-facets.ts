import { type SQL, sql } from 'drizzle-orm';
import {
  type FacetColumn,
  type FacetRow,
  audienceFacets as facetsOf,
} from '../../db/queries/audience-facets.ts';
import { byContractState, FACTS } from '../../db/queries/audience-facts.ts';
import { countMatching } from '../../db/queries/audience-members.ts';
import type { Ctx } from '../context.ts';
import { SIZE_CLASSES } from '../fields/built-in.ts';
import type { Field } from '../fields/field.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import type { Filter } from './filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';
import { sayValue } from './say-value.ts';

export type Facet = {
  field: string;
  label: string;
  /** The most frequent first; `value` as a clause takes it, `words` for people. */
  values: { value: string; words: string; customers: number }[];
  /** Of how many it is not known. */
  unknown: number;
};
export type Facets = {
  filter: Filter;
  words: string;
  total: number;
  /** How many the filter cannot judge. */
  unknown: number;
  facets: Facet[];
};

// A list that a person looks over at a glance; the rest is found by typing.
const MOST_VALUES = 20;

/**
 * What the customers of a filter are like: for each field with a list of values how many have which. Without `fields`
 * all such fields. For a builder that shows where the next condition would lead.
 */
export async function audienceFacets(
  ctx: Ctx,
  input: { filter: unknown; fields?: readonly string[] | undefined },
): Promise<Facets> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, [input.filter, input.fields ?? ['brand', 'owner']]);
  const filter = checkFilter(input.filter, scope.fields);
  const condition = compileFilter(filter, scope);
  const asked = scope.fields.filter(({ key }) => !input.fields || input.fields.includes(key));
  const columns = asked.flatMap((field) => facetColumn(field, scope) ?? []);
  const rows =
    columns.length === 0
      ? []
      : (await ctx.tx.execute<FacetRow>(facetsOf(condition, columns, MOST_VALUES))).rows;
  const { rows: totals } = await ctx.tx.execute<{ counts: [number, number] }>(
    countMatching([condition, sql`(${condition}) is null`], { status: 'active' }),
  );
  const [total, unknown] = totals[0]!.counts;
  const facets = columns.map(({ key }) =>
    toFacet(
      rows.filter((row) => row.key === key),
      key,
      scope,
    ),
  );
  return { filter, words: describeFilter(filter, scope), total, unknown, facets };
}

function toFacet(rows: readonly FacetRow[], key: string, scope: FilterScope): Facet {
  const field = scope.fields.find((one) => one.key === key)!;
  const known = rows.filter((row): row is FacetRow & { value: string } => row.value !== null);
  return {
    field: key,
    label: field.label,
    values: known.slice(0, MOST_VALUES).map(({ value, count }) => ({
      value,
      words: sayValue(value, { field, words: scope }),
      customers: count,
    })),
    unknown: rows.find(({ value }) => value === null)?.count ?? 0,
  };
}

const OWN = new Set<Field['kind']>(['choice', 'yesno', 'place', 'brand']);

/** Its values as they stand, where the field has a list of them. */
export function facetColumn(field: Field, scope: FilterScope): FacetColumn | null {
  const { key, kind, isBuiltIn } = field;
  if (!isBuiltIn)
    return OWN.has(kind) ? { key, value: sql`nullif(btrim(c.attributes ->> ${key}::text), '')` } : null;
  if (key === 'tag') return { key, value: sql`c.tags`, isList: true };
  const value = VALUES[key]?.(scope);
  return value ? { key, value } : null;
}

/** Built-in fields that have a list of values. */
const VALUES: Readonly<Record<string, (scope: FilterScope) => SQL>> = {
  brand: () => sql`b.name`,
  type: () => sql`c.type`,
  city: () => sql`c.city`,
  country: () => sql`upper(c.country)`,
  time_zone: () => sql`c.time_zone`,
  locale: () => sql`c.locale`,
  tier: () => sql`c.tier`,
  owner: () => sql`c.owner_id::text`,
  // A contract that may have lapsed or not is not known.
  contract_status: ({ today }) =>
    byContractState(today, (state) => (state === 'open' ? sql`null` : sql`${state}::text`)),
  size: () =>
    sql`case ${sql.join(
      SIZE_CLASSES.map(({ value, from }) => sql`when ${FACTS.unitCount} >= ${from} then ${value}`),
      sql` `,
    )} end`,
};
