import { type ExtractTablesWithRelations, type RelationalSchemaConfig, sql } from 'drizzle-orm';
import { NodePgSession } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import type { TenantRow, Tx } from '../client.ts';
import type * as schema from '../schema/index.ts';
import { SealedClient } from './sealed-client.ts';
import type { StoredKey, Vault } from './vault.ts';

const dialect = new PgDialect();

type Workspace = TenantRow & { keys: StoredKey[] | null };

type Tables = ExtractTablesWithRelations<typeof schema>;

export type Opening = {
  pool: pg.Pool;
  /** What drizzle knows of the tables. */
  tables: RelationalSchemaConfig<Tables>;
  tenantId: string;
  /** Without it nothing is sealed or opened. */
  openVault?: ((keys: readonly StoredKey[]) => Vault | null) | undefined;
  until?: AbortSignal | undefined;
};

/** See Database.inTenant. */
export async function inWorkspace<T>(
  { pool, tables, tenantId, openVault, until }: Opening,
  work: (tx: Tx, tenant: TenantRow | null) => Promise<T>,
): Promise<T> {
  until?.throwIfAborted();
  const connection = await pool.connect();
  const release = releaseOnce(connection);
  // The connection goes with the work: whatever asks the database next in it finds it closed.
  const end = () => release({ isBroken: true });
  until?.addEventListener('abort', end, { once: true });
  try {
    until?.throwIfAborted();
    const client = new SealedClient(connection);
    const face = client as unknown as pg.PoolClient;
    const session = new NodePgSession<typeof schema, Tables>(face, dialect, tables, {});
    return await session.transaction(async (tx) => {
      // The workspace is read on the way: another question to the database would cost as much as all of this.
      const { rows } = await tx.execute<{ tenant: Workspace | null }>(
        sql`select set_config('role', 'refrain_app', true), set_config('app.tenant', ${tenantId}, true),
          (select jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'settings', t.settings, 'tier', t.tier,
              'tierChanges', t.tier_changes,
              'keys', (select jsonb_agg(jsonb_build_object('number', k.number, 'sealed', k.sealed_key)
                order by k.number desc) from address_keys k where k.tenant_id = t.id))
            from tenants t where t.id = ${tenantId}::uuid) as tenant`,
      );
      const tenant = rows[0]!.tenant;
      client.use(openVault?.(tenant?.keys ?? []) ?? null);
      return work(tx, tenant);
    });
  } catch (error) {
    until?.throwIfAborted();
    throw error;
  } finally {
    until?.removeEventListener('abort', end);
    release({ isBroken: false });
  }
}

/** Giving a connection back a second time would be an error. */
function releaseOnce(connection: pg.PoolClient) {
  let isReleased = false;
  return ({ isBroken }: { isBroken: boolean }): void => {
    if (!isReleased) connection.release(isBroken);
    isReleased = true;
  };
}
