import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../test/database.ts';
import type { Database } from './client.ts';
import { migrateDatabase } from './migrate.ts';

let database: Database;
const folders: string[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.pool.query(
    'drop table if exists shelf; delete from drizzle.__drizzle_migrations where created_at > 4e12',
  );
  await database.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

// Later than any that the product has.
let when = 4_000_000_000_000;

/** A folder as the generator writes it. */
function migrations(...texts: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  folders.push(folder);
  mkdirSync(join(folder, 'meta'));
  const entries = texts.map((text, idx) => {
    writeFileSync(join(folder, `${idx}.sql`), text);
    when += 1;
    return { idx, version: '7', when, tag: String(idx), breakpoints: true };
  });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', entries }));
  return folder;
}

const query = async (text: string) => (await database.pool.query(text)).rows;

describe('bringing the schema up to date', () => {
  it('applies each migration once', async () => {
    const folder = migrations(
      'create table shelf (id int);--> statement-breakpoint\ninsert into shelf values (1);',
      'insert into shelf values (2);',
    );
    await migrateDatabase(database, { folder });
    await migrateDatabase(database, { folder });
    expect(await query('select id from shelf order by id')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('keeps what the migrations before one that fails have done, and nothing of that one', async () => {
    const folder = migrations(
      'insert into shelf values (3);',
      'insert into shelf values (4);\nselect 1 / 0;',
    );
    await expect(migrateDatabase(database, { folder })).rejects.toThrow('division by zero');
    expect(await query('select id from shelf where id > 2')).toEqual([{ id: 3 }]);
  });

  it('builds an index that says so beside the traffic, and anew where its building was broken off', async () => {
    // What a broken build leaves behind: an index of that name that serves nobody.
    await query('create index "shelf_id" on shelf (id) where false');
    const folder = migrations('create index concurrently "shelf_id" on shelf (id);');
    await migrateDatabase(database, { folder });
    const [index] = await query(`select indexdef from pg_indexes where indexname = 'shelf_id'`);
    expect(index.indexdef).toMatch(/\(id\)$/);
  });
});

describe.skipIf(!process.env.TEST_POSTGRES_URL)('while others use the database (on Postgres)', () => {
  it('applies each migration once, however many processes start together', async () => {
    const folder = migrations('create table ledge (id int);', 'drop table ledge;');
    await Promise.all([1, 2, 3].map(() => migrateDatabase(database, { folder })));
    expect(await query(`select to_regclass('ledge') as ledge`)).toEqual([{ ledge: null }]);
  });

  it('gives up its place in the line for a lock, so that others go on, and tries again', async () => {
    const holder = await database.pool.connect();
    await holder.query('begin; select * from shelf');
    const folder = migrations('alter table shelf add column name text;');
    let others = 0;
    const migrating = migrateDatabase(database, { folder, lockTimeoutMs: 50, attempts: 100 });
    while (others < 5) {
      // Would wait for the one that waits, if that one waited on.
      await query('insert into shelf values (9)');
      others++;
    }
    await holder.query('commit');
    holder.release();
    await migrating;
    expect(await query('select name from shelf limit 1')).toEqual([{ name: null }]);
  });

  it('says so when a lock never comes', async () => {
    const holder = await database.pool.connect();
    await holder.query('begin; select * from shelf');
    const folder = migrations('alter table shelf add column place text;');
    const late = migrateDatabase(database, { folder, lockTimeoutMs: 20, attempts: 2 });
    await expect(late).rejects.toMatchObject({ code: 'database:busy' });
    await holder.query('commit');
    holder.release();
  });
});
