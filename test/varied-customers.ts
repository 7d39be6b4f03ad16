// Customers that differ in one thing each; today is 21 November 2026 (TEST_NOW). What a row leaves out is unknown.

import type { Ctx } from '../core/context.ts';
import { addField } from '../core/fields/registry.ts';
import { users } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addBrand, addCustomer, suppressAddress } from './add-customer.ts';
import { openTestWorkspace } from './workspace.ts';

export async function addVariedCustomers(ctx: Ctx): Promise<void> {
  const ownerId = newId();
  const hilton = await addBrand(ctx, { name: 'Hilton', ownerGroup: 'Hilton', aliases: ['Hilton Hotels'] });
  const garden = await addBrand(ctx, { name: 'Hilton Garden Inn', parentId: hilton });
  const conrad = await addBrand(ctx, { name: 'Conrad', ownerGroup: 'Hilton' });
  const corner = await addBrand(ctx, { name: 'Corner Café' });
  await ctx.tx.insert(users).values({
    id: ownerId,
    tenantId: ctx.tenant.id,
    email: 'mali@example.com',
    name: 'Mali',
    role: 'manager',
  });
  await addField(ctx, {
    key: 'platform',
    label: 'Platform',
    kind: 'choice',
    values: [{ value: 'Soundtrack Your Brand', synonyms: ['SYB'] }],
  });
  await addField(ctx, { key: 'seats', label: 'Seats', kind: 'number' });
  await addField(ctx, { key: 'opened', label: 'Opened', kind: 'date' });
  await addField(ctx, { key: 'has_bar', label: 'Has a bar', kind: 'yesno' });

  await addCustomer(ctx, { name: 'blank' });
  await addCustomer(ctx, {
    name: 'Hôtel garden',
    brandId: garden,
    type: 'Hotel',
    city: 'Phuket',
    country: 'TH',
    tier: 'gold',
    locale: 'th-TH',
    timeZone: 'Asia/Bangkok',
    ownerId,
    tags: ['VIP', 'pool bar'],
    units: ['Edge', 'Drift Bar'],
    attributes: { platform: 'Soundtrack Your Brand', seats: 40, opened: '2019-02-28', has_bar: true },
    contracts: [
      {
        startsOn: '2025-11-01',
        endsOn: '2027-10-31',
        unitCount: 2,
        pricePerUnitMinor: 1_200_000,
        currency: 'THB',
      },
    ],
    contacts: [{ at: { email: 'reach@example.com' } }],
  });
  await addCustomer(ctx, {
    name: 'conrad',
    brandId: conrad,
    type: 'hotel',
    city: 'Doha',
    country: 'QA',
    locale: 'en',
    units: ['Shore'],
    attributes: { platform: 'SYB (old)', seats: '12', opened: '2021-02-30', has_bar: 'no' },
    contracts: [{ startsOn: '2024-01-01', endsOn: '2026-11-20', pricePerUnitMinor: 500, currency: 'QAR' }],
  });
  await addCustomer(ctx, {
    name: 'corner',
    brandId: corner,
    attributes: { seats: 'many', has_bar: 'perhaps', platform: ' ' },
    contracts: [{ startsOn: '2027-01-01', endsOn: '2027-12-31', unitCount: 11, pricePerUnitMinor: 100 }],
  });
  await addCustomer(ctx, {
    name: 'renewed',
    contracts: [
      { startsOn: '2025-01-01', endsOn: '2026-12-31', unitCount: 4 },
      { startsOn: '2027-01-01', endsOn: '2027-12-31', unitCount: 5 },
    ],
  });
  await addCustomer(ctx, { name: 'open end', contracts: [{ startsOn: '2025-01-01', unitCount: 3 }] });
  await addCustomer(ctx, {
    name: 'open renewal',
    contracts: [
      { startsOn: '2024-01-01', endsOn: '2026-11-01' },
      { startsOn: '2026-11-02', unitCount: 20 },
    ],
  });
  await addCustomer(ctx, {
    name: 'cancelled',
    contracts: [{ endsOn: '2027-10-15', status: 'cancelled', pricePerUnitMinor: 7 }],
    contacts: [{ at: { email: 'stop@example.com' } }],
  });
  await addCustomer(ctx, {
    name: 'half cancelled',
    contracts: [{ endsOn: '2028-01-01', status: 'cancelled' }, { endsOn: '2026-11-21' }],
  });
  await suppressAddress(ctx, 'stop@example.com', 'all');
}

/** A workspace of them, of one that waits for review and of one that was discarded. */
export async function openVariedWorkspace() {
  const workspace = await openTestWorkspace();
  await workspace.system(async (ctx) => {
    await addVariedCustomers(ctx);
    await addCustomer(ctx, { name: 'Thailand', status: 'review' });
    await addCustomer(ctx, { name: 'gone', status: 'discarded', city: 'Phuket' });
  });
  return workspace;
}
