import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activities } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign } from '../test/add-campaign.ts';
import { addBrand, addCustomer, setConsent, suppressAddress } from '../test/add-customer.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
let campaignId: string;
const [pearl, bay] = [newId(), newId()];
const ask = async (path: string, body: object) => {
  const answer = await manager.post(`/api/v1/targeting/audience${path}`, body);
  return answer.json();
};
const is = (field: string, ...values: string[]) => ({ op: 'in', field, values });
const EVERYBODY = { all: [] };

beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
  await server.system(async (ctx) => {
    const brandId = await addBrand(ctx, { name: 'Pearl' });
    await addCustomer(ctx, {
      ...{ id: pearl, name: 'Pearl Phuket', country: 'TH', city: 'Phuket', brandId, tags: ['VIP', 'spa'] },
      contracts: [{ endsOn: '2027-01-31', unitCount: 4 }],
      contacts: [
        { at: { email: 'one@example.com' } },
        { at: { email: 'one@example.com', whatsapp: '+66900000001' } },
        { at: { email: 'two@example.com' } },
      ],
    });
    await addCustomer(ctx, {
      ...{ id: bay, name: 'Bay Berlin', country: 'DE', city: 'Berlin', tags: ['VIP'] },
      contracts: [{ endsOn: '2027-06-30', unitCount: 12 }],
      contacts: [
        { at: { email: 'bay@example.com' } },
        { at: { email: 'left@example.com' }, leftAt: ctx.now },
      ],
    });
    await addCustomer(ctx, { name: 'Nobody known', country: 'TH' });
    await addCustomer(ctx, { name: 'Waits', country: 'TH', status: 'review' });
    await setConsent(ctx, { address: 'one@example.com', channel: 'email', state: 'granted' });
    await setConsent(ctx, { address: 'bay@example.com', channel: 'email', state: 'granted' });
    await suppressAddress(ctx, 'two@example.com', 'marketing');
    campaignId = await addCampaign(ctx);
    await ctx.tx.insert(activities).values({
      ...{ tenantId: ctx.tenant.id, customerId: bay, kind: 'order', at: new Date('2025-01-01T00:00:00Z') },
    });
  });
});
afterAll(() => server.close());

describe('counting for a builder', () => {
  it('says how many, in whose words', async () => {
    expect(await ask('', { filter: is('country', 'TH') })).toEqual({
      filter: is('country', 'TH'),
      words: 'country is Thailand',
      count: { value: 2, low: 2, high: 2, isExact: true },
    });
    const top = { op: 'top', field: 'unit_count', end: 'highest', count: 5 };
    expect((await ask('', { filter: top })).count.value).toBe(2);
    expect((await ask('', { filter: { ...top, count: undefined, percent: 50 } })).count.value).toBe(1);
  });

  it('says what they are like', async () => {
    const answer = await ask('/facets', {
      filter: EVERYBODY,
      fields: ['country', 'tag', 'size', 'brand', 'name'],
    });
    expect(answer).toMatchObject({ total: 3, unknown: 0, isExact: true });
    const facet = (key: string) => answer.facets.find(({ field }: { field: string }) => field === key);
    expect(facet('country')).toMatchObject({
      values: [
        { value: 'TH', words: 'Thailand', customers: 2, low: 2, high: 2 },
        { value: 'DE', words: 'Germany', customers: 1 },
      ],
      unknown: 0,
    });
    expect(facet('tag').values[0]).toMatchObject({ value: 'VIP', words: 'VIP', customers: 2 });
    expect(facet('size')).toMatchObject({
      values: [{ value: 'enterprise' }, { value: 'medium' }],
      unknown: 1,
    });
    expect(facet('brand').unknown).toBe(2);
    expect(facet('name')).toBeUndefined();
    const judged = await ask('/facets', { filter: is('city', 'Phuket'), fields: [] });
    expect(judged).toMatchObject({ total: 1, unknown: 1, facets: [] });
  });

  it('says how two differ', async () => {
    expect(await ask('/overlap', { first: is('country', 'TH'), second: is('tag', 'VIP') })).toMatchObject({
      first: { words: 'country is Thailand', customers: 2 },
      second: { customers: 2 },
      ...{ both: 1, onlyFirst: 1, onlySecond: 1, either: 3, likeness: 1 / 3 },
    });
    const who = async (part: string, more: object = {}) => {
      const two = { first: is('country', 'TH'), second: is('tag', 'VIP'), part, ...more };
      const { customers, next } = await ask('/overlap/customers', two);
      return [...customers.map(({ name }: { name: string }) => name), next];
    };
    expect(await who('both')).toEqual(['Pearl Phuket', null]);
    // Whether the second means it cannot be told, so it does not.
    expect(await who('onlyFirst')).toEqual(['Nobody known', null]);
    expect(await who('onlySecond')).toEqual(['Bay Berlin', null]);
    const page = { second: EVERYBODY, limit: 1 };
    expect(await who('both', page)).toEqual(['Nobody known', expect.any(String)]);
    const [, after] = await who('both', page);
    expect(await who('both', { ...page, after })).toEqual(['Pearl Phuket', null]);
    const nobody = await ask('/overlap', { first: is('tag', 'x'), second: is('tag', 'y') });
    expect(nobody).toMatchObject({ either: 0, likeness: null });
  });

  it('refuses a field nobody has, on every path', async () => {
    const filter = { op: 'known', field: 'shoe_size' };
    for (const [path, body] of [
      ['', { filter }],
      ['/facets', { filter }],
      ['/reach', { filter }],
      ['/nearest', { filter }],
      ['/overlap', { first: filter, second: filter }],
      ['/overlap/customers', { first: filter, second: filter, part: 'both' }],
      ['/why', { filter, customerId: pearl }],
    ] as const)
      expect((await ask(path, body)).error.code).toBe('field:unknown');
  });
});

