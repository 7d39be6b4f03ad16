// What customers did, who can be reached, slips of the keys, and the highest of a field; today is 21 November 2026.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audienceFacts } from '../../db/queries/audience-facts.ts';
import { activities, contracts, customers, replies, units } from '../../db/schema/index.ts';
import { is } from '../../evals/cases/request-case.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addCustomer, suppressAddress } from '../../test/add-customer.ts';
import { addMessage } from '../../test/add-message.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Ctx } from '../context.ts';
import { addField } from '../fields/registry.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import { readFilterScope } from './filter-scope.ts';

let workspace: TestWorkspace;
let campaignId: string;
const [anna, bela, carl, dora] = [newId(), newId(), newId(), newId()];

type Act = { customerId: string; at: string } & Omit<Partial<typeof activities.$inferInsert>, 'at'>;
const act = (ctx: Ctx, { at, ...row }: Act) =>
  ctx.tx.insert(activities).values({ kind: 'order', ...row, tenantId: ctx.tenant.id, at: new Date(at) });

beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.system(async (ctx) => {
    const person = (address: string, channel = 'email') => ({ id: newId(), at: { [channel]: address } });
    const [one, two, three] = [person('a@example.com'), person('b@example.com'), person('+1', 'whatsapp')];
    await addCustomer(ctx, {
      ...{
        id: anna,
        name: 'Anna',
        city: 'Phuket',
        notes: 'likes the Pearl lounge',
        units: ['Edge', 'Shore'],
      },
      contacts: [{ ...one, consent: ['email'] }],
    });
    await addCustomer(ctx, {
      ...{ id: bela, name: 'Béla', city: 'Krabi', tags: ['VIP lounge'] },
      contracts: [{ endsOn: '2026-12-01', unitCount: 5 }],
      contacts: [{ ...two, role: 'it_manager', consent: ['email'] }],
    });
    await addCustomer(ctx, { id: carl, name: 'Carl', contacts: [three] });
    await addCustomer(ctx, { id: dora, name: 'Dora' });
    await suppressAddress(ctx, 'b@example.com', 'marketing');
    await addField(ctx, { key: 'visit', label: 'Visited the shop', kind: 'event' });
    await act(ctx, { customerId: anna, at: '2026-11-01T00:00:00Z', value: 5_000, currency: 'THB' });
    // 18:00 in London is the next day in Bangkok.
    await act(ctx, { customerId: anna, at: '2026-10-31T18:00:00Z', value: 7_000, currency: 'THB' });
    await act(ctx, { customerId: bela, at: '2026-03-01T00:00:00Z', value: 900_000, currency: 'EUR' });
    await act(ctx, { customerId: carl, at: '2026-11-20T00:00:00Z', kind: 'visit' });
    await act(ctx, { customerId: carl, at: '2026-11-20T00:00:00Z', kind: 'click' });
    campaignId = await addCampaign(ctx);
    const sent = { campaignId, channel: 'email', status: 'read' as const };
    await addMessage(ctx, {
      ...{ ...sent, customerId: anna, contactId: one.id, address: 'a@example.com' },
      ...{ submittedAt: new Date('2026-11-10T00:00:00Z'), readAt: new Date('2026-11-11T00:00:00Z') },
    });
    await addMessage(ctx, {
      ...{ ...sent, customerId: bela, contactId: two.id, address: 'b@example.com', status: 'submitted' },
      submittedAt: new Date('2026-11-10T00:00:00Z'),
    });
    await addMessage(ctx, {
      ...{ ...sent, customerId: carl, contactId: three.id, address: '+1', channel: 'whatsapp' },
      ...{ occurrence: 1, submittedAt: new Date('2026-11-10T00:00:00Z') },
    });
    await ctx.tx.insert(replies).values({
      ...{ tenantId: ctx.tenant.id, channel: 'email', externalId: 'x', identifier: 'a@example.com' },
      ...{ addressHash: 'h', body: 'yes', customerId: anna, campaignId, receivedAt: ctx.now },
      match: { contact: 'address', campaign: 'newest', candidates: [], isAddress: true },
      triage: { intent: 'accept' },
    });
  });
});
afterAll(() => workspace.close());

