import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sender } from '../../channels/contract.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { requestApproval } from '../approval/request-approval.ts';
import type { Within } from '../context.ts';
import { controlCampaign } from './control-campaign.ts';
import { limitsLeft } from './limits-left.ts';
import { progressPart } from './progress-part.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());
beforeEach(() => {
  d.sent.length = 0;
  d.state.answer = (message) => ({ outcome: 'submitted', providerId: `p-${message.messageId}` });
});

const statuses = async (campaignId: string) =>
  (await d.messagesOf(campaignId))
    .map(({ status, reason }) => (reason ? `${status} ${reason}` : status))
    .sort();

describe('what was approved', () => {
  it('goes out once to each recipient, byte for byte, and the campaign is done', async () => {
    const { campaignId, people } = await d.approve({ count: 3 });
    const { outcomes } = await d.tick();
    expect(outcomes).toEqual({ submitted: 3 });
    expect(d.sent.map(({ to }) => to).sort()).toEqual(people.map(({ address }) => address).sort());
    const first = d.sent.find(({ to }) => to === people[0]!.address);
    expect(first?.content).toEqual({
      subject: 'Your contract',
      text: `Good day ${people[0]!.contactId}, your zones: Lobby & Bar – “สวัสดี”.`,
    });
    expect(first?.sender).toEqual({ name: 'Your company', email: 'team@example.com' });
    await d.tick();
    expect(d.sent).toHaveLength(3);
    const progress = await d.system((ctx) => progressPart(ctx, campaignId));
    expect(progress).toMatchObject({ status: 'done', targeted: 3, submitted: 3, queued: 0, nextAt: null });
  });

  it('goes out although another account cannot be opened, which is said to be blocked', async () => {
    await d.system((ctx) => addAccount(ctx, { channel: 'whatsapp' }));
    await d.meddle(`update channel_accounts set sealed_settings = 'torn' where channel = 'whatsapp'`);
    const { people } = await d.approve();
    const waiting = await d.approve({ channel: 'whatsapp' });
    expect(await d.tick()).toMatchObject({ outcomes: { submitted: 1 }, blocked: ['whatsapp'] });
    expect(d.sent.map(({ to }) => to)).toEqual([people[0]!.address]);
    await d.meddle(`delete from channel_accounts where channel = 'whatsapp'`);
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId: waiting.campaignId, action: 'stop' }));
  });

  it('is nothing before somebody approved it', async () => {
    await d.as(d.approver, async (ctx) => {
      const people = await addPeople(ctx, { count: 1 });
      await requestApproval(ctx, { campaignId: await addCampaign(ctx), plan: planFor(people) });
    });
    await d.tick();
    expect(d.sent).toEqual([]);
  });

  it('is looked for only on channels that have something due: more accounts ask the database no more', async () => {
    const asked = async () => {
      let transactions = 0;
      const within: Within = (...args) => {
        transactions += 1;
        return d.within(...args);
      };
      await d.tick({ within });
      return transactions;
    };
    const before = await asked();
    await d.system((ctx) => addAccount(ctx, { channel: 'whatsapp' }));
    expect(await asked()).toBe(before);
    await d.approve({ channel: 'whatsapp' });
    expect(await asked()).toBeGreaterThan(before);
    expect(d.sent).toHaveLength(1);
    await d.meddle(`delete from channel_accounts where channel = 'whatsapp'`);
  });

  it('goes batch by batch, however small the batches', async () => {
    await d.approve({ count: 7 });
    await d.tick({ batch: 2 });
    expect(d.sent).toHaveLength(7);
  });
});

