// The workspaces of an installation, made and entered by whoever has the machine.
import type { ChannelRegistry } from '../channels/contract.ts';
import { bootstrapAccounts } from '../core/accounts/bootstrap-accounts.ts';
import type { Tenant, Within } from '../core/context.ts';
import type { ChannelNormaliser } from '../core/customers/import/normalise-address.ts';
import { createSignInLink } from '../core/tenants/create-sign-in-link.ts';
import { findLocalAdmin } from '../core/tenants/find-local-admin.ts';
import { listTenants } from '../core/tenants/workspace.ts';
import type { Database } from '../db/client.ts';
import { makeEmptyWorkspace, type NewWorkspace } from '../db/seed/empty-workspace.ts';
import { readKit } from '../db/seed/read-kit.ts';
import { seedDemonstration } from '../db/seed/seed-demonstration.ts';
import type { Clock } from '../lib/clock.ts';
import type { Keyring } from '../lib/crypto.ts';

const SET_UP = { kind: 'system', name: 'set-up' } as const;

type Deps = {
  database: Database;
  within: Within;
  keys: Keyring;
  clock: Clock;
  channels: ChannelRegistry;
  normalise: ChannelNormaliser;
  smtp: { url: string; from: string } | undefined;
  baseUrl: string;
  /** Keeps the public keys that are new. */
  pin(): Promise<void>;
};

export function openWorkspaces(deps: Deps) {
  const { database, within, keys, clock, channels, normalise, smtp, baseUrl, pin } = deps;
  return {
    /** The demonstration workspace of a kit, made once. */
    seed: async (kit?: string): Promise<Tenant> => {
      const tenant = await seedDemonstration(database, { keys, clock, normalise }, readKit(kit));
      await within(tenant.id, SET_UP, (ctx) => bootstrapAccounts(ctx, { channels, smtp }));
      await database.refreshStatistics();
      await pin();
      return tenant;
    },
    /** The first workspace; an empty one is made where there is none at all. */
    prepare: async (): Promise<Tenant> => {
      const [first] = await listTenants(database);
      const tenant = first ?? (await makeEmptyWorkspace({ database, keys, clock, channels, smtp }));
      await pin();
      return tenant;
    },
    /** One more beside those that are there, ready for an import. */
    addWorkspace: async (given: NewWorkspace): Promise<Tenant> => {
      const tenant = await makeEmptyWorkspace({ database, keys, clock, channels, smtp }, given);
      await pin();
      return tenant;
    },
    /** A one-time link for the workspace's first admin, printed where only the machine's owner reads. */
    signInLink: async ({ slug }: Tenant, base = baseUrl): Promise<string> => {
      const { tenantId, actor } = await findLocalAdmin(database, slug);
      const { path } = await within(tenantId, actor, (ctx) => createSignInLink(ctx, actor));
      return new URL(path, base).href;
    },
  };
}