const judge = (filter: unknown) =>
  workspace.system(async (ctx) => {
    const scope = await readFilterScope(ctx, filter);
    const condition = compileFilter(checkFilter(filter, scope.fields), scope);
    const { rows } = await ctx.tx.execute<{ name: string; verdict: boolean | null }>(
      sql`select c.name, ${condition} as verdict from ${audienceFacts} order by c.name collate "C"`,
    );
    return {
      yes: rows.filter(({ verdict }) => verdict).map(({ name }) => name),
      unknown: rows.filter(({ verdict }) => verdict === null).map(({ name }) => name),
    };
  });
const yes = async (filter: unknown) => (await judge(filter)).yes;
const did = (field: string, more: object = {}) => ({ op: 'did', field, ...more });
const top = (field: string, more: object) => ({ op: 'top', field, end: 'highest', ...more });

describe('what customers did', () => {
  it.each<[string, unknown, string[]]>([
    ['ordered at all', did('ordered'), ['Anna', 'Béla']],
    ['known is the same', { op: 'known', field: 'ordered' }, ['Anna', 'Béla']],
    ['in the last days, which move along', did('ordered', { from: 'today-30d', to: 'today' }), ['Anna']],
    [
      'by the tenant’s calendar',
      did('ordered', { from: '2026-11-01', to: '2026-11-01', times: { from: 2 } }),
      ['Anna'],
    ],
    ['not before that day began there', did('ordered', { to: '2026-10-31' }), ['Béla']],
    ['at most once is also never', did('ordered', { times: { to: 1 } }), ['Béla', 'Carl', 'Dora']],
    ['for enough, in the tenant’s money', did('ordered', { total: { from: 12_000 } }), ['Anna']],
    ['not at all', { not: did('ordered') }, ['Carl', 'Dora']],
    ['a kind of the tenant’s own', did('visit'), ['Carl']],
    ['a click', did('clicked_link'), ['Carl']],
    ['anything', did('was_active', { from: 'today-30d' }), ['Anna', 'Carl']],
    ['was written to; a test send does not count', did('was_contacted'), ['Anna', 'Béla']],
    ['opened', did('opened_message'), ['Anna']],
    ['said yes', did('said_yes', { from: 'today' }), ['Anna']],
    ['did not say yes', { not: did('said_yes') }, ['Béla', 'Carl', 'Dora']],
    ['complained', did('sent_complaint'), []],
    ['was written to in a campaign and did not reply', 'the campaign', ['Béla']],
  ])('%s', async (_what, filter, names) => {
    const asked =
      filter === 'the campaign'
        ? { all: [did('was_contacted', { campaignId }), { not: did('replied', { campaignId }) }] }
        : filter;
    expect(await judge(asked)).toEqual({ yes: names, unknown: [] });
  });

  it('can be counted, added up and compared', async () => {
    expect(await yes({ op: 'between', field: 'order_count', from: 1 })).toEqual(['Anna', 'Béla']);
    expect(await judge({ op: 'between', field: 'order_value', to: 12_000 })).toEqual({
      yes: ['Anna', 'Carl', 'Dora'],
      unknown: ['Béla'],
    });
    expect(await judge({ op: 'between', field: 'last_order', from: 'month-start' })).toEqual({
      yes: ['Anna'],
      unknown: ['Carl', 'Dora'],
    });
    expect(
      await yes({ op: 'between', field: 'last_contacted', from: '2026-11-10', to: '2026-11-10' }),
    ).toEqual(['Anna', 'Béla']);
    expect(await yes({ op: 'in', field: 'last_reply', values: ['today'] })).toEqual(['Anna']);
    expect(await yes(is('activity_status', 'recently active'))).toEqual(['Anna', 'Carl']);
    expect(await yes(is('activity_status', 'dormant', 'never active'))).toEqual(['Béla', 'Dora']);
  });

  it('follows every change of what it is made from', async () => {
    await workspace
      .system(async (ctx) => {
        const seen = async () => {
          const { rows } = await ctx.tx.execute<{ facts: unknown[] }>(
            sql`select array[k.unit_count, k.order_count]::int[] || (k.ends_on is null)::int as facts
            from ${audienceFacts} where c.id = ${bela}`,
          );
          return rows[0]!.facts;
        };
        expect(await seen()).toEqual([5, 1, 0]);
        await ctx.tx
          .update(contracts)
          .set({ unitCount: null, status: 'cancelled' })
          .where(eq(contracts.customerId, bela));
        await ctx.tx.update(activities).set({ customerId: anna }).where(eq(activities.customerId, bela));
        await ctx.tx
          .insert(units)
          .values({ tenantId: ctx.tenant.id, customerId: bela, name: 'Bar', position: 0 });
        expect(await seen()).toEqual([1, 0, 1]);
        await ctx.tx.delete(units).where(eq(units.customerId, bela));
        expect(await seen()).toEqual([null, 0, 1]);
        await ctx.tx.delete(customers).where(eq(customers.id, anna));
        throw new Error('undone');
      })
      .catch((error) => expect(error.message).toBe('undone'));
  });
});

