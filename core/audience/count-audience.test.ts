import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allMembers, type Member, neighbours } from '../../db/queries/audience-reach.ts';
import { addCustomer, suppressAddress } from '../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { audienceFacets } from './audience-facets.ts';
import { audienceReach } from './audience-reach.ts';
import { countAudience } from './count-audience.ts';
import { toReach } from './reach-figures.ts';
import { drawPages, estimate } from './sample.ts';

/** Some of `pages`, which each have as many hits as they say, by a generator of its own. */
function sampled(pages: readonly number[], { drawn, seed }: { drawn: number; seed: number }) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 22_695_477) + 1) >>> 0;
    return state / 2 ** 32;
  };
  const order = pages.map((hits) => ({ hits, at: next() })).sort((a, b) => a.at - b.at);
  const some = order.slice(0, drawn).map(({ hits }) => hits);
  return {
    hits: some.reduce((sum, hits) => sum + hits, 0),
    squares: some.reduce((sum, hits) => sum + hits ** 2, 0),
  };
}

describe('an estimate from sampled pages', () => {
  it.each<[string, (page: number) => number]>([
    ['spread unevenly', (page) => page % 21],
    ['in clumps', (page) => (page % 50 < 5 ? 20 : 0)],
    ['mostly full', (page) => (page % 7 === 0 ? 3 : 29)],
  ])('holds the true number in about nineteen of twenty samples: %s', (_what, hitsOf) => {
    const pages = Array.from({ length: 2000 }, (_, page) => hitsOf(page));
    const total = pages.reduce((sum, hits) => sum + hits, 0);
    const runs = 300;
    const held = Array.from({ length: runs }, (_, at) => {
      const { low, high } = estimate(sampled(pages, { drawn: 300, seed: 77 + at * 7919 }), {
        drawn: 300,
        pages: 2000,
      });
      return low <= total && total <= high;
    }).filter(Boolean).length;
    expect(held / runs).toBeGreaterThan(0.9);
    expect(held / runs).toBeLessThan(0.995);
  });

  it('is certain where every page is alike, and never less than was seen', () => {
    expect(estimate({ hits: 300, squares: 3000 }, { drawn: 30, pages: 100 })).toEqual({
      ...{ value: 1000, low: 1000, high: 1000, isExact: false },
    });
    expect(estimate({ hits: 9, squares: 81 }, { drawn: 2, pages: 4 }).low).toBe(9);
    expect(estimate({ hits: 0, squares: 0 }, { drawn: 10, pages: 100 })).toMatchObject({
      value: 0,
      high: 30,
    });
  });

  it('is the number itself when everything was read', () => {
    expect(estimate({ hits: 7, squares: 19 }, { drawn: 4, pages: 4 })).toEqual({
      ...{ value: 7, low: 7, high: 7, isExact: true },
    });
  });

  it('draws each page as often as any other, the same ones again', () => {
    const drawn = drawPages(30_000, 400);
    expect(new Set(drawn).size).toBe(400);
    expect(drawn).toEqual(drawPages(30_000, 400));
    expect(drawn.every((page) => page >= 0 && page < 30_000)).toBe(true);
    const thirds = [0, 1, 2].map(
      (third) => drawn.filter((page) => Math.floor(page / 10_000) === third).length,
    );
    for (const count of thirds) expect(Math.abs(count - 133)).toBeLessThan(40);
    expect(drawPages(3, 400)).toEqual([0, 1, 2]);
  });
});

