import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activities, campaigns, customers, replies, segmentCounts } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { addMessage } from '../../test/add-message.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Filter } from '../audience/filter.ts';
import { resolveAudience } from '../audience/resolve-audience.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import { deleteCampaign } from '../campaigns/delete-campaign.ts';
import type { Ctx } from '../context.ts';
import { changeSegment } from './change-segment.ts';
import { createSegment } from './create-segment.ts';
import { deleteSegment } from './delete-segment.ts';
import { listSegments } from './list-segments.ts';
import { readSegment } from './read-segment.ts';
import { recordDueCounts } from './save-version.ts';
import { segmentCustomers } from './segment-customers.ts';

let space: TestWorkspace;
const [anna, bela] = [newId(), newId()];
const inCity = (...values: string[]): Filter => ({ op: 'in', field: 'city', values });
const inSegment = (...values: string[]): Filter => ({ op: 'in', field: 'segment', values });

beforeAll(async () => {
  space = await openTestWorkspace();
  await space.system(async (ctx) => {
    await addCustomer(ctx, {
      id: anna,
      name: 'Anna',
      city: 'Phuket',
      contacts: [{ at: { email: 'a@example.com' } }],
    });
    await addCustomer(ctx, { id: bela, name: 'Bela', city: 'Krabi' });
    await addCustomer(ctx, { name: 'Carl', city: 'Berlin' });
  });
});
afterAll(() => space.close());

/** Whatever a test does is undone after it. */
const trying = (work: (ctx: Ctx) => Promise<void>) => async () => {
  const undo = new Error('undone');
  await expect(
    space.system(async (ctx) => {
      await work(ctx);
      throw undo;
    }),
  ).rejects.toBe(undo);
};

const namesIn = async (ctx: Ctx, filter: Filter): Promise<string[]> =>
  (await resolveAudience(ctx, { filter })).customers.map(({ name }) => name);

