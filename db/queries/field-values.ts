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
};
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

/** The distinct values of the fields, in one statement; at least one field. Of these customers only, where they are named. */
export function fieldValues(fields: readonly ValuedField[], ofCustomers?: readonly string[]): SQL {
  const isOne = ofCustomers
    ? sql`c.status = 'active' and c.id = any(${sql.param(ofCustomers)}::uuid[])`
    : ACTIVE;
  const parts = fields.map(
    (field) => sql`
      select distinct ${field.key}::text as key, v.value::text as value from (${
        isElsewhere(field)
          ? ELSEWHERE[field.key]!
          : sql`select ${columnOf(field)} from customers c where ${isOne}`
      }) as v(value) where v.value is not null`,
  );
  return sql`select * from (${sql.join(parts, sql` union all `)}) listed order by listed.key, listed.value collate "C"`;
}

const ACTIVE = sql`c.status = 'active'`;

const columnOf = ({ key, isBuiltIn }: ValuedField): SQL =>
  isBuiltIn ? COLUMNS[key]! : sql`nullif(btrim(c.attributes ->> ${key}::text), '')`;
