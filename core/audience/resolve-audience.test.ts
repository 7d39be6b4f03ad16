import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ends, is } from '../../evals/cases/request-case.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { openVariedWorkspace } from '../../test/varied-customers.ts';
import type { TestWorkspace } from '../../test/workspace.ts';
import { createTenant } from '../tenants/workspace.ts';
import { explainCustomer } from './explain-customer.ts';
import type { Filter } from './filter.ts';
import { openAudience, resolveAudience } from './resolve-audience.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openVariedWorkspace();
});
afterAll(() => workspace.close());

const resolve = (filter: unknown, excludedCustomerIds: string[] = []) =>
  workspace.system((ctx) => resolveAudience(ctx, { filter, excludedCustomerIds }));
const namesOf = async (filter: unknown) => (await resolve(filter)).customers.map(({ name }) => name);

describe('an audience', () => {
  it('is every active customer that matches, with what a person wants to see of it', async () => {
    const { customers, words } = await resolve({
      all: [is('brand', 'Hilton'), ends('2027-10-01', '2027-10-31')],
    });
    expect(customers).toHaveLength(1);
    expect(customers[0]).toMatchObject({
      name: 'Hôtel garden',
      brand: 'Hilton Garden Inn',
      city: 'Phuket',
      country: 'TH',
      contractEnd: '2027-10-31',
      units: 2,
      because: 'brand is Hilton (with Hilton Garden Inn), and contract ends 1–31 October 2027',
    });
    expect(words).toBe('brand is Hilton (with Hilton Garden Inn), and contract ends 1–31 October 2027');
  });

  it('names the alternative that admitted each customer', async () => {
    const { customers } = await resolve({
      any: [is('city', 'Doha'), { all: [is('tag', 'vip'), is('tier', 'gold')] }],
    });
    expect(customers.map(({ name, because }) => [name, because])).toEqual([
      ['conrad', 'city is Doha'],
      ['Hôtel garden', 'tag is vip, and value tier is gold'],
    ]);
  });

  it('tells those taken out by hand apart, only when they would have matched', async () => {
    const all = await resolve({ all: [] });
    const [conrad, corner] = ['conrad', 'corner'].map(
      (name) => all.customers.find((one) => one.name === name)!.id,
    );
    const { customers, excluded } = await resolve(is('city', 'Doha', 'Phuket'), [conrad!, corner!]);
    expect(customers.map(({ name }) => name)).toEqual(['Hôtel garden']);
    expect(excluded).toEqual([{ id: conrad, name: 'conrad', reason: 'taken out by hand' }]);
  });

  it('counts what is not known by field, and cancelled contracts apart', async () => {
    const { unknown, notes } = await resolve({
      all: [ends('2027-10-01', '2027-10-31'), is('size', 'small')],
    });
    expect(unknown).toEqual({ 'Contract end': 2, 'Size class': 1 });
    expect(notes).toContain('1 customer left out: the contract is cancelled.');
  });

  it('says how many prices are in another currency', async () => {
    const { unknown, notes } = await resolve({ op: 'between', field: 'unit_price', from: 1 });
    expect(notes).toContain('1 customer left out: the price is not in THB and was not compared.');
    expect(unknown).toEqual({ 'Price per zone and year': 5 });
  });

  it('comes by the same pages whether names are followed or who is meant is known before', async () => {
    const filters: Filter[] = [
      { all: [] },
      is('brand', 'Hilton'),
      { any: [is('city', 'Doha'), is('tag', 'vip')] },
      { all: [is('city', 'Doha', 'Phuket'), { op: 'contains', field: 'name', text: 'o' }] },
    ];
    for (const filter of filters) {
      const whole = await namesOf(filter);
      for (const isRare of [false, true]) {
        const names = await workspace.system(async (ctx) => {
          const found: string[] = [];
          for (let after: string | undefined, isMore = true; isMore; ) {
            const page = await (await openAudience(ctx, { filter })).page({ size: 2, after, isRare });
            found.push(...page.customers.map(({ name }) => name));
            isMore = page.next !== null;
            after = page.next ?? undefined;
          }
          return found;
        });
        expect(names).toEqual(whole);
      }
    }
  });

  it('leaves out what waits for review, and counts it', async () => {
    const everybody = await resolve({ all: [] });
    expect(everybody.customers).toHaveLength(9);
    expect(everybody.notes).toEqual(['1 more record that would match waits for review.']);
  });

  it('refuses a filter that is none, naming the place', async () => {
    await expect(resolve({ all: [{ op: 'known', field: 'brandt' }] })).rejects.toMatchObject({
      code: 'field:unknown',
      where: { at: 'all[0]', nearest: ['brand'] },
    });
  });

  it('holds nobody of another tenant', async () => {
    const { database, keys, within } = workspace;
    const other = await createTenant(database, keys, { slug: 'other', name: 'Other' });
    const theirs = await within(other.id, { kind: 'system', name: 'test' }, async (ctx) => {
      const id = await addCustomer(ctx, { name: 'theirs', city: 'Doha' });
      expect((await resolveAudience(ctx, { filter: { all: [] } })).customers).toHaveLength(1);
      return id;
    });
    expect(await namesOf(is('city', 'Doha'))).toEqual(['conrad']);
    const explained = workspace.system((ctx) =>
      explainCustomer(ctx, { draft: { filter: { all: [] }, excludedCustomerIds: [] }, customerId: theirs }),
    );
    await expect(explained).rejects.toMatchObject({ code: 'customer:unknown' });
  });
});