describe('a segment', () => {
  it(
    'is named by whom it is about when nobody names it, and never as another one is',
    trying(async (ctx) => {
      const first = await createSegment(ctx, { filter: inCity('Phuket', 'Krabi') });
      const second = await createSegment(ctx, { filter: inCity('Phuket', 'Krabi') });
      const third = await createSegment(ctx, { filter: { op: 'known', field: 'tier' } });
      const rows = await listSegments(ctx);
      const nameOf = (id: string) => rows.find((row) => row.id === id)?.name;
      expect([first, second, third].map(nameOf)).toEqual([
        'Phuket and Krabi',
        'Phuket and Krabi (2)',
        'Value tier is known',
      ]);
      await expect(createSegment(ctx, { name: 'phuket and krabi' })).rejects.toMatchObject({
        code: 'segment:exists',
      });
    }),
  );

  it(
    'has whoever matches now; a frozen one whoever matched then',
    trying(async (ctx) => {
      const filter = inCity('Phuket');
      const live = await createSegment(ctx, { filter });
      const frozen = await createSegment(ctx, { filter, kind: 'frozen' });
      await ctx.tx.update(customers).set({ city: 'Phuket' }).where(eq(customers.id, bela));
      await ctx.tx.update(customers).set({ city: 'Bangkok' }).where(eq(customers.id, anna));
      expect(await namesIn(ctx, inSegment(live))).toEqual(['Bela']);
      expect(await namesIn(ctx, inSegment(frozen))).toEqual(['Anna']);
      expect(await namesIn(ctx, { not: inSegment(live, frozen) })).toEqual(['Carl']);
      expect(
        (await segmentCustomers(ctx, { segmentId: frozen, limit: 100 })).customers.map(({ name }) => name),
      ).toEqual(['Anna']);
    }),
  );

  it(
    'may be made of others, never of itself',
    trying(async (ctx) => {
      const south = await createSegment(ctx, { name: 'South', filter: inCity('Phuket', 'Krabi') });
      const outer = await createSegment(ctx, {
        filter: { all: [inSegment(south), { not: inCity('Krabi') }] },
      });
      expect(await namesIn(ctx, inSegment(outer))).toEqual(['Anna']);
      expect((await readSegment(ctx, outer)).words).toBe('segment is “South”, and city is not Krabi');
      for (const filter of [inSegment(south), inSegment(outer)])
        await expect(changeSegment(ctx, { segmentId: south, patch: { filter } })).rejects.toMatchObject({
          code: 'segment:used',
        });
      await expect(createSegment(ctx, { filter: inSegment(newId()) })).rejects.toMatchObject({
        code: 'segment:unknown',
      });
    }),
  );

  it(
    'keeps every version, and a frozen one its customers through a new name',
    trying(async (ctx) => {
      const segmentId = await createSegment(ctx, { name: 'Coast', filter: inCity('Phuket'), kind: 'frozen' });
      await ctx.tx.update(customers).set({ city: 'Phuket' }).where(eq(customers.id, bela));
      await changeSegment(ctx, { segmentId, patch: { name: 'The coast' } });
      expect(await namesIn(ctx, inSegment(segmentId))).toEqual(['Anna']);
      await changeSegment(ctx, { segmentId, patch: { filter: inCity('Phuket') } });
      expect(await namesIn(ctx, inSegment(segmentId))).toEqual(['Anna', 'Bela']);
      const { versions, version } = await readSegment(ctx, segmentId);
      expect(version).toBe(3);
      expect(versions.map(({ name, change }) => [name, change])).toEqual([
        ['The coast', 'changed filter'],
        ['The coast', 'changed name'],
        ['Coast', 'created'],
      ]);
    }),
  );

  it(
    'remembers how many it had, day by day',
    trying(async (ctx) => {
      const segmentId = await createSegment(ctx, { filter: inCity('Phuket', 'Krabi') });
      const tomorrow = { ...ctx, today: '2026-11-22' };
      await ctx.tx.update(customers).set({ city: 'Berlin' }).where(eq(customers.id, bela));
      expect(await recordDueCounts(ctx)).toBe(false);
      expect((await listSegments(ctx))[0]).toMatchObject({ customers: 2, countedOn: '2026-11-21' });
      await recordDueCounts(tomorrow);
      const { members } = await readSegment(tomorrow, segmentId);
      expect(members).toEqual([
        { day: '2026-11-21', version: 1, customers: 2 },
        { day: '2026-11-22', version: 1, customers: 1 },
      ]);
    }),
  );

  it(
    'keeps each day of the last year, and of older ones the first count of each month',
    trying(async (ctx) => {
      const segmentId = await createSegment(ctx, { filter: inCity('Phuket') });
      const on = (day: string) => ({ tenantId: ctx.tenant.id, segmentId, day, version: 1, customers: 1 });
      const days = ['2024-01-03', '2024-01-04', '2024-01-31', '2024-02-29', '2025-12-01', '2025-12-02'];
      await ctx.tx.insert(segmentCounts).values(days.map(on));
      await recordDueCounts({ ...ctx, today: '2026-11-22' });
      const { members } = await readSegment(ctx, segmentId);
      expect(members.map(({ day }) => day)).toEqual([
        ...['2024-01-03', '2024-02-29', '2025-12-01', '2025-12-02', '2026-11-21', '2026-11-22'],
      ]);
    }),
  );

  it(
    'is not deleted while a campaign still to be sent or another segment needs it',
    trying(async (ctx) => {
      const segmentId = await createSegment(ctx, { name: 'Coast', filter: inCity('Phuket') });
      const outer = await createSegment(ctx, { name: 'Outer', filter: { not: inSegment(segmentId) } });
      const draft = { name: 'Autumn', type: 'announcement', filter: { all: [inSegment(segmentId)] } };
      const { id } = await createCampaign(ctx, { draft });
      await expect(deleteSegment(ctx, segmentId)).rejects.toMatchObject({
        code: 'segment:used',
        message: 'The segment “Coast” is used by the campaign “Autumn” and the segment “Outer”.',
      });
      await deleteSegment(ctx, outer);
      await deleteCampaign(ctx, id);
      await deleteSegment(ctx, segmentId);
      await expect(readSegment(ctx, segmentId)).rejects.toMatchObject({ code: 'segment:unknown' });
      expect(await namesIn(ctx, inSegment(segmentId))).toEqual([]);
    }),
  );

  it(
    'tells how the campaigns went that were sent to it, and that nothing is known before',
    trying(async (ctx) => {
      const segmentId = await createSegment(ctx, { filter: inCity('Phuket', 'Krabi') });
      expect((await readSegment(ctx, segmentId)).performance).toEqual({
        ...{ targeted: 0, reached: 0, replied: 0, converted: 0, unread: 0, campaigns: [] },
        ...{ reachRate: null, replyRate: null, conversionRate: null },
      });
      const campaignId = await addCampaign(ctx, { filter: inSegment(segmentId) });
      const sent = { campaignId, channel: 'email' };
      await addMessage(ctx, {
        ...sent,
        customerId: anna,
        contactId: newId(),
        address: 'a@example.com',
        status: 'delivered',
      });
      await addMessage(ctx, {
        ...sent,
        customerId: bela,
        contactId: newId(),
        address: 'b@example.com',
        status: 'failed',
      });
      await ctx.tx.update(campaigns).set({ status: 'done' }).where(eq(campaigns.id, campaignId));
      await ctx.tx.insert(replies).values({
        ...{ tenantId: ctx.tenant.id, channel: 'email', externalId: 'r1', identifier: 'a@example.com' },
        ...{ addressHash: 'h', body: 'gladly', campaignId, customerId: anna, receivedAt: ctx.now },
        match: { contact: 'message', campaign: 'message', candidates: [], isAddress: true },
        ...{ triage: { intent: 'accept' }, triagedAt: ctx.now },
      });
      const order = { tenantId: ctx.tenant.id, kind: 'order', at: ctx.now, campaignId };
      await ctx.tx.insert(activities).values([
        { ...order, customerId: anna },
        { ...order, customerId: bela },
      ]);
      const { performance, usedBy } = await readSegment(ctx, segmentId);
      expect(performance).toMatchObject({
        ...{ targeted: 2, reached: 1, replied: 1, converted: 1, unread: 0 },
        ...{ reachRate: 0.5, replyRate: 1, conversionRate: 1 },
      });
      expect(performance.campaigns).toMatchObject([{ id: campaignId, status: 'done', reachRate: 0.5 }]);
      expect(usedBy).toMatchObject([{ kind: 'campaign', id: campaignId, status: 'done', needs: false }]);
    }),
  );

  it('is changed by nobody who may only read, and is never another workspace’s', async () => {
    const viewer = await space.person('viewer');
    await expect(space.as(viewer, (ctx) => createSegment(ctx, {}))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    await expect(space.as(viewer, (ctx) => deleteSegment(ctx, newId()))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
  });
});