describe('who can be reached', () => {
  it.each<[string, unknown, string[]]>([
    ['on a channel', is('reachable_by', 'whatsapp'), ['Carl']],
    ['on any', { op: 'known', field: 'reachable_by' }, ['Anna', 'Béla', 'Carl']],
    ['with a consent that no opt-out has overtaken', is('consent', 'email'), ['Anna']],
    ['opted out', is('opted_out', 'yes'), ['Béla']],
    ['by a role', is('contact_role', 'IT manager'), ['Béla']],
  ])('%s', async (_what, filter, names) => {
    expect(await judge(filter)).toEqual({ yes: names, unknown: [] });
  });
});

describe('a text', () => {
  it('forgives slips of the keys', async () => {
    const like = (field: string, text: string) => yes({ op: 'like', field, text });
    expect(await like('city', 'pukhet')).toEqual(['Anna']);
    expect(await like('city', 'krabbi')).toEqual(['Béla']);
    expect(await like('city', 'Lagos')).toEqual([]);
    expect(await like('name', 'bella')).toEqual(['Béla']);
    expect((await judge({ not: { op: 'like', field: 'city', text: 'pukhet' } })).unknown).toEqual([
      'Carl',
      'Dora',
    ]);
  });

  it('is found wherever it stands', async () => {
    expect(await yes({ op: 'contains', field: 'anything', text: 'LOUNGE' })).toEqual(['Anna', 'Béla']);
    expect(await yes({ op: 'like', field: 'anything', text: 'luonge' })).toEqual(['Anna', 'Béla']);
    expect(await yes({ op: 'contains', field: 'anything', text: 'shore' })).toEqual(['Anna']);
    expect(await judge({ not: { op: 'contains', field: 'anything', text: '%' } })).toMatchObject({
      unknown: [],
    });
  });
});

describe('the highest and lowest', () => {
  it('are taken among those whom the rest admits', async () => {
    expect(await yes(top('order_count', { count: 1 }))).toEqual(['Anna']);
    expect(await yes({ all: [top('order_count', { count: 1 }), is('name', 'bela', 'carl')] })).toEqual([
      'Béla',
    ]);
    expect(await yes(top('order_count', { percent: 50, end: 'lowest' }))).toHaveLength(2);
    expect(await judge(top('unit_count', { percent: 1 }))).toEqual({
      yes: ['Béla'],
      unknown: ['Carl', 'Dora'],
    });
    expect(await yes(top('last_order', { count: 1, end: 'lowest' }))).toEqual(['Béla']);
  });

  it('are drawn by a seed, the same ones each time', async () => {
    const drawn = (seed: string) => yes(top('random', { count: 2, seed }));
    expect(await drawn('a')).toHaveLength(2);
    expect(await drawn('a')).toEqual(await drawn('a'));
    const draws = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(drawn));
    expect(new Set(draws.map(String)).size).toBeGreaterThan(1);
    const both = { all: [top('order_count', { count: 2 }), top('random', { count: 1, seed: 'a' })] };
    expect(['Anna', 'Béla']).toContain((await yes(both))[0]);
    expect(await yes(both)).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['below a group', { any: [top('order_count', { count: 1 })] }],
    ['turned round', { not: top('order_count', { count: 1 }) }],
    ['of nothing', top('order_count', {})],
    ['of two sizes', top('order_count', { count: 1, percent: 1 })],
    ['of a name', top('name', { count: 1 })],
    ['drawn without a seed', top('random', { count: 1 })],
    ['a seed with nothing to draw', top('order_count', { count: 1, seed: 'a' })],
    ['a count backwards', did('ordered', { times: { from: 3, to: 1 } })],
    ['a day in words', did('ordered', { from: 'last week' })],
    ['a segment without an id', is('segment', 'gold')],
  ])('are refused %s', async (_what, filter) => {
    await expect(judge(filter)).rejects.toMatchObject({ code: 'filter:invalid' });
  });
});
