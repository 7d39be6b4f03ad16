// A fresh, migrated database for a test file: in-memory PGlite from a cached image, or its own database of the
// Postgres that TEST_POSTGRES_URL names (scripts/test.ts starts one where the machine has the binaries).
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openPool, pglitePool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { oneAtATime } from './one-at-a-time.ts';

const MIGRATIONS = join(import.meta.dirname, '../db/migrations');
export const CACHE = join(import.meta.dirname, '../node_modules/.cache/refrain');

// Opening one takes half a second of computing, emptying it a tenth of that: what a file gave back serves the next.
const emptied: Database[] = [];

export async function openTestDatabase(): Promise<Database> {
  const url = process.env.TEST_POSTGRES_URL;
  const database = emptied.pop() ?? (await (url ? openPostgres(url) : openPglite()));
  return {
    ...database,
    close: async () => {
      await empty(database);
      emptied.push(database);
    },
  };
}

/** As it was after its migrations, its statistics too; rows that may never go are let go as a replica does. */
async function empty({ pool }: Database): Promise<void> {
  await pool.query(`
    do $$
    declare
      "table" regclass;
      "has rows" boolean;
    begin
      set local session_replication_role = replica;
      -- What a package makes for itself when it is first used is not of the migrations.
      drop schema if exists langgraph cascade;
      for "table" in select oid from pg_class where relkind = 'r' and relname not like '%migration%'
        and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      loop
        execute format('select exists (select 1 from %s)', "table") into "has rows";
        if "has rows" then execute format('truncate %s cascade', "table"); end if;
      end loop;
    end $$`);
}

/** One that is closed for good when it is closed, for programs that end of themselves. */
export const openPglite = (): Promise<Database> => openImage(`migrated-${migrationsHash()}`, migrateDatabase);

/** An in-memory PGlite as `fill` left it: filled once, and kept under that name for the next time. */
export async function openImage(
  name: string,
  fill: (database: Database) => Promise<unknown>,
): Promise<Database> {
  const image = join(CACHE, `${name}.tar`);
  if (existsSync(image)) return openFrom(image);
  return oneAtATime(`${image}-filling`, async () =>
    existsSync(image) ? openFrom(image) : fillImage(image, fill),
  );
}

async function openFrom(image: string): Promise<Database> {
  const pool = await pglitePool({ loadDataDir: new Blob([readFileSync(image)]) });
  return wrapPool('pglite', pool as unknown as pg.Pool);
}

async function fillImage(image: string, fill: (database: Database) => Promise<unknown>): Promise<Database> {
  const pool = await pglitePool({});
  const database = wrapPool('pglite', pool as unknown as pg.Pool);
  await fill(database);
  const dump = await pool.pglite.dumpDataDir('none');
  const partial = `${image}.${process.pid}`;
  writeFileSync(partial, Buffer.from(await dump.arrayBuffer()));
  renameSync(partial, image);
  return database;
}

async function openPostgres(server: string): Promise<Database> {
  const { url, drop } = await createPostgresDatabase(server, await migratedPostgres(server));
  const database = wrapPool('postgres', openPool(url, 8));
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** A database of its own on that server: empty, or a copy of the one of that name. */
export async function createPostgresDatabase(
  server: string,
  from = 'template1',
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await administer(server, `create database ${name} template "${from}"`);
  return {
    url: urlOf(server, name),
    drop: () => administer(server, `drop database ${name} with (force)`),
  };
}

/** The name of a database on that server to copy from: filled for whoever asks first, while the others wait. */
export async function postgresKept(
  server: string,
  { name, from, fill }: { name: string; from?: string; fill(url: string): Promise<unknown> },
): Promise<string> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    const filling = `filling-${name}`;
    await client.query(`drop database if exists "${filling}" with (force)`);
    await client.query(`create database "${filling}" template "${from ?? 'template1'}"`);
    await fill(urlOf(server, filling));
    await client.query(`alter database "${filling}" rename to "${name}"`);
    return name;
  } finally {
    await client.end();
  }
}

/** The one with the whole schema and nothing in it. */
export const migratedPostgres = (server: string): Promise<string> =>
  postgresKept(server, {
    name: `migrated-${migrationsHash()}`,
    fill: async (url) => {
      const database = wrapPool('postgres', openPool(url, 1));
      await migrateDatabase(database);
      await database.close();
    },
  });

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

export function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    hash.update(readFileSync(join(MIGRATIONS, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
