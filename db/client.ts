import { join } from 'node:path';
import type { PGliteOptions } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { AppError } from '../lib/errors.ts';
import { makeFolder } from '../lib/make-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { PglitePool } from './pglite-pool.ts';
import type * as schema from './schema/index.ts';
import { inWorkspace, type Opening } from './sealing/in-workspace.ts';

export type Db = NodePgDatabase;
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

export type TenantRow = Pick<
  typeof schema.tenants.$inferSelect,
  'id' | 'slug' | 'name' | 'settings' | 'tier' | 'tierChanges'
>;

export type Database = {
  kind: 'pglite' | 'postgres';
  pool: pg.Pool;
  /** Sees every tenant: for migrations, for finding the tenant of a session, for ticks that walk the tenants. */
  owner: Db;
  /**
   * One transaction as the role that row-level security binds, seeing `tenantId` only; with the workspace itself, null
   * when there is none. With `openVault` (createVaults) what is sealed for the workspace is opened on its way out, and
   * sealed on its way in. When `until` ends, the statement that runs does, too, and nothing is kept. Never await a
   * network inside.
   */
  inTenant<T>(
    tenantId: string,
    work: (tx: Tx, tenant: TenantRow | null) => Promise<T>,
    how?: Pick<Opening, 'openVault' | 'until'>,
  ): Promise<T>;
  /** Tells the query planner what the tables hold by now; PGlite has nobody else who does. */
  refreshStatistics(): Promise<void>;
  close(): Promise<void>;
};

export function wrapPool(kind: Database['kind'], pool: pg.Pool, afterClose: () => void = () => {}): Database {
  return {
    kind,
    pool,
    owner: drizzle(pool),
    inTenant: (tenantId, work, how) => inWorkspace({ pool, tenantId, ...how }, work),
    refreshStatistics: async () => {
      await pool.query('analyze customers, units, contracts, contacts, addresses, consents, activities');
      // Written three times for a new customer; an index alone serves only where old rows have been cleared away.
      await pool.query('vacuum (analyze) customer_facts');
    },
    close: async () => {
      await pool.end();
      afterClose();
    },
  };
}

// The queue's tables are in a schema of their own; its statements find them by the search path.
const SEARCH_PATH = 'public, bullmq';

// A statement whose connection was closed here would otherwise run to its end: Postgres looks so often whether it is open.
const LOOKS_MS = 1_000;

// In units of the query planner's. Starting workers for what 100,000 rows cost takes longer than they save, and from others.
const PARALLEL_SETUP_COST = 10_000;

// What is looked up row by row looks costly enough to a query planner to be compiled, which takes longer than it.
const COMPILED = 'off';

/**
 * A connection that Postgres closes (a restart, a failover) is gone, whether it is idle or in the middle of a
 * transaction; without a listener its error would end the process. Whoever asks next gets a fresh one, or the real error.
 */
export function openPool(connectionString: string, max: number): pg.Pool {
  const options = `-c search_path=${SEARCH_PATH.replace(' ', '')} -c client_connection_check_interval=${LOOKS_MS} -c parallel_setup_cost=${PARALLEL_SETUP_COST} -c jit=${COMPILED}`;
  const pool = new pg.Pool({ connectionString, max, options });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export async function pglitePool(options: PGliteOptions): Promise<PglitePool> {
  const pool = await PglitePool.open({ ...options, extensions: { fuzzystrmatch, pg_trgm } });
  await pool.query(`set search_path to ${SEARCH_PATH}`);
  return pool;
}

/** Opens Postgres by URL, else the PGlite folder `<dataFolder>/db`, which belongs to one process at a time. */
export async function openDatabase(options: {
  url?: string | undefined;
  dataFolder: string;
}): Promise<Database> {
  if (options.url) return wrapPool('postgres', await reachable(openPool(options.url, 10)));
  const folder = join(options.dataFolder, 'db');
  makeFolder(folder);
  const unlock = lockFolder(options.dataFolder);
  const pool = await pglitePool({ dataDir: folder });
  return wrapPool('pglite', pool as unknown as pg.Pool, unlock);
}

async function reachable(pool: pg.Pool): Promise<pg.Pool> {
  try {
    await pool.query('select 1');
    return pool;
  } catch (cause) {
    await pool.end();
    const why = cause instanceof Error ? cause.message || (cause as { code?: string }).code : String(cause);
    throw new AppError('database:unreachable', `The database of DATABASE_URL does not answer: ${why}.`, {
      nextStep: 'Start it, or correct DATABASE_URL; without it the embedded database is used.',
      cause,
    });
  }
}
