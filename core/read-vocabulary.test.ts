import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brands, customers, users } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCustomer } from '../test/add-customer.ts';
import { addVariedCustomers } from '../test/varied-customers.ts';
import { openTestWorkspace, type TestWorkspace } from '../test/workspace.ts';
import { createCampaign } from './campaigns/create-campaign.ts';
import type { Ctx } from './context.ts';
import { type CustomersStand, customersStand, followNames, readNames } from './customers/follow-names.ts';
import { addField } from './fields/registry.ts';
import { keepVocabulary, readVocabulary } from './read-vocabulary.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace({ unit: { one: 'screen', many: 'screens' } });
  await workspace.system(async (ctx) => {
    await addVariedCustomers(ctx);
    await addCustomer(ctx, { name: 'Nowhere', status: 'review', city: 'Atlantis' });
  });
});
afterAll(() => workspace.close());

const read = () => workspace.system((ctx) => readVocabulary(ctx));

describe('the vocabulary', () => {
  it('has the brand tree, the values in the data, and the tenant’s own fields and words', async () => {
    const vocabulary = await read();
    expect(vocabulary.brands).toContainEqual({
      name: 'Hilton Garden Inn',
      parent: 'Hilton',
      ownerGroup: null,
      aliases: [],
      types: ['Hotel'],
    });
    expect(vocabulary.values).toMatchObject({
      city: ['Doha', 'Phuket'],
      country: ['QA', 'TH'],
      tag: ['VIP', 'pool bar'],
      owner: ['Mali'],
      owner_group: ['Hilton'],
      platform: ['SYB (old)', 'Soundtrack Your Brand'],
    });
    expect(vocabulary.values.region).toContain('Southeast Asia');
    const count = vocabulary.fields.find(({ key }) => key === 'unit_count');
    expect([count?.label, count?.synonyms.en?.[0]]).toEqual(['Number of screens', 'screens']);
    expect(vocabulary.types.find(({ key }) => key === 'renewal')).toMatchObject({
      label: 'Renewal',
      purpose: 'service',
    });
    expect(vocabulary.unit).toEqual({ one: 'screen', many: 'screens' });
    expect(vocabulary.channels).toContainEqual({ key: 'whatsapp', label: 'WhatsApp', hasSubject: false });
  });

  it('knows nothing that waits for review', async () => {
    const { values, customers: known } = await read();
    expect(values.city).not.toContain('Atlantis');
    expect(known.map(({ name }) => name)).not.toContain('Nowhere');
    expect(known).toHaveLength(9);
  });
});

