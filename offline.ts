// What the command line does without opening the product, which takes a while to load: proofs and logs are verified,
// the database is brought to this version, backed up and restored.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Checkpoints } from './agent/checkpoints.ts';
import { changeTier, type TierChange } from './core/tenants/change-tier.ts';
import { rotateKeys } from './core/tenants/rotate-keys.ts';
import { findTenant, openContexts } from './core/tenants/workspace.ts';
import { restoreBackup } from './db/backup/restore-backup.ts';
import { writeBackup } from './db/backup/write-backup.ts';
import { type Database, openDatabase } from './db/client.ts';
import { migrateDatabase } from './db/migrate.ts';
import { createClock } from './lib/clock.ts';
import type { Config } from './lib/config.ts';
import { createKeyring, type Keyring, sha256 } from './lib/crypto.ts';
import { readSecret } from './lib/secret.ts';

export { type Verdict, verifyProof } from './core/approval/verify-proof.ts';
export { auditHeadsOf, verifyAudit } from './core/audit/verify-audit.ts';
export { pinnedKeyPath } from './lib/secret.ts';

/** Brings the database to this version and closes it again. */
export const migrateOnly = (config: Config): Promise<void> => withDatabase(config, async () => {});

/** Wraps what is sealed anew under the newest of the secrets; see rotateKeys. */
export const rotate = (config: Config): Promise<Record<string, number>> =>
  withDatabase(config, (database) => rotateKeys(database, keyringOf(config)));

export const keyringOf = (config: Config): Keyring =>
  createKeyring(readSecret(config), config.REFRAIN_SEAL_SECRETS);

/** For what no admin of a workspace may do: lists, exports, deletes or re-tiers workspaces. */
export const withWorkspaces = withDatabase;
export { tierChange } from './core/tenants/change-tier.ts';
export { deleteTenant, exportTenant } from './core/tenants/end-tenant.ts';

/** Gives a workspace another tier, or one limit or feature otherwise; see changeTier. */
export async function setTier(
  database: Database,
  { config, slug, change }: { config: Config; slug: string; change: TierChange },
): Promise<void> {
  const { id } = await findTenant(database, slug);
  const within = openContexts({ database, clock: createClock(config.REFRAIN_NOW), keys: keyringOf(config) });
  await within(id, { kind: 'system', name: 'the machine' }, (ctx) => changeTier(ctx, change));
}
export { listTenants } from './core/tenants/workspace.ts';

/** Everything that the database holds, into a file; see writeBackup. */
export const backUp = (config: Config, path: string): Promise<Record<string, number>> =>
  withDatabase(config, (database) =>
    writeBackup(database, { path, secret: fingerprint(config), now: createClock(config.REFRAIN_NOW)() }),
  );

/** Everything that such a file holds, into an empty database; see restoreBackup. */
export const restore = (config: Config, path: string): Promise<Record<string, number>> =>
  withDatabase(config, async (database) => {
    const counts = await restoreBackup(database, { path, secret: fingerprint(config) });
    await database.refreshStatistics();
    return counts;
  });

/**
 * Everything that the embedded database of the data folder holds, into an empty Postgres at `url`, by way of a file that
 * is gone afterwards; what it moved stays where it was. The same errors as backing up and restoring.
 */
export async function move(config: Config, url: string): Promise<Record<string, number>> {
  const path = join(config.REFRAIN_DATA, `move-${process.pid}.gz`);
  try {
    await backUp({ ...config, DATABASE_URL: undefined }, path);
    return await restore({ ...config, DATABASE_URL: url }, path);
  } finally {
    rmSync(path, { force: true });
  }
}

async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: config.DATABASE_URL, dataFolder: config.REFRAIN_DATA });
  try {
    await migrateDatabase(database);
    await new Checkpoints(database.pool).setup();
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Tells one secret from another, and nothing about it. */
const fingerprint = (config: Config): string => sha256(`backup of ${readSecret(config)}`).slice(0, 16);
