// A fresh, migrated database for a test file: in-memory PGlite from a cached image, or its own database of the
// Postgres that TEST_POSTGRES_URL names (scripts/test.ts starts one where the machine has the binaries).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openPool, pglitePool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';

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
  const cached = existsSync(image) ? new Blob([readFileSync(image)]) : undefined;
  const pool = await pglitePool(cached ? { loadDataDir: cached } : {});
  const database = wrapPool('pglite', pool as unknown as pg.Pool);
  if (cached) return database;
  await fill(database);
  const dump = await pool.pglite.dumpDataDir('none');
  mkdirSync(CACHE, { recursive: true });
  const partial = `${image}.${process.pid}`;
  writeFileSync(partial, Buffer.from(await dump.arrayBuffer()));
  renameSync(partial, image);
  return database;
}

async function openPostgres(server: string): Promise<Database> {
  const { url, drop } = await createPostgresDatabase(server);
  const database = wrapPool('postgres', openPool(url, 8));
  await migrateDatabase(database);
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** An empty database of its own on that server. */
export async function createPostgresDatabase(
  server: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await administer(server, `create database ${name}`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => administer(server, `drop database ${name} with (force)`) };
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