describe('the vocabulary that is kept', () => {
  const keep = () => workspace.system((ctx) => keepVocabulary(ctx));

  it('is the same lists until somebody comes in, and then has them', async () => {
    const first = await keep();
    expect((await keep()).customers).toBe(first.customers);
    await workspace.system((ctx) => addCustomer(ctx, { name: 'Latecomer' }));
    const later = await keep();
    expect(later.customers).not.toBe(first.customers);
    expect(later.customers.map(({ name }) => name)).toContain('Latecomer');
  });

  it('reads what changed, and is the same lists where nothing did', async () => {
    const first = await keep();
    await workspace.system((ctx) =>
      ctx.tx.update(users).set({ name: 'Malee' }).where(eq(users.name, 'Mali')),
    );
    const renamed = await keep();
    expect(renamed.values.owner).toEqual(['Malee']);
    expect([renamed.customers, renamed.fields]).toEqual([first.customers, first.fields]);
    expect(renamed.customers).toBe(first.customers);
    expect(renamed.fields).toBe(first.fields);
    await workspace.system((ctx) =>
      ctx.tx
        .update(customers)
        .set({ city: 'Hua Hin', updatedAt: new Date('2029-01-01') })
        .where(eq(customers.name, 'Latecomer')),
    );
    const moved = await keep();
    expect(moved.values.city).toContain('Hua Hin');
    expect(moved.customers).toBe(first.customers);
  });

  it('has of many customers what the changed ones brought at once, in its place', async () => {
    const keepMany = (pace = {}) => workspace.system((ctx) => keepVocabulary(ctx, { many: 1, ...pace }));
    const hoursAgo = (ctx: Ctx, hours: number) => new Date(ctx.now.getTime() - hours * 3_600_000);
    const move = (city: string, hours: number) =>
      workspace.system((ctx) =>
        ctx.tx
          .update(customers)
          .set({ city, updatedAt: hoursAgo(ctx, hours) })
          .where(eq(customers.name, 'Latecomer')),
      );
    await workspace.system((ctx) =>
      ctx.tx.update(customers).set({ createdAt: hoursAgo(ctx, 9), updatedAt: hoursAgo(ctx, 9) }),
    );
    const before = await keep();
    await move('Hat Yai', 8);
    const { values } = await keepMany();
    expect(values.city).toEqual([...before.values.city!, 'Hat Yai'].sort());
    expect(values.country).toBe(before.values.country);
    await move('Hua Hin', 7);
    expect((await keepMany()).values.city).toEqual(values.city);
    // What nobody has any more is found out by reading one field after the other, and only where something changed.
    const turns = Object.keys(values).length;
    const cities: (readonly string[])[] = [];
    for (let turn = 0; turn <= turns; turn++) cities.push((await keepMany({ eachMs: 0 })).values.city!);
    const others = cities.filter((city) => !city.includes('Hat Yai'));
    expect(others.length).toBeGreaterThan(0);
    expect(others.length).toBeLessThan(cities.length);
    expect(others[0]).toEqual(before.values.city);
    expect((await keepMany({ eachMs: 0 })).values).toEqual((await read()).values);
    await move('Hat Yai', 6);
    expect((await keepMany()).values.city).toContain('Hat Yai');
    await move('Hua Hin', 5);
    await workspace.system((ctx) => addCustomer(ctx, { name: 'Another' }));
    expect((await keep()).values.city).toEqual(before.values.city);
  });

  it('finds out who of many customers is gone by counting them now and then', async () => {
    const names = async (eachMs: number) =>
      (await workspace.system((ctx) => keepVocabulary(ctx, { many: 1, eachMs }))).customers.map(
        ({ name }) => name,
      );
    await workspace.system((ctx) => addCustomer(ctx, { name: 'Gone soon' }));
    await workspace.system((ctx) => addCustomer(ctx, { name: 'Came later' }));
    expect(await names(0)).toContain('Gone soon');
    await workspace.system((ctx) => ctx.tx.delete(customers).where(eq(customers.name, 'Gone soon')));
    expect(await names(3_600_000)).toContain('Gone soon');
    expect(await names(0)).not.toContain('Gone soon');
    expect(await names(3_600_000)).not.toContain('Gone soon');
  });

  it.each<[string, (ctx: Ctx) => Promise<unknown>]>([
    ['a new customer', (ctx) => addCustomer(ctx, { name: 'New' })],
    [
      'a changed customer',
      (ctx) =>
        ctx.tx
          .update(customers)
          .set({ city: 'Krabi', updatedAt: new Date('2030-01-01') })
          .where(eq(customers.name, 'corner')),
    ],
    [
      'a renamed brand',
      (ctx) => ctx.tx.update(brands).set({ name: 'Konrad' }).where(eq(brands.name, 'Conrad')),
    ],
    ['a new field', (ctx) => addField(ctx, { key: 'mood', label: 'Mood', kind: 'text' })],
    ['a new campaign', (ctx) => createCampaign(ctx, { draft: { name: 'One', type: 'renewal' } })],
  ])('is read anew with %s', async (_what, change) => {
    const before = await keep();
    await workspace.system(async (ctx) => {
      await change(ctx);
    });
    expect(await keep()).not.toEqual(before);
  });
});

