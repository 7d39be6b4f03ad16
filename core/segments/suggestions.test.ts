import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversions } from '../../db/schema/index.ts';
import { is } from '../../evals/cases/request-case.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addMessage } from '../../test/add-message.ts';
import { openThreeBays } from '../../test/three-bays.ts';
import type { WritingRoom } from '../../test/write-letter.ts';
import type { Filter } from '../audience/filter.ts';
import type { Ctx } from '../context.ts';
import { optimiseSegment } from './optimise-segment.ts';
import { suggestSegments } from './suggest-segments.ts';

let room: WritingRoom;
beforeAll(async () => {
  room = await openThreeBays();
});
afterAll(() => room.close());

describe('segments that are suggested', () => {
  it('fit the type that the goal means, are counted, and leave out what nobody is in', async () => {
    const found = await room.system((ctx) =>
      suggestSegments(ctx, { goal: 'Win back the ones that left us' }),
    );
    expect(found.map(({ type, name, customers }) => ({ type, name, customers }))).toEqual([
      { type: 'win_back', name: 'Lapsed within a year', customers: 1 },
      { type: 'win_back', name: 'Everybody', customers: 3 },
    ]);
  });

  it('stay among those whom the person means', async () => {
    const among = is('city', 'Pattaya');
    const found = await room.system((ctx) => suggestSegments(ctx, { type: 'win_back', among }));
    expect(found.map(({ name, customers }) => [name, customers])).toEqual([['Everybody', 2]]);
  });

  it('stay among those whom the goal names', async () => {
    const suggest = (goal: string) => room.system((ctx) => suggestSegments(ctx, { goal }));
    const everybody = (await suggest('Sell more zones to hotels in Pattaya')).at(-1);
    expect(everybody).toMatchObject({
      type: 'upsell',
      customers: 2,
      filter: { all: expect.arrayContaining([is('city', 'Pattaya'), is('type', 'Hotel')]) },
    });
    expect((await suggest('Ten new contracts in Thailand')).at(-1)?.words).toContain('country is Thailand');
    for (const goal of [
      'Sell more zones, but not in Pattaya',
      'Sell more zones to small hotels',
      'asdf qwer',
    ])
      await expect(suggest(goal)).rejects.toMatchObject({ code: 'input:invalid' });
  });
});

describe('what an audience may bring', () => {
  const filter = is('city', 'Hua Hin');
  const worth = (ctx: Ctx) =>
    optimiseSegment(ctx, { filter: { all: [filter] }, aim: 'smaller', type: 'renewal' });

  it('is not known before enough was sent, and that is said', async () => {
    expect(await room.system(worth)).toMatchObject({
      ...{ messages: 1, answers: null, conversions: null, value: null },
      notKnown: [expect.stringContaining('fewer than 30 messages went out by e-mail')],
    });
  });

  it('is what came of the last year’s messages, with its range, in answers and in money', async () => {
    const found = await room.system(async (ctx) => {
      const campaignId = await addCampaign(ctx);
      const { rows } = await ctx.tx.execute<{ customerId: string; contactId: string }>(
        sql`select customer_id as "customerId", id as "contactId" from contacts order by id limit 1`,
      );
      for (let at = 0; at < 40; at++) {
        const contactId = newId();
        const message = {
          campaignId,
          ...rows[0]!,
          contactId,
          channel: 'email',
          address: `${at}@example.com`,
        };
        await addMessage(ctx, { ...message, status: 'submitted', submittedAt: ctx.now });
        const paid = { valueMinor: 10_000, currency: 'THB', via: 'api' as const, at: ctx.now };
        const own = { tenantId: ctx.tenant.id, campaignId, contactId, externalId: `order ${at}` };
        if (at < 35) await ctx.tx.insert(conversions).values({ ...own, ...paid });
      }
      return worth(ctx);
    });
    expect(found).toMatchObject({
      messages: 1,
      answers: { low: 0, high: 1 },
      conversions: { low: 0, high: 1 },
      value: { low: { minor: 0, currency: 'THB' }, high: { minor: 10_000, currency: 'THB' } },
      yearly: { sums: [{ currency: 'THB' }], known: 1, unknown: 0 },
      notKnown: [],
    });
  });
});

describe('an audience that shall be another size', () => {
  const filter = { all: [is('city', 'Hua Hin'), is('type', 'Hotel')] };
  it('becomes larger without a condition', async () => {
    const { customers, options } = await room.system((ctx) =>
      optimiseSegment(ctx, { filter, aim: 'larger' }),
    );
    expect(customers).toBe(1);
    expect(options).toMatchObject([
      {
        customers: 3,
        filter: { all: [is('country', 'TH'), is('type', 'Hotel')] },
        because: 'The whole country instead of the city.',
      },
      { customers: 3, filter: { all: [is('type', 'Hotel')] } },
    ]);
    expect(options[1]?.say).toBe('Find customers where business type is Hotel');
    for (const { reachableCustomers, messages } of options)
      expect(messages).toBeGreaterThanOrEqual(reachableCustomers);
  });

  it('is never everybody for want of a condition', async () => {
    const only = (filter: Filter) => room.system((ctx) => optimiseSegment(ctx, { filter, aim: 'larger' }));
    expect((await only(is('type', 'Hotel'))).options).toEqual([]);
    expect((await only({ all: [] })).options).toEqual([]);
  });

  it('of nobody says why there is nobody, with the nearest name', async () => {
    const { customers, options, notes } = await room.system((ctx) =>
      optimiseSegment(ctx, { filter: is('city', 'Hua Hinn'), aim: 'larger' }),
    );
    expect([customers, options]).toEqual([0, []]);
    expect(notes.join(' ')).toContain('“Hua Hinn”. Nearest: Hua Hin.');
  });

  it('becomes smaller by a value that its customers have', async () => {
    const { options } = await room.system((ctx) =>
      optimiseSegment(ctx, { filter: { all: [] }, aim: 'smaller' }),
    );
    expect(options.length).toBeGreaterThan(0);
    for (const { customers } of options) expect(customers).toBeLessThan(3);
    expect(options.map(({ change }) => change)).toContain('Only city Hua Hin');
  });
});
