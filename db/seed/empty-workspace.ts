import type { ChannelRegistry } from '../../channels/contract.ts';
import { bootstrapAccounts } from '../../core/accounts/bootstrap-accounts.ts';
import type { Tenant } from '../../core/context.ts';
import { createUser } from '../../core/tenants/create-user.ts';
import { createTenant, openContexts } from '../../core/tenants/workspace.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Keyring } from '../../lib/crypto.ts';
import type { Database } from '../client.ts';
import { applyKit } from './apply-kit.ts';

type Deps = {
  database: Database;
  keys: Keyring;
  clock: Clock;
  channels: ChannelRegistry;
  smtp?: { url: string; from: string } | undefined;
};

/** A workspace without customers, ready for an import: the kit, one admin, one account per channel. */
export async function makeEmptyWorkspace({ database, keys, clock, channels, smtp }: Deps): Promise<Tenant> {
  const tenant = await createTenant(database, keys, { slug: 'main', name: 'My workspace' });
  await openContexts({ database, clock, keys })(
    tenant.id,
    { kind: 'system', name: 'set-up' },
    async (ctx) => {
      await applyKit(ctx);
      await createUser(ctx, { email: 'admin@example.com', name: 'Admin', role: 'admin' });
      await bootstrapAccounts(ctx, { channels, smtp });
    },
  );
  return tenant;
}
