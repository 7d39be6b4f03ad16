import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses, receipts, suppressions } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { type Receipt, recordReceipt } from './record-receipt.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

async function send() {
  const { campaignId, people } = await d.approve();
  await d.tick();
  const [message] = await d.messagesOf(campaignId);
  return { campaignId, message: message!, person: people[0]! };
}
const AT = {
  delivered: '2026-11-21T03:01:00Z',
  read: '2026-11-21T03:02:00Z',
  bounced: '2026-11-21T03:03:00Z',
};
const told = (messageId: string, kind: keyof typeof AT): Receipt => ({
  messageId,
  kind,
  externalId: newId(),
  at: new Date(AT[kind]),
});
const record = (receipt: Receipt) => d.system((ctx) => recordReceipt(ctx, receipt));
const read = async (campaignId: string) => (await d.messagesOf(campaignId))[0]!;

describe('receipts', () => {
  it('say the same in whatever order they come', async () => {
    const kinds = ['delivered', 'read', 'bounced'] as const;
    for (const order of [kinds, kinds.toReversed(), ['read', 'delivered', 'bounced'] as const]) {
      const { campaignId, message } = await send();
      for (const kind of order) expect(await record(told(message.id, kind))).toBe('recorded');
      expect(await read(campaignId)).toMatchObject({
        status: 'read',
        deliveredAt: new Date(AT.delivered),
        readAt: new Date(AT.read),
      });
    }
  });

  it('end in the highest state that any of them told, however they are shuffled and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('delivered', 'read', 'bounced'), { minLength: 1, maxLength: 4 }),
        async (kinds) => {
          const { campaignId, message } = await send();
          for (const kind of kinds as (keyof typeof AT)[]) await record(told(message.id, kind));
          const expected = kinds.includes('read')
            ? 'read'
            : kinds.includes('bounced')
              ? 'failed'
              : 'delivered';
          expect((await read(campaignId)).status).toBe(expected);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('count once when a provider repeats itself', async () => {
    const { message } = await send();
    const receipt = told(message.id, 'delivered');
    expect([await record(receipt), await record(receipt)]).toEqual(['recorded', 'duplicate']);
    const rows = await d.system((ctx) =>
      ctx.tx.select().from(receipts).where(eq(receipts.messageId, message.id)),
    );
    expect(rows).toHaveLength(1);
  });

  it('find their message by the provider’s id, and none by an unknown one', async () => {
    const { campaignId, message } = await send();
    const { messageId: _, ...receipt } = told(message.id, 'read');
    expect(await record({ ...receipt, providerId: `p-${message.id}` })).toBe('recorded');
    expect((await read(campaignId)).status).toBe('read');
    expect(await record({ ...receipt, externalId: newId(), providerId: 'nobody' })).toBe('no_such_message');
    expect(await record({ ...receipt, externalId: newId(), messageId: 'no id' })).toBe('no_such_message');
  });

  it('of a bounce make the address unusable, of a complaint end marketing to it', async () => {
    const { message, person } = await send();
    await record(told(message.id, 'bounced'));
    const [address] = await d.system((ctx) =>
      ctx.tx.select().from(addresses).where(eq(addresses.contactId, person.contactId)),
    );
    expect(address?.usable).toBe(false);
    const complained = await send();
    await record({
      messageId: complained.message.id,
      kind: 'complained',
      externalId: newId(),
      at: new Date(),
    });
    const rows = await d.system((ctx) =>
      ctx.tx.select().from(suppressions).where(eq(suppressions.addressHash, complained.message.addressHash)),
    );
    expect(rows).toMatchObject([{ scope: 'marketing', reason: 'complained' }]);
    expect((await read(complained.campaignId)).status).toBe('submitted');
  });

  it('of a failure carry what it says of the person: an opt-out holds, for marketing alone where it is so', async () => {
    const scopes = [];
    for (const suppress of ['opted_out', 'marketing_stopped'] as const) {
      const { message } = await send();
      const failed = { messageId: message.id, kind: 'failed' as const, externalId: newId(), at: new Date() };
      await record({ ...failed, suppress });
      const rows = await d.system((ctx) =>
        ctx.tx.select().from(suppressions).where(eq(suppressions.addressHash, message.addressHash)),
      );
      scopes.push(...rows.map(({ scope, source }) => `${scope} by ${source}`));
    }
    expect(scopes).toEqual(['all by provider', 'marketing by provider']);
  });

  it('that come before the sender wrote down its own result keep the later word', async () => {
    d.state.answer = async ({ messageId }) => {
      await record(told(messageId, 'delivered'));
      return { outcome: 'submitted', providerId: 'late' };
    };
    const { campaignId } = await send();
    expect(await read(campaignId)).toMatchObject({ status: 'delivered', providerId: 'late' });
  });
});
