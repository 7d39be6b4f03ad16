import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activities } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import { addCustomer } from '../../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../test/workspace.ts';
import type { Actor } from '../../tenants/roles.ts';
import { readCustomer } from '../read-customer.ts';
import { readTimeline } from '../read-timeline.ts';
import { mergeCustomers } from './merge-customers.ts';
import { undoMerge } from './undo-merge.ts';

let space: TestWorkspace;
let manager: Actor;
const [keptId, mergedId] = [newId(), newId()];

beforeAll(async () => {
  space = await openTestWorkspace();
  manager = await space.person('manager');
  await space.system(async (ctx) => {
    await addCustomer(ctx, {
      ...{
        id: keptId,
        name: 'The Pearl',
        city: 'Phuket',
        tags: ['a'],
        attributes: { x: 1 },
        units: ['Lobby'],
      },
      contracts: [{ endsOn: '2027-01-31' }],
      contacts: [{ name: 'Anna', at: { email: 'anna@example.com' } }],
    });
    await addCustomer(ctx, {
      ...{
        id: mergedId,
        name: 'Pearl',
        city: 'Krabi',
        tier: 'Gold',
        tags: ['b'],
        attributes: { x: 2, y: 3 },
      },
      units: ['lobby', 'Spa'],
      contracts: [{ endsOn: '2027-01-31' }, { endsOn: '2028-01-31' }],
      contacts: [{ name: 'Anna', at: { email: 'anna@example.com' } }, { name: 'Bela' }],
    });
    await ctx.tx.insert(activities).values({
      tenantId: ctx.tenant.id,
      customerId: mergedId,
      kind: 'order',
      at: ctx.now,
      value: 1250,
      currency: 'THB',
    });
  });
});
afterAll(() => space.close());

const cards = () =>
  space.as(
    manager,
    async (ctx) => [await readCustomer(ctx, keptId), await readCustomer(ctx, mergedId)] as const,
  );
const merge = (actor: Actor, ids = { keptId, mergedId }) =>
  space.as(actor, (ctx) => mergeCustomers(ctx, { ...ids, why: 'the same house' }));

describe('merging two customers', () => {
  it('brings over what the one lacks, replaces nothing, and is taken back whole', async () => {
    const before = await cards();
    const mergeId = await merge(manager);
    const [kept, gone] = await cards();
    expect(kept).toMatchObject({
      ...{ name: 'The Pearl', city: 'Phuket', tier: 'Gold', tags: ['a', 'b'], attributes: { x: 1, y: 3 } },
      ...{ units: ['Lobby', 'Spa'], contracts: [{ endsOn: '2027-01-31' }, { endsOn: '2028-01-31' }] },
      merges: [{ id: mergeId, customerId: mergedId, name: 'Pearl', why: 'the same house' }],
    });
    expect(kept.contacts.map(({ name }) => name)).toEqual(['Anna', 'Bela']);
    expect(gone).toMatchObject({ status: 'merged', mergedIntoId: keptId, units: ['lobby'] });
    const { entries } = await space.as(manager, (ctx) => readTimeline(ctx, { customerId: keptId, limit: 9 }));
    expect(entries.map(({ kind, detail }) => [kind, detail])).toEqual(
      expect.arrayContaining([
        ['merge', 'the same house'],
        ['activity', '12.50 THB'],
      ]),
    );
    expect(await space.as(manager, (ctx) => undoMerge(ctx, mergeId))).toBe(mergedId);
    expect(await cards()).toEqual(before);
    await expect(space.as(manager, (ctx) => undoMerge(ctx, mergeId))).rejects.toMatchObject({
      code: 'merge:invalid',
    });
  });

  it('is refused with itself, with one that is gone, and to scripts and readers', async () => {
    await expect(merge(manager, { keptId, mergedId: keptId })).rejects.toMatchObject({
      code: 'merge:invalid',
    });
    await expect(merge(manager, { keptId, mergedId: newId() })).rejects.toMatchObject({
      code: 'customer:unknown',
    });
    const others = [await space.person('viewer'), await space.person('admin', 'token')];
    for (const actor of others) await expect(merge(actor)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await merge(manager);
    await expect(merge(manager, { keptId: mergedId, mergedId: keptId })).rejects.toMatchObject({
      code: 'merge:invalid',
      message: '“Pearl” was merged already.',
    });
  });
});