describe('the pages of the table', () => {
  let workspace: TestWorkspace;
  // Everything is worth a sample.
  const dear = { rows: -1, cost: -1 };
  beforeAll(async () => {
    workspace = await openTestWorkspace();
    await workspace.system(async (ctx) => {
      for (let at = 0; at < 40; at++)
        await addCustomer(ctx, {
          ...{ name: `Place ${at}`, country: at % 4 ? 'TH' : 'DE', city: at % 3 ? 'Krabi' : null },
          contacts: [
            {
              at: { email: at % 5 ? `${at}@example.com` : 'shared@example.com' },
              consent: at % 2 ? ['email'] : [],
            },
            ...(at % 6 ? [] : [{ at: { whatsapp: `+1${at}` } }, {}]),
          ],
        });
      await suppressAddress(ctx, '7@example.com', 'all');
      // Place 0 never ordered, place 1 once, place 2 twice, and so on up to four times, for 100 each.
      await ctx.tx.execute(sql`insert into activities (id, tenant_id, customer_id, kind, at, value, currency)
        select gen_random_uuid(), k.tenant_id, k.customer_id, 'order',
          timestamptz '2026-11-01' - n * interval '1 day', 100, 'THB'
        from customer_facts k, generate_series(1, 4) n where n <= split_part(k.name, ' ', 2)::int % 5`);
    });
  });
  afterAll(() => workspace.close());

  it.each<[string, unknown]>([
    ['a column', { op: 'in', field: 'country', values: ['DE'] }],
    ['a customer’s own row', { op: 'contains', field: 'anything', text: 'place 7' }],
    ['the last reply', { not: { op: 'known', field: 'last_reply' } }],
    ['the highest', { op: 'top', field: 'random', end: 'highest', percent: 10, seed: 'a' }],
    ['so often', { op: 'did', field: 'ordered', times: { from: 2, to: 3 } }],
    ['at most so often', { op: 'did', field: 'ordered', times: { to: 1 } }],
    ['for so much', { op: 'did', field: 'ordered', from: '2026-10-30', total: { from: 200 } }],
    [
      'not for little',
      { not: { op: 'did', field: 'ordered', total: { to: 300 }, times: { from: 0, to: 9 } } },
    ],
    ['last active', { op: 'between', field: 'last_active', from: '2026-10-30' }],
    ['nobody', { op: 'in', field: 'city', values: ['Nowhere'] }],
    ['everybody', { all: [] }],
  ])('hold all that is asked for, when all of them are read: %s', async (_what, filter) => {
    await workspace.system(async (ctx) => {
      const estimated = await countAudience(ctx, { filter, dear });
      expect(estimated).toEqual(await countAudience(ctx, { filter, isExact: true }));
      const facets = { filter, fields: ['city', 'country', 'tag'] };
      expect(await audienceFacets(ctx, { ...facets, dear })).toEqual(
        await audienceFacets(ctx, { ...facets, isExact: true }),
      );
      for (const purpose of ['service', 'marketing'] as const) {
        const reach = await audienceReach(ctx, { filter, purpose, isExact: true });
        for (const cost of [-1, Number.POSITIVE_INFINITY])
          expect(await audienceReach(ctx, { filter, purpose, dear: { rows: -1, cost } })).toEqual(reach);
        const drawn = { total: estimated.count.value, most: 40 };
        expect(await audienceReach(ctx, { filter, purpose, dear, drawn })).toEqual(reach);
      }
      // All of them are drawn.
      const counted = await countAudience(ctx, { filter, drawn: { total: 40, most: 40 } });
      expect(counted).toEqual(await countAudience(ctx, { filter, isExact: true }));
    });
  });

  it('are not needed where some are drawn of those who were counted', async () => {
    await workspace.system(async (ctx) => {
      const asked = { filter: { all: [] }, purpose: 'service' as const, dear };
      const drawn = { total: 40, most: 20 };
      const { isExact, customers, ranges, contacts } = await audienceReach(ctx, { ...asked, drawn });
      expect([isExact, customers, ranges?.customers]).toEqual([false, 40, { low: 40, high: 40 }]);
      // Each has one contact or three.
      expect(ranges!.contacts.low).toBeGreaterThanOrEqual(20);
      expect(contacts).toBeGreaterThanOrEqual(40);
      expect(contacts).toBeLessThanOrEqual(68);
    });
  });

  it('are not needed where what all of them did is told from some of them', async () => {
    await workspace.system(async (ctx) => {
      const count = async (filter: unknown, most: number) =>
        (await countAudience(ctx, { filter, drawn: { total: 40, most } })).count;
      const last = { op: 'between', field: 'last_active', from: '2026-10-30' };
      const { value: exact } = await count(last, 40);
      const { value, low, high, isExact } = await count(last, 25);
      expect(isExact).toBe(false);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThanOrEqual(value);
      // Whoever is drawn: 15 are not, and an interval of 95 % misses one time in twenty.
      expect(value).toBeGreaterThanOrEqual(Math.floor((Math.max(0, exact - 15) / 25) * 40));
      expect(value).toBeLessThanOrEqual(Math.ceil((Math.min(exact, 25) / 25) * 40));
      // Of whom few are found among those drawn, and who is told without what they did: both are counted.
      for (const filter of [{ all: [{ op: 'known', field: 'last_reply' }] }, { all: [] }])
        expect((await count(filter, 20)).isExact).toBe(true);
    });
  });

  it('tell who shares an address with somebody on another page', async () => {
    await workspace.system(async (ctx) => {
      const { rows } = await ctx.tx.execute<Member>(allMembers(sql`k.country = 'DE'`));
      const near = await ctx.tx.execute<Member>(neighbours(sql`k.country = 'TH'`, rows));
      // 0 and 20 stand in Germany with the shared address; so do 5, 10, 15, 25, 30 and 35 in Thailand.
      expect(near.rows).toHaveLength(6);
      expect(near.rows.every(({ page }) => page === null)).toBe(true);
    });
  });

  it('are not looked at where counting is cheap', async () => {
    await workspace.system(async (ctx) => {
      const { count } = await countAudience(ctx, { filter: { all: [] } });
      expect(count).toEqual({ value: 40, low: 40, high: 40, isExact: true });
    });
  });
});

describe('figures of a sample', () => {
  it('are estimates with their ranges, and what nobody was found for is not certainly nobody', () => {
    const rows = [
      { channel: null, what: 'customers', hits: 60, squares: 400 },
      { channel: 'email', what: 'reachable', hits: 30, squares: 100 },
    ];
    const reach = toReach(rows, { drawn: 10, pages: 100 });
    expect(reach).toMatchObject({
      ...{ isExact: false, customers: 600, contacts: 0 },
      ranges: { customers: estimateOf(60, 400), contacts: { low: 0, high: 30 } },
      channels: [
        { channel: 'email', reachable: 300, suppressed: 0, ranges: { reachable: estimateOf(30, 100) } },
      ],
    });
  });
});

function estimateOf(hits: number, squares: number) {
  const { low, high } = estimate({ hits, squares }, { drawn: 10, pages: 100 });
  return { low, high };
}
