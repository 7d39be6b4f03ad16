import type { Ctx, Tenant } from '../../core/context.ts';
import { importFiles } from '../../core/customers/import/import-files.ts';
import type { ChannelNormaliser } from '../../core/customers/import/normalise-address.ts';
import { createTenant, listTenants, openContexts } from '../../core/tenants/workspace.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Keyring } from '../../lib/crypto.ts';
import type { Database } from '../client.ts';
import { customers, users } from '../schema/index.ts';
import { applyKit } from './apply-kit.ts';
import { demonstration } from './demonstration.ts';
import { generateVenueBook } from './generate-venue-book.ts';

export const DEMONSTRATION_SLUG = 'hospitality-music';

type Deps = { keys: Keyring; clock: Clock; normalise: ChannelNormaliser };

/**
 * Makes the demonstration workspace, or finds it: kit, people, and a messy book that goes through the importer as a
 * user's own would. Doing it again changes nothing; one that was interrupted is finished.
 */
export async function seedDemonstration(
  database: Database,
  { keys, clock, normalise }: Deps,
): Promise<Tenant> {
  const { workspace } = demonstration;
  const found = (await listTenants(database)).find(({ slug }) => slug === DEMONSTRATION_SLUG);
  const tenant = found ?? (await createTenant(database, keys, { slug: DEMONSTRATION_SLUG, ...workspace }));
  const within = openContexts({ database, clock, keys });
  return within(tenant.id, { kind: 'system', name: 'seed' }, async (ctx) => {
    if ((await ctx.tx.$count(customers)) > 0) return ctx.tenant;
    const equipped = { ...ctx, tenant: await applyKit(ctx) };
    await addPeople(equipped);
    const bytes = new TextEncoder().encode(generateVenueBook(ctx.today));
    await importFiles(equipped, { files: [{ name: 'venue-book.md', bytes }], normalise });
    return equipped.tenant;
  });
}

async function addPeople(ctx: Ctx): Promise<void> {
  const rows = demonstration.users.map((user) => ({ ...user, tenantId: ctx.tenant.id }));
  await ctx.tx.insert(users).values(rows).onConflictDoNothing();
}