describe('what lapsed is told apart', () => {
  it('but not the same month a year ago while it is not over', async () => {
    expect((await resolve(ends('2027-11-01', '2027-11-30'))).notes.join()).not.toContain('lapsed');
  });

  it('the same days a year ago, when they are over', async () => {
    await workspace.system((ctx) =>
      addCustomer(ctx, { name: 'last october', type: 'Gym', contracts: [{ endsOn: '2026-10-31' }] }),
    );
    const october = ends('2027-10-01', '2027-10-31');
    expect((await resolve(october)).notes[0]).toBe('1 more lapsed in October 2026.');
    expect((await resolve({ all: [is('type', 'gym'), october] })).notes).toContain(
      '1 more lapsed in October 2026.',
    );
    const hotels = await resolve({ all: [is('type', 'hotel'), october] });
    expect(hotels.notes.join()).not.toContain('lapsed');
  });

  it('the part of this month that has passed', async () => {
    const { notes, customers } = await resolve(ends('2026-11-21', '2026-11-30'));
    expect(customers.map(({ name }) => name)).toEqual(['half cancelled']);
    expect(notes).toContain('1 more lapsed earlier this month (1–20 November 2026).');
  });

  it('the part of this quarter, or of this year, that has passed', async () => {
    const { notes } = await resolve(ends('2026-11-21', '2026-12-31'));
    expect(notes.filter((note) => note.includes('earlier'))).toEqual([
      '2 more lapsed earlier this quarter (1 October – 20 November 2026).',
    ]);
    await workspace.system((ctx) =>
      addCustomer(ctx, { name: 'last may', contracts: [{ endsOn: '2026-05-31' }] }),
    );
    const year = await resolve(ends('2026-11-21', '2026-12-31'));
    expect(year.notes).toContain('3 more lapsed earlier this year (1 January – 20 November 2026).');
  });

  it('those inside a range that began before today', async () => {
    const { notes } = await resolve(ends('2026-11-01', '2026-11-30'));
    expect(notes).toContain('1 of them already lapsed (1–20 November 2026).');
  });
});

