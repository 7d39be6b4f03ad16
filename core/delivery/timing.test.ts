// What bad timing might do after a person approved: two launches, a stop, an opt-out or an edit in the middle.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { voidApprovals } from '../approval/void-approvals.ts';
import { editCampaign } from '../campaigns/edit-campaign.ts';
import { optOutContact } from '../consent/opt-out-contact.ts';
import { claimBatch } from './claim-batch.ts';
import { controlCampaign } from './control-campaign.ts';
import { launch } from './launch.ts';

let d: Delivery;
let accountId: string;
beforeAll(async () => {
  d = await openDelivery();
  accountId = await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
  d.state.answer = (message) => ({ outcome: 'submitted', providerId: `p-${message.messageId}` });
});

const ends = async (campaignId: string) =>
  (await d.messagesOf(campaignId))
    .map(({ status, reason }) => (reason ? `${status} ${reason}` : status))
    .sort();

describe('bad timing', () => {
  it('a second launch of the same approval queues nothing', async () => {
    const { approvalId, campaignId } = await d.approve({ count: 2 });
    expect(await d.system((ctx) => launch(ctx, { approvalId }))).toEqual({ queued: 0 });
    await d.tick();
    expect(await d.system((ctx) => launch(ctx, { approvalId }))).toEqual({ queued: 0 });
    await d.tick();
    expect(d.sent).toHaveLength(2);
    expect(await d.messagesOf(campaignId)).toHaveLength(2);
  });

  it('a stop during the sending lets the batch in hand through and nothing after it', async () => {
    const { campaignId } = await d.approve({ count: 5 });
    d.state.answer = async (message) => {
      await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'stop' }));
      return { outcome: 'submitted', providerId: message.messageId };
    };
    await d.tick({ batch: 2 });
    expect(await ends(campaignId)).toEqual([...Array(3).fill('dropped stopped'), 'submitted', 'submitted']);
    await d.tick();
    expect(d.sent).toHaveLength(2);
  });

  it('a message that was to be tried again is not, once its campaign was stopped', async () => {
    const { campaignId } = await d.approve();
    d.state.answer = async () => {
      await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'stop' }));
      return { outcome: 'retry', code: '421', detail: 'busy' };
    };
    await d.tick();
    expect(await ends(campaignId)).toEqual(['dropped stopped']);
  });

  it('a pause holds everything back, and resuming sends the rest once', async () => {
    const { campaignId } = await d.approve({ count: 4 });
    d.state.answer = async (message) => {
      if (d.sent.length === 2)
        await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'pause' }));
      return { outcome: 'submitted', providerId: message.messageId };
    };
    await d.tick({ batch: 2 });
    await d.tick();
    expect(d.sent).toHaveLength(2);
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'resume' }));
    await d.tick();
    expect(await ends(campaignId)).toEqual(Array(4).fill('submitted'));
    expect(new Set(d.sent.map(({ to }) => to)).size).toBe(4);
  });

  it('an opt-out during the sending stops what is queued for that person', async () => {
    const { campaignId, people } = await d.approve({ count: 2 });
    const queue = await d.messagesOf(campaignId);
    const last = queue.toSorted((a, b) => a.id.localeCompare(b.id))[1]!;
    d.state.answer = async (message) => {
      if (d.sent.length === 1)
        await d.system((ctx) =>
          optOutContact(ctx, { contactId: last.contactId, scope: 'all', source: 'reply' }),
        );
      return { outcome: 'submitted', providerId: message.messageId };
    };
    await d.tick({ batch: 1 });
    expect(people).toHaveLength(2);
    expect(await ends(campaignId)).toEqual(['dropped opted_out', 'submitted']);
  });

  it('an edit of a scheduled campaign takes its messages back; approved anew, each goes out once', async () => {
    const at = '2026-11-25T03:00:00Z';
    const { campaignId, approvalId } = await d.approve({ count: 2, draft: { schedule: { kind: 'at', at } } });
    await d.as(d.approver, (ctx) =>
      editCampaign(ctx, { campaignId, patch: { tone: 'casual' }, change: 'more casual' }),
    );
    expect(await ends(campaignId)).toEqual(['dropped superseded', 'dropped superseded']);
    expect(await d.system((ctx) => launch(ctx, { approvalId }))).toEqual({ queued: 0 });
    await d.tick();
    expect(d.sent).toEqual([]);
  });

  it('an edit while messages go out is refused', async () => {
    const { campaignId } = await d.approve();
    const edit = d.as(d.approver, (ctx) => voidApprovals(ctx, { campaignId, why: 'edited' }));
    await expect(edit).rejects.toMatchObject({ code: 'campaign:state' });
    await d.tick();
    expect(await ends(campaignId)).toEqual(['submitted']);
  });

  it('a lease that ended leaves the message unknown, whatever the queue says', async () => {
    const { campaignId } = await d.approve();
    const claim = () =>
      d.system((ctx) =>
        claimBatch(ctx, {
          accountId,
          channel: 'email',
          batch: 9,
          owner: 'x',
          leaseMs: 60_000,
          places: [{ timeZone: 'Asia/Bangkok', country: null }],
        }),
      );
    expect((await claim()).claimed).toHaveLength(1);
    expect((await claim()).claimed).toHaveLength(0);
    await d.meddle(`update messages set lease_until = now() - interval '1 s' where campaign_id = $1`, [
      campaignId,
    ]);
    await d.tick();
    await d.tick();
    expect(await ends(campaignId)).toEqual(['unknown']);
    expect(d.sent).toEqual([]);
  });
});

describe('the application itself', () => {
  it('may not rewrite what was frozen or consented to, nor take back a message', async () => {
    const { campaignId } = await d.approve();
    for (const statement of [
      `update manifest_rows set address = 'x'`,
      `update manifests set digest = 'x'`,
      'delete from messages',
      'delete from approvals',
      `update consents set state = 'granted'`,
      'delete from consents',
    ]) {
      const attempt = d.system((ctx) => ctx.tx.execute(statement));
      await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    const duplicate = d.system(async (ctx) => {
      const [row] = await ctx.tx.select().from(messages).where(eq(messages.campaignId, campaignId));
      await ctx.tx.insert(messages).values({ ...row!, id: newId() });
    });
    await expect(duplicate).rejects.toMatchObject({ cause: { code: '23505' } });
  });
});
