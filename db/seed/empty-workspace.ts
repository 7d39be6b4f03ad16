import { z } from 'zod';
import type { ChannelRegistry } from '../../channels/contract.ts';
import { bootstrapAccounts } from '../../core/accounts/bootstrap-accounts.ts';
import type { Tenant } from '../../core/context.ts';
import { createUser, newUser } from '../../core/tenants/create-user.ts';
import { createTenant, listTenants, openContexts } from '../../core/tenants/workspace.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Keyring } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import type { Database } from '../client.ts';
import { applyKit } from './apply-kit.ts';

type Deps = {
  database: Database;
  keys: Keyring;
  clock: Clock;
  channels: ChannelRegistry;
  smtp?: { url: string; from: string } | undefined;
};

const newWorkspace = z.strictObject({
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/),
  name: z.string().trim().min(1).max(120),
  /** The e-mail address of whoever comes in first. */
  admin: newUser.shape.email,
});
export type NewWorkspace = z.infer<typeof newWorkspace>;

const FIRST: NewWorkspace = { slug: 'main', name: 'My workspace', admin: 'admin@example.com' };

/**
 * A workspace without customers, ready for an import: the kit, one admin, one account per channel. Throws
 * `input:invalid` for names that cannot be and a short name that is taken.
 */
export async function makeEmptyWorkspace(
  { database, keys, clock, channels, smtp }: Deps,
  given: NewWorkspace = FIRST,
): Promise<Tenant> {
  const { admin, ...named } = await checkWorkspace(database, given);
  const tenant = await createTenant(database, keys, named);
  await openContexts({ database, clock, keys })(
    tenant.id,
    { kind: 'system', name: 'set-up' },
    async (ctx) => {
      await applyKit(ctx);
      await createUser(ctx, { email: admin, name: 'Admin', role: 'admin' });
      await bootstrapAccounts(ctx, { channels, smtp });
    },
  );
  return tenant;
}

async function checkWorkspace(database: Database, given: NewWorkspace): Promise<NewWorkspace> {
  const parsed = newWorkspace.safeParse(given);
  if (!parsed.success) {
    const wrong = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
    throw new AppError('input:invalid', `Of the new workspace this is wrong: ${wrong.join(', ')}.`, {
      nextStep: 'A short name (slug) is small letters, digits and “-”; the admin is an e-mail address.',
    });
  }
  if ((await listTenants(database)).every(({ slug }) => slug !== given.slug)) return parsed.data;
  throw new AppError('input:invalid', `There is a workspace ${given.slug} already.`, {
    nextStep: 'Choose another short name.',
  });
}
