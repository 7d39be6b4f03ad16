import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepCustomerCounts } from '../core/statistics/count-customers.ts';
import {
  addresses,
  brands,
  contacts,
  contracts,
  customers,
  imports,
  reviewItems,
  units,
} from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { fold } from '../lib/text.ts';
import { addCustomer } from '../test/add-customer.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let viewer: Voice;
const names = ['Hilton Andaman Bay', 'Café Über 100%', 'Kurfürst Hotel', 'Under_score Bar', 'Zed'];
const ids = names.map(() => newId());

beforeAll(async () => {
  server = await openTestServer();
  viewer = await server.signIn('viewer');
  await server.system(async (ctx) => {
    const tenantId = ctx.tenant.id;
    const [brandId, importId, contactId] = [newId(), newId(), newId()];
    const customerId = ids[0]!;
    await ctx.tx.insert(brands).values({ id: brandId, tenantId, name: 'Hilton' });
    await ctx.tx.insert(customers).values(
      names.map((name, at) => ({
        id: ids[at]!,
        tenantId,
        name,
        importKey: fold(name),
        brandId: at === 0 ? brandId : null,
        status: at === 4 ? ('review' as const) : ('active' as const),
      })),
    );
    await ctx.tx.insert(units).values({ tenantId, customerId, name: 'Edge', position: 0 });
    await ctx.tx.insert(contracts).values([
      { tenantId, customerId, endsOn: '2026-10-31' },
      {
        tenantId,
        customerId,
        endsOn: '2027-10-31',
        unitCount: 1,
        pricePerUnitMinor: 1_200_000,
        currency: 'THB',
      },
      { tenantId, customerId, endsOn: '2030-01-01', status: 'cancelled' },
      { tenantId, customerId: ids[1]!, endsOn: '2026-11-20' },
    ]);
    await ctx.tx
      .insert(contacts)
      .values({ id: contactId, tenantId, customerId, role: 'general_manager', name: 'Arthit' });
    await ctx.tx.insert(addresses).values({
      tenantId,
      contactId,
      channel: 'email',
      address: 'Arthit@example.com',
      normalised: 'arthit@example.com',
      hash: 'a secret hash',
    });
    await ctx.tx
      .insert(imports)
      .values({ id: importId, tenantId, files: ['book.md'], report: {}, createdBy: {} });
    await ctx.tx.insert(reviewItems).values({
      tenantId,
      importId,
      customerId: ids[4]!,
      reason: 'not_a_customer',
      detail: 'reads like a note',
      file: 'book.md',
      line: 7,
      isBlocking: true,
    });
  });
});
afterAll(() => server.close());

const listed = async (query: string) => {
  const page = (await viewer.get(`/api/v1/customers?${query}`)).json();
  return { ...page, names: page.customers.map((row: { name: string }) => row.name) };
};

describe('GET /customers', () => {
  it('lists those that are in, a page at a time, each once', async () => {
    const first = await listed('limit=3');
    expect([first.total, first.names.length]).toEqual([4, 3]);
    const rest = await listed(`limit=3&after=${first.next}`);
    expect([rest.names.length, rest.next]).toEqual([1, null]);
    expect(new Set([...first.names, ...rest.names])).toEqual(new Set(names.slice(0, 4)));
  });

  it.each(['name', 'place', 'contract_end', 'newest'])(
    'has the same order whole and in pages, by %s',
    async (sort) => {
      const { names: whole, customers: rows } = await listed(`sort=${sort}`);
      const ends = rows.map(({ contractEnd }: { contractEnd: string | null }) => contractEnd ?? 'never');
      if (sort === 'contract_end') expect(ends).toEqual(ends.toSorted());
      const pages: string[] = [];
      for (let after = ''; ; ) {
        const page = await listed(`sort=${sort}&limit=1${after}`);
        pages.push(...page.names);
        if (!page.next) break;
        after = `&after=${page.next}`;
      }
      expect([pages, whole.length]).toEqual([whole, 4]);
    },
  );

  it('tells what is known of each: brand, the latest contract that stands, units', async () => {
    const { customers: found } = await listed('search=hilton');
    expect(found).toEqual([
      expect.objectContaining({ brand: 'Hilton', contractEnd: '2027-10-31', units: 1, contacts: 1 }),
    ]);
  });

  it.each([
    ['kurfurst', ['Kurfürst Hotel']],
    ['cafe uber', ['Café Über 100%']],
    ['100%', ['Café Über 100%']],
    ['%', ['Café Über 100%']],
    ['_', ['Under_score Bar']],
    ["'; drop table customers; --", []],
    ['nobody', []],
    ['Zed\0', []],
  ])('finds %s literally', async (search, found) => {
    expect((await listed(`search=${encodeURIComponent(search)}`)).names).toEqual(found);
  });

  it('shows apart what waits for review', async () => {
    expect((await listed('status=review')).names).toEqual(['Zed']);
    expect((await viewer.get('/api/v1/reviews')).json().reviews).toEqual([
      expect.objectContaining({ customer: 'Zed', reason: 'not_a_customer', line: 7, isBlocking: true }),
    ]);
    expect((await viewer.get('/api/v1/reviews?status=discarded')).json().reviews).toEqual([]);
  });
});

describe('GET /customers/:id', () => {
  it('reads one whole, without the hashes of its addresses', async () => {
    const read = await (await server.signIn('manager')).get(`/api/v1/customers/${ids[0]}`);
    expect(read.json()).toMatchObject({
      brand: 'Hilton',
      units: ['Edge'],
      contacts: [
        { name: 'Arthit', hasLeft: false, addresses: [{ address: 'Arthit@example.com', usable: true }] },
      ],
    });
    expect(read.json().contracts).toHaveLength(3);
    expect(read.body).not.toContain('secret hash');
  });

  it('answers 404 for what is not here', async () => {
    const unknown = await viewer.get(`/api/v1/customers/${newId()}`);
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'customer:unknown']);
  });
});

describe('GET /statistics', () => {
  it('counts the rows, the unknown apart from the lapsed', async () => {
    const { customers: counted, messages } = (await viewer.get('/api/v1/statistics')).json();
    expect(counted).toEqual({
      active: 4,
      inReview: 1,
      units: 1,
      contacts: 1,
      withAddress: 1,
      contracts: { current: 1, lapsed: 1, unknown: 2 },
      countedAt: expect.any(String),
    });
    expect(messages).toMatchObject({ targeted: 0, submitted: 0 });
  });

  it('counts very many customers once a minute, and says when', async () => {
    await server.system(async (ctx) => {
      const count = (afterMs: number) =>
        keepCustomerCounts({ ...ctx, now: new Date(ctx.now.getTime() + afterMs) }, 5);
      const first = await count(0);
      expect(first).toMatchObject({ active: 4, countedAt: ctx.now.toISOString() });
      await addCustomer(ctx, { name: 'One more' });
      expect(await count(59_000)).toEqual(first);
      expect(await count(61_000)).toMatchObject({ active: 5 });
      expect((await count(-1)).countedAt).not.toBe(first.countedAt);
    });
  });
});