describe('relative days and events', () => {
  it('are read on the day, also for what lapsed', async () => {
    const ahead = await resolve(ends('today', 'month-end'));
    expect(ahead.words).toBe('contract ends from today to the end of this month (21–30 November 2026)');
    expect(ahead.notes).toEqual((await resolve(ends('2026-11-21', '2026-11-30'))).notes);
    expect((await resolve(ends('month-start', 'month-end'))).notes).toContain(
      '1 of them already lapsed (1–20 November 2026).',
    );
  });

  it('say when nothing is recorded at all', async () => {
    const { notes, customers } = await resolve({ not: { op: 'did', field: 'ordered' } });
    expect(notes).toContain('Nothing is recorded of who “ordered”: as far as is known, nobody did.');
    expect(customers).toHaveLength((await resolve({ all: [] })).customers.length);
    const gone = '0190a3a0-0000-7000-8000-000000000001';
    expect((await resolve(is('segment', gone))).notes).toContain('A segment that it names is not there.');
  });
});

describe('an empty audience', () => {
  it('says which condition emptied it and what the others give', async () => {
    const { notes } = await resolve({ all: [is('brand', 'Hilton'), is('city', 'Pukhet')] });
    expect(notes).toEqual([
      'No customer has the city “Pukhet”. Nearest: Phuket.',
      'Nobody matches “city is Pukhet”.',
      '“brand is Hilton (with Hilton Garden Inn)” alone matches 1 customer.',
    ]);
  });

  it('says when no condition is empty alone', async () => {
    const { notes } = await resolve({ all: [is('brand', 'Hilton'), is('city', 'Doha')] });
    expect(notes).toContain('Each condition matches somebody, but nobody matches all of them.');
    expect(notes).toContain('Without “city is Doha” there would be 1 customer.');
  });

  it('offers the nearest days, and no name that only a file gave', async () => {
    const range = { op: 'between', field: 'contract_end', from: '2027-11-01', to: '2027-11-30' } as const;
    const { notes } = await resolve({ all: [is('brand', 'Hilton'), range] });
    expect(notes).toContain(
      'Instead of “contract ends 1–30 November 2027”, “contract ends 31 October – 30 November 2027” would give 1 customer.',
    );
    const named = await resolve({ all: [is('brand', 'Hilton'), is('tag', 'nothing')] });
    expect(named.notes.join(' ')).not.toMatch(/VIP|pool bar/);
  });

  it('offers the nearest known brand', async () => {
    const { notes } = await resolve(is('brand', 'Hiltn'));
    expect(notes[0]).toBe('No customer has the brand “Hiltn”. Nearest: Hilton.');
  });
});

describe('explaining one customer', () => {
  const idOf = async (name: string) =>
    (await resolve({ op: 'in', field: 'name', values: [name] })).customers[0]!.id;
  const explain = async (name: string, filter: Filter, excluded = false) => {
    const customerId = await idOf(name);
    const draft = { filter, excludedCustomerIds: excluded ? [customerId] : [] };
    return workspace.system((ctx) => explainCustomer(ctx, { draft, customerId }));
  };

  it('gives the conditions that hold, that fail, and that cannot be judged', async () => {
    const filter: Filter = { all: [is('type', 'Hotel'), { any: [is('city', 'Doha'), is('tag', 'vip')] }] };
    expect(await explain('conrad', filter)).toEqual({
      isIn: true,
      because: ['business type is Hotel, and city is Doha'],
    });
    expect(await explain('corner', filter)).toEqual({
      isIn: false,
      because: [
        'it cannot be judged, business type is not known: business type is Hotel',
        'it cannot be judged, city is not known: city is Doha, or tag is vip',
      ],
    });
    expect(await explain('conrad', is('city', 'Phuket'))).toEqual({
      isIn: false,
      because: ['this does not hold: city is Phuket'],
    });
  });

  it('says when a customer was taken out by hand', async () => {
    const { isIn, because } = await explain('conrad', is('city', 'Doha'), true);
    expect([isIn, because[0]]).toEqual([false, 'it was taken out by hand']);
  });
});