describe('the names that are followed', () => {
  it('are those that reading all of them gives, whatever came, went or was renamed, and the same list otherwise', async () => {
    await workspace.system(async (ctx) => {
      const now = new Date(Date.now() + 60_000);
      const stand = async (): Promise<CustomersStand> =>
        (await ctx.tx.execute<CustomersStand>(sql`select * from ${customersStand(now, { isCounted: true })}`))
          .rows[0]!;
      // What an earlier test dated into the future.
      await ctx.tx.update(customers).set({ updatedAt: sql`created_at` });
      const [before, known] = [await stand(), await readNames(ctx)];
      expect(before.isAhead).toBe(false);
      expect((await followNames(ctx, { known, before, now: await stand() })).names).toBe(known);
      const change = (name: string, set: Partial<typeof customers.$inferInsert>) =>
        ctx.tx
          .update(customers)
          .set({ ...set, updatedAt: now })
          .where(eq(customers.name, name));
      await change('corner', { name: 'Zürich Corner' });
      await change('Nowhere', { status: 'active' });
      await change('Latecomer', { status: 'discarded' });
      await addCustomer(ctx, { name: 'alpha' });
      const { names: after, changedIds } = await followNames(ctx, { known, before, now: await stand() });
      expect(changedIds).toContain(after.find(({ name }) => name === 'alpha')!.id);
      expect(after).toEqual(await readNames(ctx));
      expect(after.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Zürich Corner', 'Nowhere', 'alpha']),
      );
      expect(after.map(({ name }) => name)).not.toContain('Latecomer');
      // One that went without a trace.
      const stale = [...after, { id: newId(), name: 'Ghost' }];
      expect(await followNames(ctx, { known: stale, before, now: await stand() })).toEqual({
        names: after,
        changedIds: null,
      });
    });
  });

  const stand = async (ctx: Ctx): Promise<CustomersStand> => {
    const now = new Date(Date.now() + 60_000);
    const asked = sql`select * from ${customersStand(now, { isCounted: true })}`;
    return (await ctx.tx.execute<CustomersStand>(asked)).rows[0]!;
  };
  const read = async (ctx: Ctx) => ({ before: await stand(ctx), known: await readNames(ctx) });
  const follow = (seen: Awaited<ReturnType<typeof read>>) =>
    workspace.system(async (ctx) => followNames(ctx, { ...seen, now: await stand(ctx) }));

  it('are read once, and of a transaction that goes on to write what it writes later', async () => {
    await workspace.system((ctx) => addCustomer(ctx, { name: 'Once' }));
    const seen = await workspace.system(read);
    expect(await follow(seen)).toEqual({ names: seen.known, changedIds: [] });
    const during = await workspace.system(async (ctx) => {
      await addCustomer(ctx, { name: 'First' });
      const then = await read(ctx);
      await addCustomer(ctx, { name: 'Then' });
      return then;
    });
    expect((await follow(during)).names.map(({ name }) => name)).toContain('Then');
  });

  it('are followed where somebody comes while it is told how many there are', async () => {
    const seen = await workspace.system(read);
    const now = await workspace.system(stand);
    await workspace.system((ctx) => addCustomer(ctx, { name: 'Between the two' }));
    const { names, changedIds } = await workspace.system((ctx) => followNames(ctx, { ...seen, now }));
    expect(changedIds).toHaveLength(1);
    expect(names.map(({ name }) => name)).toContain('Between the two');
  });

  it.runIf(process.env.TEST_POSTGRES_URL)('are those of a transaction that had not ended', async () => {
    const seen = await workspace.system(async (ctx) => {
      await addCustomer(ctx, { name: 'On the way' });
      return workspace.system(read);
    });
    expect(seen.known.map(({ name }) => name)).not.toContain('On the way');
    await workspace.system((ctx) => addCustomer(ctx, { name: 'Behind it' }));
    const { names, changedIds } = await follow(seen);
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['On the way', 'Behind it']));
    expect(changedIds).toHaveLength(2);
  });
});
