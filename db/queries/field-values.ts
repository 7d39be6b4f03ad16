import { type SQL, sql } from 'drizzle-orm';

/** Built-in fields whose values are words in the data; the tenant's own are in `attributes`. */
const COLUMNS: Readonly<Record<string, SQL>> = {
  type: sql`c.type`,
  city: sql`c.city`,
  country: sql`upper(c.country)`,
  time_zone: sql`c.time_zone`,
  locale: sql`c.locale`,
  tier: sql`c.tier`,
  tag: sql`unnest(c.tags)`,
  brand_type: sql`c.brand_id || ' ' || c.type`,
};
/** A brand's id and the type of one of its customers: what brands are of is learnt as values are. */
export const BRAND_TYPE: ValuedField = { key: 'brand_type', isBuiltIn: true };
/** Those whose names stand elsewhere than at the customers. */
const ELSEWHERE: Readonly<Record<string, SQL>> = {
  owner: sql`select o.name from users o where exists (select 1 from customers c where c.owner_id = o.id)`,
  owner_group: sql`select owner_group from brands`,
};

export const isElsewhere = ({ key, isBuiltIn }: ValuedField): boolean => isBuiltIn && key in ELSEWHERE;

export type FieldValueRow = { key: string; value: string };
export type ValuedField = { key: string; isBuiltIn: boolean };

/** Whether the distinct values of a field can be listed. */
export const hasValues = ({ key, isBuiltIn }: ValuedField): boolean =>
  !isBuiltIn || key in COLUMNS || key in ELSEWHERE;

/** The distinct values of the fields, in one statement; at least one field. */
export function fieldValues(fields: readonly ValuedField[]): SQL {
  const parts = fields.map(
    (field) => sql`
      select distinct ${field.key}::text as key, v.value::text as value from (${
        isElsewhere(field)
          ? ELSEWHERE[field.key]!
          : sql`select ${columnOf(field)} from customers c where ${ACTIVE}`
      }) as v(value) where v.value is not null`,
  );
  return sql`select * from (${sql.join(parts, sql` union all `)}) listed ${IN_ORDER}`;
}

/** Those of these customers only, each of whom is read once; none of a field that stands elsewhere than at them. */
export function fieldValuesOf(customerIds: readonly string[], fields: readonly ValuedField[]): SQL {
  const values = fields.map((field) => sql`select ${field.key}::text, (${columnOf(field)})::text`);
  return sql`select listed.key, listed.value from customers c
    cross join lateral (${sql.join(values, sql` union all `)}) as listed(key, value)
    where c.id = any(${sql.param(customerIds)}::uuid[]) and ${ACTIVE} and listed.value is not null
    group by listed.key, listed.value ${IN_ORDER}`;
}

const IN_ORDER = sql`order by listed.key, listed.value collate "C"`;

const ACTIVE = sql`c.status = 'active'`;

const columnOf = ({ key, isBuiltIn }: ValuedField): SQL =>
  isBuiltIn ? COLUMNS[key]! : sql`nullif(btrim(c.attributes ->> ${key}::text), '')`;
