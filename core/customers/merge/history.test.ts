// What was sent and what came back, as the paths that write it leave it, and through a merge.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activities } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import { addCampaign } from '../../../test/add-campaign.ts';
import { addCustomer } from '../../../test/add-customer.ts';
import { addMessage } from '../../../test/add-message.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../test/workspace.ts';
import { audienceReach } from '../../audience/audience-reach.ts';
import { explainCustomer } from '../../audience/explain-customer.ts';
import { resolveAudience } from '../../audience/resolve-audience.ts';
import type { Ctx } from '../../context.ts';
import { type InboundEvent, receiveEvents } from '../../inbound/receive-events.ts';
import { createSegment } from '../../segments/create-segment.ts';
import type { Actor } from '../../tenants/roles.ts';
import { mergeCustomers } from './merge-customers.ts';
import { undoMerge } from './undo-merge.ts';

let space: TestWorkspace;
let manager: Actor;
let campaignId: string;
const [pearl, twin, third, contactId] = [newId(), newId(), newId(), newId()];
const normalise = (_channel: string, address: string) => address;

beforeAll(async () => {
  space = await openTestWorkspace();
  manager = await space.person('manager');
  await space.system(async (ctx) => {
    await addCustomer(ctx, { id: pearl, name: 'Pearl' });
    await addCustomer(ctx, { id: third, name: 'Third' });
    await addCustomer(ctx, {
      ...{ id: twin, name: 'Twin' },
      contacts: [{ id: contactId, at: { email: 'twin@example.com' } }],
    });
    campaignId = await addCampaign(ctx);
    const sent = { campaignId, customerId: twin, contactId, channel: 'email', address: 'twin@example.com' };
    const messageId = await addMessage(ctx, {
      ...{ ...sent, status: 'submitted', submittedAt: new Date('2026-11-10T00:00:00Z') },
    });
    await addMessage(ctx, { ...sent, campaignId: await addCampaign(ctx), status: 'queued' });
    const event = (more: object) =>
      receiveEvents(ctx, {
        events: [{ accountId: newId(), channel: 'email', event: more as InboundEvent['event'] }],
        normalise,
        surfaces: new Map(),
      });
    await event({
      kind: 'receipt',
      status: 'read',
      messageId,
      externalId: 'r1',
      at: new Date('2026-11-11T00:00:00Z'),
    });
    await event({
      kind: 'reply',
      from: 'twin@example.com',
      text: 'gladly',
      externalId: 'e1',
      at: new Date('2026-11-12T00:00:00Z'),
    });
    await ctx.tx.insert(activities).values({
      ...{ tenantId: ctx.tenant.id, customerId: twin, contactId, campaignId },
      ...{ kind: 'click', at: new Date('2026-11-11T01:00:00Z'), externalId: 'c1' },
    });
  });
});
afterAll(() => space.close());

const namesOf = (filter: unknown, excludedCustomerIds: string[] = []) =>
  space.system(async (ctx) =>
    (await resolveAudience(ctx, { filter, excludedCustomerIds })).customers.map(({ name }) => name),
  );
const did = (field: string, more: object = {}) => ({ op: 'did', field, ...more });
const as = <T>(work: (ctx: Ctx) => Promise<T>) => space.as(manager, work);
const HISTORY: [string, () => object][] = [
  ['was written to', () => did('was_contacted', { from: '2026-11-10', to: '2026-11-10' })],
  ['got it', () => did('got_message', { campaignId })],
  ['opened it', () => did('opened_message', { campaignId })],
  ['followed a link', () => did('clicked_link', { campaignId })],
  ['replied', () => did('replied', { from: '2026-11-12' })],
  [
    'last contacted',
    () => ({ op: 'between', field: 'last_contacted', from: '2026-11-10', to: '2026-11-10' }),
  ],
  ['last reply', () => ({ op: 'known', field: 'last_reply' })],
];

describe('the history of a customer', () => {
  it.each(HISTORY)('%s: from what the provider and the customer told', async (_what, filter) => {
    expect(await namesOf(filter())).toEqual(['Twin']);
    expect(await namesOf({ all: [did('was_contacted'), { not: filter() }] })).toEqual([]);
  });

  it('goes with the one that is left, is taken back, and goes through two merges', async () => {
    const merge = (keptId: string, mergedId: string) =>
      as((ctx) => mergeCustomers(ctx, { keptId, mergedId, why: 'the same house' }));
    const historyOf = () => Promise.all(HISTORY.map(([, filter]) => namesOf(filter())));
    const frozen = await as((ctx) =>
      createSegment(ctx, {
        name: 'Old',
        kind: 'frozen',
        filter: { op: 'in', field: 'name', values: ['Twin'] },
      }),
    );
    const inSegment = { op: 'in', field: 'segment', values: [frozen] };
    const everyone = (name: string) => HISTORY.map(() => [name]);
    const first = await merge(pearl, twin);
    expect(await historyOf()).toEqual(everyone('Pearl'));
    expect(await namesOf(inSegment)).toEqual(['Pearl']);
    const second = await merge(third, pearl);
    expect(await historyOf()).toEqual(everyone('Third'));
    expect(await namesOf(inSegment)).toEqual(['Third']);
    // Whom a person took out stays out, under whichever name.
    expect(await namesOf({ all: [] }, [twin])).toEqual([]);
    const draft = { filter: { all: [] }, excludedCustomerIds: [twin] };
    expect(await as((ctx) => explainCustomer(ctx, { draft, customerId: third }))).toMatchObject({
      isIn: false,
    });
    expect(await as((ctx) => audienceReach(ctx, { ...draft, purpose: 'service' }))).toMatchObject({
      customers: 0,
    });
    // What still waits cites an approval for the customer that went, and does not come over.
    const { rows } = await as((ctx) =>
      ctx.tx.execute<{ status: string }>(`select status from messages where customer_id = '${twin}'`),
    );
    expect(rows).toEqual([{ status: 'queued' }]);
    await as((ctx) => undoMerge(ctx, second));
    await as((ctx) => undoMerge(ctx, first));
    expect(await historyOf()).toEqual(everyone('Twin'));
    expect(await namesOf(inSegment)).toEqual(['Twin']);
  });
});
