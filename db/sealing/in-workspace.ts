import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import type { TenantRow, Tx } from '../client.ts';
import { SealedClient } from './sealed-client.ts';
import type { OpenVault, StoredKey } from './vault.ts';

const dialect = new PgDialect();

type Workspace = TenantRow & { keys: StoredKey[] | null };

export type Opening = {
  pool: pg.Pool;
  tenantId: string;
  /** Without it nothing is sealed or opened. */
  openVault?: OpenVault | undefined;
  until?: AbortSignal | undefined;
};

/** See Database.inTenant. */
export async function inWorkspace<T>(
  { pool, tenantId, openVault = () => null, until }: Opening,
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
    const client = new SealedClient(connection, openVault);
    const session = new NodePgSession(client as unknown as pg.PoolClient, dialect, undefined, {});
    try {
      const tenant = await enterAndRead({ pool, tenantId }, connection);
      client.use(tenant?.keys ?? []);
      const result = await work(new NodePgTransaction(dialect, session, undefined), tenant);
      await client.query({ text: 'commit' });
      return result;
    } catch (error) {
      await client.query({ text: 'rollback' });
      throw error;
    }
  } catch (error) {
    until?.throwIfAborted();
    throw error;
  } finally {
    until?.removeEventListener('abort', end);
    release({ isBroken: false });
  }
}

// Planned once for a connection, because nothing else is asked as often. The workspace is read on the way: another
// question to the database would cost as much as all of this. Of one that stands as it did only the mark comes: to write
// out its settings would take longer than all else here. The mark are the versions of its rows, and which run of the
// database counted them.
const ENTER = {
  name: 'enter a workspace',
  text: `select set_config('role', 'refrain_app', true), set_config('app.tenant', $1, true), stand.mark,
    case when stand.mark is distinct from $3 then (
      select jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'settings', t.settings, 'tier', t.tier,
          'tierChanges', t.tier_changes,
          'keys', (select jsonb_agg(jsonb_build_object('number', k.number, 'sealed', k.sealed_key)
            order by k.number desc) from address_keys k where k.tenant_id = t.id))::text
        from tenants t where t.id = $2::uuid) end as tenant
    from (select (select concat_ws(' ', pg_postmaster_start_time(), t.xmin, t.ctid,
        (select string_agg(concat_ws(' ', k.xmin, k.ctid), ' ' order by k.number)
          from address_keys k where k.tenant_id = t.id))
      from tenants t where t.id = $2::uuid) as mark) as stand`,
};

const hasPlan = new WeakSet<pg.PoolClient>();

type Entered = { mark: string | null; tenant: string | null };

/** Begins a transaction of the workspace: in one question, wherever the connection has its plan. */
async function enter(connection: pg.PoolClient, tenantId: string, mark: string): Promise<Entered> {
  const values = [tenantId, tenantId, mark];
  if (hasPlan.has(connection)) {
    const given = values.map((value) => connection.escapeLiteral(value)).join(', ');
    const answers: unknown = await connection.query(`begin; execute "${ENTER.name}" (${given})`);
    return (answers as [unknown, pg.QueryResult<Entered>])[1].rows[0]!;
  }
  await connection.query('begin');
  const { rows } = await connection.query<Entered>({ ...ENTER, values });
  hasPlan.add(connection);
  return rows[0]!;
}

type Read = { mark: string; workspace: Workspace };

/** By database, as a copy has the same workspaces. */
const readBefore = new WeakMap<pg.Pool, Map<string, Read>>();
// As many workspaces as somebody works in at about the same time.
const MOST_READ = 1_000;

function readOf(pool: pg.Pool): Map<string, Read> {
  const read = readBefore.get(pool) ?? new Map<string, Read>();
  readBefore.set(pool, read);
  return read;
}

/**
 * Enters it, and answers the very object of the time before while the workspace stands as it did, so that what is made of
 * it can be kept, too.
 */
async function enterAndRead(
  { pool, tenantId }: Opening,
  connection: pg.PoolClient,
): Promise<Workspace | null> {
  const read = readOf(pool);
  const before = read.get(tenantId);
  const { mark, tenant } = await enter(connection, tenantId, before?.mark ?? '');
  if (mark === null) return null;
  if (tenant === null) return before!.workspace;
  const workspace = JSON.parse(tenant) as Workspace;
  if (read.size >= MOST_READ) read.clear();
  read.set(tenantId, { mark, workspace });
  return workspace;
}

/** Giving a connection back a second time would be an error. */
function releaseOnce(connection: pg.PoolClient) {
  let isReleased = false;
  return ({ isBroken }: { isBroken: boolean }): void => {
    if (!isReleased) connection.release(isBroken);
    isReleased = true;
  };
}
