import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChannels } from '../../channels/index.ts';
import { receipts } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { planFor } from '../../test/add-campaign.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { openSenders } from '../delivery/open-senders.ts';
import { recordReceipt } from '../delivery/record-receipt.ts';
import { createAccount } from './create-account.ts';
import { recordStandinReceipts } from './record-standin-receipts.ts';
import { createStandinStore } from './standin-store.ts';

let d: Delivery;
let channels: ReturnType<typeof createChannels>;
beforeAll(async () => {
  d = await openDelivery();
  channels = createChannels({ store: createStandinStore(d.within) });
  const faults = [{ to: 'silent@example.com', fault: 'unknown_after_accept' }];
  await d.system(async (ctx) => {
    const standin = { channels, provider: 'standin', name: 'Outbox', limits: [] };
    await createAccount(ctx, { ...standin, channel: 'email', settings: { faults } });
    await createAccount(ctx, { ...standin, channel: 'line', settings: {} });
  });
});
afterAll(() => d.close());

/** One person who is reached at that address. */
async function approveFor(channel: string, address: string) {
  const contactId = newId();
  const place = { timeZone: 'Asia/Bangkok', purpose: 'service' } as const;
  const customerId = await d.system((ctx) =>
    addCustomer(ctx, { timeZone: place.timeZone, contacts: [{ id: contactId, at: { [channel]: address } }] }),
  );
  return d.approve({ count: 0, plan: planFor([{ ...place, customerId, contactId, channel, address }]) });
}
const dispatch = () => d.tick({ senders: openSenders({ channels, keys: d.keys }) });
const report = () => d.system((ctx) => recordStandinReceipts(ctx, { channels }));
const statuses = async (campaignId: string) => (await d.messagesOf(campaignId)).map(({ status }) => status);

describe('what a stand-in accepted', () => {
  it('is reported as delivered, once, after it was submitted', async () => {
    const { campaignId } = await d.approve({ count: 3 });
    expect(await report()).toBe(0);
    await dispatch();
    expect(await statuses(campaignId)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(await report()).toBe(3);
    expect(await statuses(campaignId)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(await report()).toBe(0);
    const [message] = await d.messagesOf(campaignId);
    expect(message?.deliveredAt).toBeInstanceOf(Date);
  });

  it('is not reported again when somebody had reported it by hand', async () => {
    const { campaignId } = await d.approve({ count: 1 });
    await dispatch();
    const [message] = await d.messagesOf(campaignId);
    const externalId = `outbox:delivered:${message!.id}`;
    await d.system((ctx) =>
      recordReceipt(ctx, { messageId: message!.id, kind: 'delivered', externalId, at: ctx.now }),
    );
    expect(await report()).toBe(0);
    const all = await d.system((ctx) => ctx.tx.select().from(receipts));
    expect(all.filter(({ messageId }) => messageId === message!.id)).toHaveLength(1);
  });

  it('settles a message that was unknown because the stand-in fell silent after it accepted', async () => {
    const { campaignId } = await approveFor('email', 'silent@example.com');
    await dispatch();
    expect(await statuses(campaignId)).toEqual(['unknown']);
    expect(await report()).toBe(1);
    expect(await statuses(campaignId)).toEqual(['delivered']);
  });

  it('is not reported on a channel whose provider reports nothing', async () => {
    const { campaignId } = await approveFor('line', `U${'0'.repeat(32)}`);
    await dispatch();
    expect(await report()).toBe(0);
    expect(await statuses(campaignId)).toEqual(['submitted']);
  });
});
