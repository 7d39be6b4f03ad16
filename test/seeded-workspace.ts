// The demonstration workspaces in a database of their own, as `refrain seed` makes them, for measuring. The seeded image
// is kept beside the migrated one, so that a run begins in a second.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { createChannels } from '../channels/index.ts';
import { bootstrapAccounts } from '../core/accounts/bootstrap-accounts.ts';
import { findLocalAdmin } from '../core/tenants/find-local-admin.ts';
import { listTenants, openContexts } from '../core/tenants/workspace.ts';
import type { Database } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { kitNames, readKit } from '../db/seed/read-kit.ts';
import { seedDemonstration } from '../db/seed/seed-demonstration.ts';
import { createClock } from '../lib/clock.ts';
import { normaliserOf } from '../routes/normaliser.ts';
import { openImage } from './database.ts';
import { memoryStandinStore } from './memory-standin-store.ts';
import { TEST_KEYS, TEST_NOW } from './workspace.ts';

const ROOT = join(import.meta.dirname, '..');
const SET_UP = { kind: 'system', name: 'set-up' } as const;

export type SeededWorkspaces = Awaited<ReturnType<typeof openSeededWorkspaces>>;

/** Every demonstration workspace on Saturday 21 November 2026, each with its admin. */
export async function openSeededWorkspaces() {
  const database = await openImage(`seeded-${seedHash(TEST_NOW)}`, seed);
  const clock = createClock(TEST_NOW);
  const within = openContexts({ database, clock, keys: TEST_KEYS });
  const tenants = await listTenants(database);
  const workspaces = await Promise.all(
    tenants.map(async (tenant) => ({ tenant, ...(await findLocalAdmin(database, tenant.slug)) })),
  );
  return {
    database,
    within,
    find: (slug: string) => workspaces.find(({ tenant }) => tenant.slug === slug) ?? null,
    /** Forgets what a case did, so that no case meets the campaigns of another. */
    clear: async () => {
      await database.owner.execute(sql`truncate campaigns, threads cascade`);
    },
    /** What nobody may change by talking, one hash a table. */
    fingerprint: () => fingerprint(database),
    close: () => database.close(),
  };
}

// Everything that decides who is written to, what, by whose leave; replies, threads and the audit only tell.
const DECISIVE = [
  ...['tenants', 'users', 'api_tokens', 'sessions', 'channel_accounts', 'fields', 'brands'],
  ...['customers', 'units', 'contracts', 'contacts', 'addresses', 'consents', 'suppressions'],
  ...[
    'campaigns',
    'campaign_versions',
    'manifests',
    'approvals',
    'messages',
    'attempts',
    'standin_deliveries',
  ],
];

export type Fingerprint = Record<string, string>;

async function fingerprint(database: Database): Promise<Fingerprint> {
  const hashOf = (table: string) =>
    sql`${table}::text, (select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${sql.identifier(table)} t)`;
  const { rows } = await database.owner.execute<{ found: Fingerprint }>(
    sql`select jsonb_build_object(${sql.join(DECISIVE.map(hashOf), sql`, `)}) as found`,
  );
  return rows[0]!.found;
}

async function seed(database: Database): Promise<void> {
  await migrateDatabase(database);
  const clock = createClock(TEST_NOW);
  const { store } = memoryStandinStore();
  const channels = createChannels({ store });
  const normalise = normaliserOf(channels);
  const within = openContexts({ database, clock, keys: TEST_KEYS });
  for (const name of kitNames()) {
    const deps = { keys: TEST_KEYS, clock, normalise };
    const tenant = await seedDemonstration(database, deps, readKit(name));
    await within(tenant.id, SET_UP, (ctx) => bootstrapAccounts(ctx, { channels }));
  }
  await database.refreshStatistics();
}

// Whatever can change what the seed makes: its own folder, the schema, and the importer that reads its book.
const MADE_BY = ['db/migrations', 'db/seed', 'core/customers', 'core/places', 'core/fields', 'core/content'];

/** Of everything that decides what a seed of that moment makes. */
export function seedHash(now: string): string {
  const hash = createHash('sha256').update(now);
  for (const folder of MADE_BY) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
    for (const file of files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()) {
      if (!/\.test\.ts$/.test(file)) hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
