import { type SQL, sql } from 'drizzle-orm';
import type { FacetColumn } from '../../db/queries/audience-facets.ts';
import { byContractState, FACTS } from '../../db/queries/audience-facts.ts';
import { SIZE_CLASSES } from '../fields/built-in.ts';
import type { Field } from '../fields/field.ts';
import type { FilterScope } from './filter-scope.ts';

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
