// What becomes of a message that may or may not have gone out.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../lib/ids.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { controlCampaign } from './control-campaign.ts';
import { progressPart } from './progress-part.ts';
import { recordReceipt } from './record-receipt.ts';
import { type Resolution, resolveUnknown } from './resolve-unknown.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
  d.state.lookup = null;
});

/** A campaign of one message of which nobody knows whether it went out. */
async function makeUnknown() {
  d.state.answer = () => ({ outcome: 'unknown', detail: 'time-out' });
  const { campaignId } = await d.approve();
  await d.tick();
  d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: `p-${messageId}` });
  d.sent.length = 0;
  const [message] = await d.messagesOf(campaignId);
  expect(message).toMatchObject({ status: 'unknown', detail: 'time-out' });
  return { campaignId, messageId: message!.id };
}
const read = async (campaignId: string) => (await d.messagesOf(campaignId))[0]!;
const resolve = (input: Resolution) => d.as(d.approver, (ctx) => resolveUnknown(ctx, input));

describe('an unknown message', () => {
  it('is counted apart, and its campaign is done', async () => {
    const { campaignId } = await makeUnknown();
    const progress = await d.system((ctx) => progressPart(ctx, campaignId));
    expect(progress).toMatchObject({ status: 'done', targeted: 1, unknown: 1, submitted: 0, failed: 0 });
  });

  it('is never sent again by itself', async () => {
    await makeUnknown();
    await d.tick();
    await d.tick();
    expect(d.sent).toEqual([]);
  });

  it('is sent once more when a person says so, under the same approval', async () => {
    const { campaignId, messageId } = await makeUnknown();
    await resolve({ messageId, decision: 'resend' });
    await d.tick();
    expect(d.sent.map((message) => message.messageId)).toEqual([messageId]);
    expect(await read(campaignId)).toMatchObject({ status: 'submitted', attempts: 2 });
    const progress = await d.system((ctx) => progressPart(ctx, campaignId));
    expect(progress).toMatchObject({ status: 'done', submitted: 1, unknown: 0 });
  });

  it('is taken as sent, or given up, when a person says so', async () => {
    const [one, two] = [await makeUnknown(), await makeUnknown()];
    await resolve({ messageId: one.messageId, decision: 'sent' });
    await resolve({ messageId: two.messageId, decision: 'abandon' });
    expect(await read(one.campaignId)).toMatchObject({ status: 'submitted' });
    expect(await read(two.campaignId)).toMatchObject({ status: 'failed', reason: 'abandoned' });
    await d.tick();
    expect(d.sent).toEqual([]);
  });

  it('is resolved once, by somebody who may, and not into a stopped campaign', async () => {
    const { messageId } = await makeUnknown();
    const viewer = await d.person('viewer');
    const attempt = d.as(viewer, (ctx) => resolveUnknown(ctx, { messageId, decision: 'sent' }));
    await expect(attempt).rejects.toMatchObject({ code: 'auth:forbidden' });
    await resolve({ messageId, decision: 'sent' });
    await expect(resolve({ messageId, decision: 'resend' })).rejects.toMatchObject({ code: 'message:state' });
    await expect(resolve({ messageId: newId(), decision: 'sent' })).rejects.toMatchObject({
      code: 'message:unknown',
    });
    d.state.answer = async ({ messageId: id }) => {
      const { rows } = await d.meddle('select campaign_id from messages where id = $1', [id]);
      const { campaign_id: campaignId } = rows[0];
      await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'stop' }));
      return { outcome: 'unknown', detail: 'time-out' };
    };
    const stopped = await d.approve();
    await d.tick();
    const { id } = await read(stopped.campaignId);
    await expect(resolve({ messageId: id, decision: 'resend' })).rejects.toMatchObject({
      code: 'campaign:state',
    });
  });

  it('is settled by a receipt that carries its id', async () => {
    const { campaignId, messageId } = await makeUnknown();
    await d.system((ctx) =>
      recordReceipt(ctx, { messageId, kind: 'delivered', externalId: newId(), at: ctx.now }),
    );
    expect(await read(campaignId)).toMatchObject({
      status: 'delivered',
      deliveredAt: new Date('2026-11-21T03:00:00Z'),
    });
  });
});

describe('a provider that can look a message up', () => {
  const lookUp = () => d.tick({ leaseMs: 0 });

  it('settles one that it has', async () => {
    const { campaignId } = await makeUnknown();
    d.state.lookup = () => ({ outcome: 'submitted', providerId: 'found' });
    await lookUp();
    expect(await read(campaignId)).toMatchObject({ status: 'submitted', providerId: 'found' });
    expect(d.sent).toEqual([]);
  });

  it('has one that it never got sent, once, although the campaign was done', async () => {
    const { campaignId } = await makeUnknown();
    d.state.lookup = () => ({ outcome: 'absent' });
    await lookUp();
    await d.tick();
    await d.tick();
    expect(await read(campaignId)).toMatchObject({ status: 'submitted', attempts: 2 });
    expect(d.sent).toHaveLength(1);
    expect(await d.system((ctx) => progressPart(ctx, campaignId))).toMatchObject({ status: 'done' });
  });

  it('that cannot tell leaves it to a person, and is not asked all the time', async () => {
    const { campaignId } = await makeUnknown();
    let asked = 0;
    d.state.lookup = () => {
      asked += 1;
      return { outcome: 'unknown' };
    };
    await lookUp();
    await lookUp();
    expect(asked).toBe(1);
    expect(await read(campaignId)).toMatchObject({ status: 'unknown' });
  });

  it('is not asked while the try may still be running', async () => {
    await makeUnknown();
    d.state.lookup = () => {
      throw new Error('asked too early');
    };
    await d.tick();
  });
});
