// What earlier versions left in their databases, as this version finds it. Each file of test/upgrades/ is named by how
// many migrations its version had, one for each that was handed out (the newest but for what is not yet); it was filled by that
// version: a campaign asked for in a sentence, approved, sent, answered (test/upgrades/fill.ts).
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { countAudience } from '../../core/audience/count-audience.ts';
import { checkAudit } from '../../core/audit/check-audit.ts';
import { listCampaigns } from '../../core/campaigns/list-campaigns.ts';
import { reportCampaign } from '../../core/reports/campaign-report.ts';
import { SEALED_COLUMNS, sealWhenDue } from '../../core/tenants/seal-stored.ts';
import { createTenant, listTenants, openContexts } from '../../core/tenants/workspace.ts';
import { type Database, openPool, pglitePool, wrapPool } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { addresses, replies } from '../../db/schema/index.ts';
import { createClock } from '../../lib/clock.ts';
import { readConfig } from '../../lib/config.ts';
import { createKeyring } from '../../lib/crypto.ts';
import { keyringOf, move, withWorkspaces } from '../../offline.ts';
import { createPostgresDatabase } from '../database.ts';

const KEPT = join(import.meta.dirname, '../upgrades');
const MIGRATIONS = join(import.meta.dirname, '../../db/migrations');
const closings: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const close of closings.toReversed()) await close();
});

async function openEmpty(): Promise<Database> {
  const server = process.env.TEST_POSTGRES_URL;
  const own = server ? await createPostgresDatabase(server) : null;
  const database = own
    ? wrapPool('postgres', openPool(own.url, 4))
    : wrapPool('pglite', (await pglitePool({})) as unknown as pg.Pool);
  closings.push(async () => {
    await database.close();
    await own?.drop();
  });
  return database;
}

/** The first migrations, as the version had them that knew no others. */
function firstMigrations(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  closings.push(() => rmSync(folder, { recursive: true }));
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = join(folder, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }));
  return folder;
}

async function openKept(file: string): Promise<Database> {
  const database = await openEmpty();
  await migrateDatabase(database, { folder: firstMigrations(Number.parseInt(file, 10)) });
  const rows = gunzipSync(readFileSync(join(KEPT, file))).toString('utf8');
  const client = await database.pool.connect();
  await client.query(
    'begin; set local session_replication_role = replica; delete from drizzle.__drizzle_migrations',
  );
  await client.query(rows);
  await client.query('commit');
  client.release();
  return database;
}

const SYSTEM = { kind: 'system', name: 'upgrade' } as const;
// The versions after it seal addresses as they come.
const LAST_IN_CLEAR = 47;

