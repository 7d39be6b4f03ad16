import { type SQL, sql } from 'drizzle-orm';

/** Built-in fields whose values are words in the data; the tenant's own are in `attributes`. */
const COLUMNS: Readonly<Record<string, SQL>> = {
  type: sql`select type from customers c where c.status = 'active'`,
  city: sql`select city from customers c where c.status = 'active'`,
  country: sql`select upper(country) from customers c where c.status = 'active'`,
  time_zone: sql`select time_zone from customers c where c.status = 'active'`,
  locale: sql`select locale from customers c where c.status = 'active'`,
  tier: sql`select tier from customers c where c.status = 'active'`,
  tag: sql`select unnest(tags) from customers c where c.status = 'active'`,
  owner: sql`select o.name from users o where exists (select 1 from customers c where c.owner_id = o.id)`,
  owner_group: sql`select owner_group from brands`,
};

export type FieldValueRow = { key: string; value: string };
export type ValuedField = { key: string; isBuiltIn: boolean };

/** Whether the distinct values of a field can be listed. */
export const hasValues = ({ key, isBuiltIn }: ValuedField): boolean => !isBuiltIn || key in COLUMNS;

/** The distinct values of the fields, in one statement; at least one field. */
export function fieldValues(fields: readonly ValuedField[]): SQL {
  const parts = fields.map(
    ({ key, isBuiltIn }) => sql`
      select distinct ${key}::text as key, v.value::text as value from (${
        isBuiltIn
          ? COLUMNS[key]!
          : sql`select nullif(btrim(c.attributes ->> ${key}::text), '') from customers c where c.status = 'active'`
      }) as v(value) where v.value is not null`,
  );
  return sql`select * from (${sql.join(parts, sql` union all `)}) listed order by listed.key, listed.value collate "C"`;
}