describe('a provider', () => {
  it('goes in batches that leave none of four connections without a message, but for the last', async () => {
    await d.approve({ count: 75 });
    const sizes: number[] = [];
    const find: Delivery['senders']['find'] = (account) => {
      const opened = d.senders.find(account);
      const send: Sender['send'] = (batch) => {
        sizes.push(batch.length);
        return opened!.sender.send(batch);
      };
      return opened && { ...opened, sender: { ...opened.sender, send } };
    };
    expect((await d.tick({ senders: { ...d.senders, find } })).outcomes).toEqual({ submitted: 75 });
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.slice(0, -1).filter((size) => size % 4 > 0)).toEqual([]);
  });

  it('that refuses for good fails the message and teaches us who opted out and what does not exist', async () => {
    d.state.answer = ({ to }) => ({
      outcome: 'rejected',
      code: '550',
      detail: 'no\0 such user',
      suppress: to === gone ? 'no_such_address' : 'opted_out',
    });
    const { campaignId, people } = await d.approve({ count: 2 });
    const gone = people[0]!.address;
    await d.tick();
    expect(await statuses(campaignId)).toEqual(['failed no_such_address', 'failed opted_out']);
    d.state.answer = () => ({ outcome: 'submitted', providerId: 'x' });
    d.sent.length = 0;
    const again = await d.approve({ count: 0, plan: planFor(people) });
    await d.tick();
    expect(d.sent).toEqual([]);
    expect(await statuses(again.campaignId)).toEqual(['dropped address_unusable', 'dropped opted_out']);
  });

  it('that says "not now" is asked again later, not at once', async () => {
    d.state.answer = () => ({ outcome: 'retry', code: '421', detail: 'busy', retryAfterMs: 60_000 });
    const { campaignId } = await d.approve();
    const { nextAt } = await d.tick();
    await d.tick();
    expect(d.sent).toHaveLength(1);
    expect(await statuses(campaignId)).toEqual(['queued']);
    expect(nextAt).not.toBeNull();
    d.state.answer = () => ({ outcome: 'submitted', providerId: 'later' });
    await d.meddle('update messages set retry_at = now() where campaign_id = $1', [campaignId]);
    await d.tick();
    expect(await statuses(campaignId)).toEqual(['submitted']);
    expect(new Set(d.sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('that never takes it is given up after six tries', async () => {
    d.state.answer = () => ({ outcome: 'unreachable', detail: 'refused' });
    const { campaignId } = await d.approve();
    for (let round = 0; round < 8; round += 1) {
      await d.tick();
      await d.meddle('update messages set retry_at = now() where campaign_id = $1', [campaignId]);
    }
    expect(d.sent).toHaveLength(6);
    expect(await statuses(campaignId)).toEqual(['failed gave_up']);
  });

  it('that throws, or forgets to answer, leaves unknowns that nobody sends again', async () => {
    d.state.answer = () => {
      throw new Error('a bug');
    };
    const { campaignId } = await d.approve({ count: 2 });
    await d.tick();
    await d.tick();
    expect(await statuses(campaignId)).toEqual(['unknown', 'unknown']);
    expect(d.sent).toHaveLength(1);
  });

  it('is not given an address that is none of its channel', async () => {
    const people = await d.system((ctx) => addPeople(ctx, { count: 1 }));
    await d.meddle('update addresses set normalised = $1 where contact_id = $2', [
      'a b',
      people[0]!.contactId,
    ]);
    const plan = planFor([{ ...people[0]!, address: 'a b' }]);
    const { campaignId } = await d.approve({ count: 0, plan });
    await d.meddle(
      `update addresses a set hash = m.address_hash from messages m where m.contact_id = a.contact_id and a.contact_id = $1`,
      [people[0]!.contactId],
    );
    await d.tick();
    expect(d.sent).toEqual([]);
    expect(await statuses(campaignId)).toEqual(['failed address_invalid']);
  });
});

describe('a channel', () => {
  it('without an account keeps its messages and is named', async () => {
    const { campaignId } = await d.approve({ channel: 'whatsapp' });
    expect((await d.tick()).blocked).toEqual(['whatsapp']);
    expect(await statuses(campaignId)).toEqual(['queued']);
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'stop' }));
  });

  it('sends no more than its account may in a window, and says when there is room', async () => {
    const limits = [{ perMs: 3_600_000, max: 3 }];
    const accountId = await d.system((ctx) => addAccount(ctx, { channel: 'whatsapp', limits }));
    const { campaignId } = await d.approve({ channel: 'whatsapp', count: 5 });
    const { nextAt } = await d.tick({ batch: 2 });
    await d.tick();
    expect(d.sent).toHaveLength(3);
    const left = (await d.system(limitsLeft)).find((account) => account.accountId === accountId);
    expect(left?.windows).toEqual([{ perMs: 3_600_000, max: 3, used: 3, left: 0 }]);
    expect(nextAt!.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
    const held = await d.system((ctx) => progressPart(ctx, campaignId));
    expect([held.queued, held.nextAt]).toEqual([2, null]);
    await d.meddle(
      `update attempts set started_at = now() - interval '2 hours', ended_at = now() - interval '2 hours' where account_id = $1`,
      [accountId],
    );
    await d.tick();
    expect(await statuses(campaignId)).toEqual(Array(5).fill('submitted'));
  });
});
