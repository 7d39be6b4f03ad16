// Brings the schema up to date while other processes use it. drizzle's generator writes the migrations and its table
// says which are done; its own migrator waits for locks as long as it takes, with everybody else in line behind it.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type pg from 'pg';
import { AppError } from '../lib/errors.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

type Migrating = { pool: pg.Pool };
type Options = {
  folder?: string;
  /** How long one statement may wait for a lock, and how often a migration that waited too long is tried again. */
  lockTimeoutMs?: number;
  attempts?: number;
  /** Sets up what packages keep in the same database, which no two processes may do at once either. */
  afterwards?(): Promise<unknown>;
};

// Any number: it names the one thing in this database that only one process does at a time.
const LOCK = 7_234_191;
const LOCK_TIMEOUT_MS = 3_000;
const ATTEMPTS = 20;
const MOST_PAUSE_MS = 10_000;

/**
 * Applies the migrations that are missing, each in a transaction of its own, and is waited for by processes that start
 * at the same time. A migration that cannot get its locks soon gives up, lets the others pass and tries again;
 * `database:busy` when it never does. One that says `concurrently` is done statement by statement, without a
 * transaction.
 */
export async function migrateDatabase({ pool }: Migrating, options: Options = {}): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`);
    for (const migration of await listPending(client, options.folder))
      await applyPatiently(client, migration, options);
    await options.afterwards?.();
  } finally {
    await client.query(`select pg_advisory_unlock(${LOCK})`).catch(() => {});
    client.release();
  }
}

/** How many migrations this version knows. */
export const countMigrations = (): number => readMigrationFiles({ migrationsFolder: FOLDER }).length;

async function listPending(client: pg.PoolClient, folder = FOLDER): Promise<MigrationMeta[]> {
  await client.query('create schema if not exists drizzle');
  await client.query(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  const { rows } = await client.query<{ last: string | null }>(
    'select max(created_at) as last from drizzle.__drizzle_migrations',
  );
  const last = Number(rows[0]!.last ?? 0);
  return readMigrationFiles({ migrationsFolder: folder }).filter(({ folderMillis }) => folderMillis > last);
}

async function applyPatiently(
  client: pg.PoolClient,
  migration: MigrationMeta,
  { attempts = ATTEMPTS, lockTimeoutMs = LOCK_TIMEOUT_MS }: Options,
): Promise<void> {
  const apply = isConcurrent(migration) ? applyOnline : applyAtOnce;
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`set lock_timeout = ${lockTimeoutMs}`);
      return await apply(client, migration);
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      if (attempt >= attempts) throw busy(error);
      await wait(Math.min(MOST_PAUSE_MS, lockTimeoutMs * attempt) * (0.5 + Math.random() / 2));
    } finally {
      await client.query('reset lock_timeout');
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03';
const busy = (cause: unknown) =>
  new AppError('database:busy', 'The schema could not be brought up to date: its tables are in use.', {
    nextStep: 'End what holds them (a long report, a forgotten transaction), then start again.',
    cause,
  });

async function applyAtOnce(client: pg.PoolClient, migration: MigrationMeta): Promise<void> {
  await client.query('begin');
  try {
    for (const statement of migration.sql) await client.query(statement);
    await note(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const CONCURRENT_INDEX = /create (?:unique )?index concurrently (?:if not exists )?"([^"]+)"/i;
const isConcurrent = ({ sql }: MigrationMeta) => sql.some((statement) => CONCURRENT_INDEX.test(statement));

/** An index whose building was broken off stays behind, unusable: it is built anew. */
async function applyOnline(client: pg.PoolClient, migration: MigrationMeta): Promise<void> {
  for (const statement of migration.sql) {
    const [, index] = CONCURRENT_INDEX.exec(statement) ?? [];
    if (index) await client.query(`drop index concurrently if exists ${client.escapeIdentifier(index)}`);
    await client.query(statement);
  }
  await note(client, migration);
}

const note = (client: pg.PoolClient, { hash, folderMillis }: MigrationMeta) =>
  client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
    hash,
    folderMillis,
  ]);