describe('reach', () => {
  it('counts each contact once a channel, under what stands in the way', async () => {
    const marketing = await ask('/reach', { filter: EVERYBODY, purpose: 'marketing' });
    expect(marketing).toMatchObject({ customers: 3, contacts: 4, withoutAddress: 0, reachableCustomers: 2 });
    expect(marketing.channels).toEqual([
      {
        ...{ channel: 'email', customers: 2, withAddress: 4, suppressed: 1, withoutConsent: 0 },
        ...{ duplicate: 1, capped: 0, reachable: 2, reachableCustomers: 2, ranges: null },
      },
      {
        ...{ channel: 'whatsapp', customers: 1, withAddress: 1, suppressed: 0, withoutConsent: 1 },
        ...{ duplicate: 0, capped: 0, reachable: 0, reachableCustomers: 0, ranges: null },
      },
    ]);
    const service = await ask('/reach', { filter: EVERYBODY });
    expect(service.channels[0]).toMatchObject({
      suppressed: 0,
      withoutConsent: 0,
      duplicate: 1,
      reachable: 3,
    });
  });

  it('advises on the size', async () => {
    const { advice } = await ask('/reach', { filter: EVERYBODY });
    expect(advice.map(({ kind }: { kind: string }) => kind)).toContain('too_small_for_test');
    const nobody = await ask('/reach', { filter: is('tag', 'x') });
    expect(nobody.advice).toEqual([
      { kind: 'nobody', channel: null, have: 0, limit: 1, words: 'Nobody can be reached.' },
    ]);
  });
});

describe('an audience of nobody', () => {
  const nearest = async (filter: object) => (await ask('/nearest', { filter })).culprits;

  it('names the condition to blame and the nearest spelling that somebody has', async () => {
    const [culprit, ...more] = await nearest({ all: [is('country', 'TH'), is('city', 'Pukhet')] });
    expect(more).toEqual([]);
    expect(culprit).toMatchObject({ words: 'city is Pukhet', without: 2 });
    expect(culprit.instead[0]).toEqual({
      clause: is('city', 'Phuket'),
      words: 'city is Phuket',
      customers: 1,
    });
  });

  it('widens a range to the next value on either side', async () => {
    const range = { op: 'between', field: 'contract_end', from: '2027-02-01', to: '2027-03-31' };
    const [culprit] = await nearest({ all: [is('tag', 'VIP'), range] });
    expect(culprit.instead.map(({ clause }: { clause: object }) => clause)).toEqual([
      { ...range, to: '2027-06-30' },
      { ...range, from: '2027-01-31' },
    ]);
    const units = { op: 'between', field: 'unit_count', from: 5, to: 11 };
    expect((await nearest(units))[0].instead).toMatchObject([
      { clause: { to: 12 }, customers: 1 },
      { clause: { from: 4 }, customers: 1 },
    ]);
    const ordered = { op: 'between', field: 'last_order', from: '2026-01-01', to: null };
    expect((await nearest(ordered))[0].instead[0]).toMatchObject({
      clause: { from: '2025-01-01' },
      customers: 1,
    });
  });

  it('asks whether it ever happened, instead of when', async () => {
    const recently = { op: 'did', field: 'ordered', from: 'today-30d', to: null };
    expect((await nearest(recently))[0].instead).toEqual([
      { clause: { op: 'did', field: 'ordered', from: null, to: null }, words: 'ordered', customers: 1 },
    ]);
  });

  it('has nothing to say where somebody matches, or several are to blame', async () => {
    expect(await nearest(EVERYBODY)).toEqual([]);
    expect(await nearest({ all: [is('city', 'Nowhere'), is('tag', 'none')] })).toEqual([]);
  });
});

describe('words and reasons', () => {
  it('read a filter back from its words', async () => {
    expect(
      await ask('/words', { words: 'country is Thailand, and not ordered in the future' }),
    ).toMatchObject({
      error: { code: 'filter:invalid' },
    });
    const filter = {
      all: [is('country', 'TH'), { not: { op: 'did', field: 'ordered', from: null, to: null } }],
    };
    expect(await ask('/words', { words: 'country is Thailand, and not ordered' })).toEqual({ filter });
    const campaign = { op: 'did', field: 'replied', from: null, to: null, campaignId };
    const { words } = await ask('', { filter: campaign });
    expect(words).toBe('replied in campaign “Renewals”');
    expect(await ask('/words', { words })).toEqual({ filter: campaign });
  });

  it('say why one is in and another is not', async () => {
    const why = (customerId: string) => ask('/why', { filter: is('country', 'TH'), customerId });
    expect(await why(pearl)).toEqual({ isIn: true, because: ['country is Thailand'] });
    expect(await why(bay)).toEqual({ isIn: false, because: ['this does not hold: country is Thailand'] });
  });
});