describe('a database of an earlier version', () => {
  // The embedded database takes its time for each: it brings up the oldest only.
  const files = readdirSync(KEPT)
    .filter((name) => name.endsWith('.gz'))
    .slice(0, process.env.TEST_POSTGRES_URL ? undefined : 1);
  it.each(files)('is brought up to date with all that it holds: %s', async (file) => {
    const database = await openKept(file);
    const before = await countRows(database);
    await migrateDatabase(database);
    const after = await countRows(database);
    expect(Object.keys(before).filter((table) => (after[table] ?? 0) < before[table]!)).toEqual([]);

    const keys = createKeyring('a-secret-of-kept-schemas-only-0000000000');
    const clock = createClock('2026-11-20T09:00:00Z');
    const within = openContexts({ database, clock, keys, baseUrl: 'http://localhost' });
    const tenantId = (await listTenants(database))[0]!.id;
    const [campaign] = await within(tenantId, SYSTEM, (ctx) => listCampaigns(ctx));
    const report = await within(tenantId, SYSTEM, (ctx) => reportCampaign(ctx, campaign!.id));
    const sent = before.messages!;
    expect(sent).toBeGreaterThan(7);
    expect(report.total).toMatchObject({ targeted: sent, submitted: sent });
    expect(report.total.replied).toBeGreaterThan(2);
    const filter = { op: 'in', field: 'brand', values: ['Hilton'] } as const;
    const { count } = await within(tenantId, SYSTEM, (ctx) => countAudience(ctx, { filter }));
    expect(count.value).toBeGreaterThan(5);
    // Who did what, by the hashes of then.
    expect(await checkAudit({ within, tenantId, actor: SYSTEM })).toMatchObject({ ok: true });

    // Where addresses lay in clear then, they are sealed while it runs.
    const readTold = () =>
      within(tenantId, SYSTEM, async ({ tx }) => [
        ...(await tx.select({ told: addresses.address }).from(addresses)),
        ...(await tx.select({ told: replies.identifier }).from(replies)),
      ]).then((rows) => rows.map(({ told }) => told).sort());
    const told = await readTold();
    expect(told.length).toBeGreaterThan(8);
    const { rows: stored } = await database.pool.query<{ address: string }>('select address from addresses');
    const isSealed = stored.every(({ address }) => !told.includes(address));
    expect(isSealed).toBe(Number.parseInt(file, 10) > LAST_IN_CLEAR);
    if (!isSealed) expect(await sealWhenDue({ ...database, kind: 'pglite' }, { tenantId, keys })).toBe(true);
    for (const { table, name } of SEALED_COLUMNS) {
      const { rows } = await database.pool.query(`select "${name}"::text as stored from "${table}"`);
      const stored = rows.map((row: { stored: string }) => row.stored).join();
      expect({ table, name, told: told.filter((one) => stored.includes(one)) }).toEqual({
        table,
        name,
        told: [],
      });
    }
    expect(await readTold()).toEqual(told);
  });
});

describe.skipIf(!process.env.TEST_POSTGRES_URL)(
  'messages that were written by hand before there was a history',
  () => {
    it('are told as of the version that they were written in, and a model’s as none', async () => {
      const database = await openKept('77.sql.gz');
      const { rows } = await database.pool.query<{ id: string; contact_id: string; version: number }>(
        `select c.id, c.version, m.contact_id from campaigns c join messages m on m.campaign_id = c.id order by m.id limit 2`,
      );
      const [hand, model] = rows;
      const add = (contactId: string, author: string) =>
        database.pool.query(
          `insert into written_messages (id, tenant_id, campaign_id, contact_id, channel, author, basis, body, status, updated_at)
         select gen_random_uuid(), tenant_id, id, $2, 'email', $3, 'then', 'By ' || $3, 'written', '2030-01-01' from campaigns where id = $1`,
          [hand!.id, contactId, author],
        );
      await add(hand!.contact_id, 'person');
      await add(model!.contact_id, 'writer');
      await migrateDatabase(database);
      const kept = await database.pool.query(
        'select campaign_id, contact_id, version, body from written_versions',
      );
      expect(kept.rows).toEqual([
        { campaign_id: hand!.id, contact_id: hand!.contact_id, version: hand!.version, body: 'By person' },
      ]);
    });
  },
);

describe.skipIf(!process.env.TEST_POSTGRES_URL)('the embedded database (with Postgres)', () => {
  it('is moved to Postgres with all that it holds', async () => {
    const REFRAIN_DATA = mkdtempSync(join(tmpdir(), 'refrain-'));
    const own = await createPostgresDatabase(process.env.TEST_POSTGRES_URL!);
    closings.push(own.drop, () => rmSync(REFRAIN_DATA, { recursive: true }));
    const config = readConfig({ REFRAIN_DATA });
    await withWorkspaces(config, (database) =>
      createTenant(database, keyringOf(config), { slug: 'lantern', name: 'Lantern' }),
    );
    const tables = await move(config, own.url);
    expect(tables['public.tenants']).toBe(1);
    const moved = { ...config, DATABASE_URL: own.url };
    expect(await withWorkspaces(moved, listTenants)).toMatchObject([{ slug: 'lantern' }]);
    // The folder is as it was: the file between them is gone.
    expect(readdirSync(REFRAIN_DATA).toSorted()).toEqual(['db', 'secret']);
  });
});

async function countRows({ pool }: Database): Promise<Record<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
    counts[name] = rows[0]!.n;
  }
  return counts;
}
