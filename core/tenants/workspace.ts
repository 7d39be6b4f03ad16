import { generateKeyPairSync } from 'node:crypto';
import type { Database, TenantRow } from '../../db/client.ts';
import { addressKeys, tenants } from '../../db/schema/index.ts';
import { createVaults, newAddressKey } from '../../db/sealing/vault.ts';
import type { Clock } from '../../lib/clock.ts';
import { type Keyring, seal } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { appendRecorded } from '../audit/record.ts';
import type { MailScores } from '../content/spam/mail-scores.ts';
import { makeCtx, type Tenant, type Within } from '../context.ts';
import { tenantSettings } from './settings.ts';
import { findTier } from './tiers.ts';

export type NewTenant = { slug: string; name: string; settings?: unknown };

const toTenant = (row: TenantRow): Tenant => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  settings: tenantSettings.parse(row.settings),
  tier: findTier(row),
});

const made = new WeakMap<TenantRow, Tenant>();

/** Made once of a row that stands as it did; nobody may change it. */
function keepTenant(row: TenantRow): Tenant {
  const tenant = made.get(row) ?? toTenant(row);
  made.set(row, tenant);
  return tenant;
}

/** Creates an empty workspace with its own keys: Ed25519 for signing approvals, AES for sealing addresses. */
export async function createTenant(database: Database, keys: Keyring, input: NewTenant): Promise<Tenant> {
  const pair = generateKeyPairSync('ed25519');
  return database.owner.transaction(async (tx) => {
    const [row] = await tx
      .insert(tenants)
      .values({
        slug: input.slug,
        name: input.name,
        settings: tenantSettings.parse(input.settings ?? {}),
        publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        sealedPrivateKey: seal(
          keys.seal,
          pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        ),
        sealedUnder: 1,
      })
      .returning();
    const sealedKey = newAddressKey(keys.seal);
    await tx.insert(addressKeys).values({ tenantId: row!.id, number: 1, sealedKey });
    return toTenant(row!);
  });
}

export async function listTenants(database: Database): Promise<Tenant[]> {
  return (await database.owner.select().from(tenants).orderBy(tenants.createdAt)).map(toTenant);
}

/** Finds a workspace by slug; without one there must be exactly one (`tenant:ambiguous` otherwise). */
export async function findTenant(database: Database, slug?: string): Promise<Tenant> {
  const all = await listTenants(database);
  const found = slug ? all.filter((tenant) => tenant.slug === slug) : all;
  if (found.length === 1) return found[0]!;
  const names = all.map((tenant) => tenant.slug).join(', ') || 'none yet';
  if (found.length === 0)
    throw new AppError('tenant:unknown', `There is no such workspace. There are: ${names}.`);
  throw new AppError('tenant:ambiguous', `There are several workspaces: ${names}.`, {
    nextStep: 'Name one with --workspace.',
  });
}

const LOCAL = 'http://localhost:3000';

type ContextDeps = {
  database: Database;
  clock: Clock;
  keys: Keyring;
  /** Where recipients reach this server, for the links in messages. */
  baseUrl?: string;
  mailScores?: MailScores | undefined;
};

/** Makes the function that runs core's work in one transaction of one tenant. */
export function openContexts({ database, clock, keys, baseUrl = LOCAL, mailScores }: ContextDeps): Within {
  const openVault = createVaults(keys.seal);
  return (tenantId, actor, work, until) =>
    database.inTenant(
      tenantId,
      async (tx, row) => {
        if (!row) throw new AppError('tenant:unknown', 'There is no such workspace.');
        const ctx = makeCtx({ tx, tenant: keepTenant(row), actor, now: clock(), keys, baseUrl, mailScores });
        const result = await work(ctx);
        await appendRecorded(ctx);
        return result;
      },
      { openVault, until },
    );
}
