// What every table of ours has: a UUIDv7, a tenant, and the policy that lets a session see its own tenant only.
import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole, timestamp, uuid } from 'drizzle-orm/pg-core';
import { newId } from '../../lib/ids.ts';

export const appRole = pgRole('refrain_app').existing();

export const id = () => uuid('id').primaryKey().$defaultFn(newId);
export const tenantId = () => uuid('tenant_id').notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
export const createdAt = () => instant('created_at').notNull().defaultNow();

// An unset tenant must see nothing rather than raise, hence nullif. The select is worked out once a statement: without
// it the setting is read and cast for each row, which makes up most of a scan of a million.
const ownTenant = (column: string) =>
  sql.raw(`${column} = (select nullif(current_setting('app.tenant', true), '')::uuid)`);

/** The row-level policy of one table; every table of ours ends with it. */
export const ownRows = (table: string, column = 'tenant_id') =>
  pgPolicy(`${table}_own_tenant`, {
    as: 'permissive',
    for: 'all',
    to: appRole,
    using: ownTenant(column),
    withCheck: ownTenant(column),
  });
