// What happens when a channel does not carry a message: the next one that was frozen does, once, and nothing else.
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SendResult } from '../../channels/contract.ts';
import { addresses, attempts } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { suppressAddress, testHash } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { type FallbackKit, fallbackKit, isMail, refused } from '../../test/fallback-kit.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { progressPart } from './progress-part.ts';
import { recordReceipt } from './record-receipt.ts';

const fine = ({ messageId }: { messageId: string }): SendResult => ({
  outcome: 'submitted',
  providerId: `p-${messageId}`,
});

let d: Delivery;
let approve: FallbackKit['approve'];
let only: FallbackKit['only'];
let whatsAppSays: FallbackKit['whatsAppSays'];
beforeAll(async () => {
  d = await openDelivery();
  ({ approve, only, whatsAppSays } = fallbackKit(d));
  await d.system(async (ctx) => {
    for (const channel of ['whatsapp', 'email']) await addAccount(ctx, { channel });
  });
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
  d.state.answer = fine;
});

describe('a message that its channel does not carry', () => {
  it('goes on by the next one, in the words that were frozen for it, as another attempt of the same row', async () => {
    whatsAppSays(refused({ coolDownMs: 3_600_000 }));
    const { campaignId, person } = await approve();
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual([person.address, person.mail]);
    expect(d.sent[1]?.content).toEqual({
      subject: 'By mail',
      text: `As approved for ${person.contactId}.`,
    });
    const message = await only(campaignId);
    expect(message).toMatchObject({ status: 'submitted', channel: 'email', fallback: 1, attempts: 2 });
    const tried = await d.system((ctx) =>
      ctx.tx.select().from(attempts).where(eq(attempts.messageId, message.id)).orderBy(attempts.number),
    );
    expect(tried.map(({ channel, outcome }) => `${channel} ${outcome}`)).toEqual([
      'whatsapp rejected',
      'email submitted',
    ]);
    await d.tick();
    expect(d.sent).toHaveLength(2);
  });

  it('is not offered to that channel again while it cools down, nor after it for service when marketing was refused', async () => {
    whatsAppSays(refused({ coolDownMs: 3_600_000 }));
    const { person } = await approve();
    await d.tick();
    d.sent.length = 0;
    const again = await approve(person);
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual([person.mail]);
    expect(await only(again.campaignId)).toMatchObject({
      status: 'submitted',
      channel: 'email',
      attempts: 1,
    });
    d.sent.length = 0;
    await d.meddle(`update cool_downs set purpose = 'marketing' where address_hash = $1`, [
      await d.system(async (ctx) => testHash(ctx, person.address)),
    ]);
    d.state.answer = fine;
    await approve(person);
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual([person.address]);
  });

  it('goes on when the tries are used up, and when the address stopped working before', async () => {
    whatsAppSays({ outcome: 'retry', code: '500', detail: 'down' });
    const { campaignId, person } = await approve();
    for (let round = 0; round < 7; round += 1) {
      await d.tick();
      await d.meddle('update messages set retry_at = now() where campaign_id = $1', [campaignId]);
    }
    expect(d.sent.filter(isMail)).toHaveLength(1);
    expect(d.sent.filter((message) => !isMail(message))).toHaveLength(6);
    d.sent.length = 0;
    await d.system((ctx) =>
      ctx.tx
        .update(addresses)
        .set({ usable: false })
        .where(and(eq(addresses.contactId, person.contactId), eq(addresses.channel, 'whatsapp'))),
    );
    await approve(person);
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual([person.mail]);
  });

  it.each(['opted_out', 'marketing_stopped'] as const)(
    'goes nowhere when the person had it %s',
    async (suppress) => {
      whatsAppSays(refused({ suppress }));
      const { campaignId } = await approve();
      await d.tick();
      expect(d.sent.filter(isMail)).toEqual([]);
      expect(await only(campaignId)).toMatchObject({ status: 'failed', reason: 'opted_out' });
    },
  );

  it('goes nowhere when the person stopped meanwhile, or the campaign was', async () => {
    const { campaignId, person } = await approve();
    d.state.answer = async () => {
      await d.system((ctx) => suppressAddress(ctx, person.mail, 'all'));
      return refused();
    };
    await d.tick();
    expect(d.sent).toHaveLength(1);
    expect(await only(campaignId)).toMatchObject({ status: 'dropped', reason: 'opted_out' });
    const stopped = await approve();
    d.sent.length = 0;
    d.state.answer = async () => {
      await d.meddle(`update campaigns set status = 'stopped' where id = $1`, [stopped.campaignId]);
      return refused();
    };
    await d.tick();
    expect(d.sent).toHaveLength(1);
    expect(await only(stopped.campaignId)).toMatchObject({ status: 'dropped', reason: 'stopped' });
  });

  it('is unknown, and goes nowhere else, when nobody knows whether the channel carried it', async () => {
    whatsAppSays({ outcome: 'unknown', detail: 'silence' });
    const { campaignId } = await approve();
    await d.tick();
    await d.tick();
    expect(d.sent).toHaveLength(1);
    expect(await only(campaignId)).toMatchObject({ status: 'unknown', channel: 'whatsapp' });
  });
});

describe('a report that a message did not arrive after all', () => {
  const told = (messageId: string, kind: 'failed' | 'delivered' | 'bounced', more: object = {}) =>
    d.system((ctx) => recordReceipt(ctx, { messageId, kind, externalId: newId(), at: new Date(), ...more }));

  it('sends it by the next channel, once, whatever is told of the first one later', async () => {
    const { campaignId, person } = await approve();
    await d.tick();
    const { id, providerId } = await only(campaignId);
    await told(id, 'failed', { providerId, coolDownMs: 60_000 });
    await told(id, 'failed', { providerId, coolDownMs: 60_000 });
    d.state.answer = () => ({ outcome: 'submitted', providerId: `mail-${id}` });
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual([person.address, person.mail]);
    await told(id, 'bounced', { providerId });
    expect(await only(campaignId)).toMatchObject({ status: 'submitted', channel: 'email' });
    await told(id, 'delivered', { providerId: `mail-${id}` });
    expect(await only(campaignId)).toMatchObject({ status: 'delivered' });
    const reached = async () => (await d.system((ctx) => progressPart(ctx, campaignId))).twice;
    expect(await reached()).toBe(0);
    for (let again = 0; again < 2; again += 1) await told(id, 'delivered', { providerId });
    expect(await reached()).toBe(1);
    const noted = await d.meddle(`select 1 from audit_events where action = 'message.reached_twice'`);
    expect(noted.rows).toHaveLength(1);
    const mail = await d.system((ctx) =>
      ctx.tx.select().from(addresses).where(eq(addresses.contactId, person.contactId)),
    );
    expect(mail.find(({ channel }) => channel === 'email')?.usable).toBe(true);
  });

  it('sends nothing when it says no more than that, or when it arrived before', async () => {
    const { campaignId } = await approve();
    await d.tick();
    const { id } = await only(campaignId);
    await told(id, 'failed');
    expect(await only(campaignId)).toMatchObject({ status: 'failed', channel: 'whatsapp' });
    const late = await approve();
    await d.tick();
    const message = await only(late.campaignId);
    await told(message.id, 'failed', { providerId: message.providerId, coolDownMs: 60_000 });
    await told(message.id, 'delivered', { providerId: message.providerId });
    d.sent.length = 0;
    await d.tick();
    expect(d.sent).toEqual([]);
    expect(await only(late.campaignId)).toMatchObject({ status: 'delivered' });
  });
});
