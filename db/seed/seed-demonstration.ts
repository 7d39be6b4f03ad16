import type { Ctx, Tenant } from '../../core/context.ts';
import { importFiles } from '../../core/customers/import/import-files.ts';
import type { ChannelNormaliser } from '../../core/customers/import/normalise-address.ts';
import { createTenant, listTenants, openContexts } from '../../core/tenants/workspace.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Keyring } from '../../lib/crypto.ts';
import type { CalendarDate } from '../../lib/dates.ts';
import type { Database } from '../client.ts';
import { customers, users } from '../schema/index.ts';
import { applyKit } from './apply-kit.ts';
import { generateVenueBook } from './generate-venue-book.ts';
import { type Kit, readKit } from './read-kit.ts';
import { seedActivities } from './seed-activities.ts';

type Deps = { keys: Keyring; clock: Clock; normalise: ChannelNormaliser };

/**
 * Makes the demonstration workspace of a kit, or finds it: fields, people, and messy data that goes through the importer
 * as a user's own would. Doing it again changes nothing; one that was interrupted is finished.
 */
export async function seedDemonstration(
  database: Database,
  { keys, clock, normalise }: Deps,
  kit: Kit = readKit(),
): Promise<Tenant> {
  const { workspace, users: people } = kit.world;
  const found = (await listTenants(database)).find(({ slug }) => slug === kit.name);
  const tenant = found ?? (await createTenant(database, keys, { slug: kit.name, ...workspace }));
  const within = openContexts({ database, clock, keys });
  return within(tenant.id, { kind: 'system', name: 'seed' }, async (ctx) => {
    if ((await ctx.tx.$count(customers)) > 0) return ctx.tenant;
    const equipped: Ctx = { ...ctx, tenant: await applyKit(ctx, kit) };
    const rows = people.map((user) => ({ ...user, tenantId: ctx.tenant.id }));
    await ctx.tx.insert(users).values(rows).onConflictDoNothing();
    await importFiles(equipped, { files: [customersOf(kit, ctx.today)], normalise });
    if (kit.activities) await seedActivities(equipped, kit.activities);
    return equipped.tenant;
  });
}

/** The kit's own file, else the book that is made for the day. */
function customersOf({ customers: file }: Kit, today: CalendarDate) {
  const bytes = new TextEncoder().encode(file ?? generateVenueBook(today));
  return { name: file ? 'customers.csv' : 'venue-book.md', bytes };
}
