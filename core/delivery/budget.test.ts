import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftPatch } from '../../core/campaigns/draft.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { approvalPart } from '../approval/approval-part.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { reportCampaign } from '../reports/campaign-report.ts';
import { changeSettings } from '../tenants/change-settings.ts';
import { controlCampaign } from './control-campaign.ts';
import { progressPart } from './progress-part.ts';
import { raiseBudget } from './raise-budget.ts';
import { readSpend } from './read-spend.ts';
import { resolveUnknown } from './resolve-unknown.ts';

let d: Delivery;
let accountId: string;
beforeAll(async () => {
  d = await openDelivery();
  accountId = await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

const price = (minor: number | null, currency = 'EUR') =>
  d.meddle('update channel_accounts set price = $1 where id = $2', [
    minor === null ? null : { minor, currency },
    accountId,
  ]);
const budget = (minor: number): DraftPatch => ({ budget: { minor, currency: 'EUR' } });
const sent = async (campaignId: string) =>
  (await d.messagesOf(campaignId)).filter(({ status }) => status === 'submitted').length;
const progress = (campaignId: string) => d.system((ctx) => progressPart(ctx, campaignId));
const spent = async (campaignId: string) => {
  const rows = await d.system((ctx) => readSpend(ctx, { campaignId }));
  return rows.map(({ channel, messages, minor, currency }) => ({ channel, messages, minor, currency }));
};

describe('a budget', () => {
  it('is never gone beyond, however many send, and what waits for more says so', async () => {
    await price(0.79);
    const { campaignId } = await d.approve({ count: 9, draft: budget(4) });
    await Promise.all([d.tick({ batch: 2, owner: 'one' }), d.tick({ batch: 2, owner: 'two' })]);
    await d.tick();
    expect(await sent(campaignId)).toBe(5);
    expect(await spent(campaignId)).toEqual([
      { channel: 'email', messages: 5, minor: 3.95, currency: 'EUR' },
    ]);
    expect(await progress(campaignId)).toMatchObject({
      status: 'paused',
      heldBack: 'The budget of EUR 0.04 does not suffice for another message: 4 messages wait.',
    });
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'resume' }));
    await d.tick();
    expect([await sent(campaignId), (await progress(campaignId)).status]).toEqual([5, 'paused']);
  });

  it('is raised by whoever may approve, upwards and in its currency, and the rest goes on', async () => {
    await price(100);
    const { campaignId } = await d.approve({ count: 3, draft: budget(100) });
    await d.tick();
    await d.tick();
    const manager = await d.person('manager');
    const raise = (minor: number, currency = 'EUR', by = d.approver) =>
      d.as(by, (ctx) => raiseBudget(ctx, { campaignId, budget: { minor, currency } }));
    await expect(raise(300, 'EUR', manager)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(raise(99)).rejects.toMatchObject({ code: 'campaign:budget' });
    await expect(raise(300, 'USD')).rejects.toMatchObject({ code: 'campaign:budget' });
    expect(await raise(300)).toMatchObject({ status: 'sending' });
    await d.tick();
    expect([await sent(campaignId), (await progress(campaignId)).status]).toEqual([3, 'done']);
    const none = await d.approve();
    await d.tick();
    await expect(
      d.as(d.approver, (ctx) => raiseBudget(ctx, { ...none, budget: { minor: 1, currency: 'EUR' } })),
    ).rejects.toMatchObject({ code: 'campaign:budget' });
  });

  it('gets back what no provider took, at once or by a person’s word, and keeps what nobody knows', async () => {
    await price(10);
    const before = d.state.answer;
    let at = 0;
    d.state.answer = () => {
      at += 1;
      if (at === 1) return { outcome: 'rejected', code: 'content', detail: 'no' };
      return at === 2
        ? { outcome: 'unknown', detail: 'silence' }
        : { outcome: 'submitted', providerId: `b${at}` };
    };
    const { campaignId } = await d.approve({ count: 3, draft: budget(30) });
    await d.tick();
    d.state.answer = before;
    expect(await spent(campaignId)).toMatchObject([{ messages: 2, minor: 20 }]);
    const unknown = (await d.messagesOf(campaignId)).find(({ status }) => status === 'unknown')!;
    await d.as(d.approver, (ctx) => resolveUnknown(ctx, { messageId: unknown.id, decision: 'abandon' }));
    expect(await spent(campaignId)).toMatchObject([{ messages: 1, minor: 10 }]);
    const report = await d.system((ctx) => reportCampaign(ctx, campaignId));
    expect(report.spend).toEqual([{ channel: 'email', messages: 1, minor: 10, currency: 'EUR' }]);
  });

  it('is said to whoever approves, with what it all costs; one that nobody could hold is refused', async () => {
    const ask = (patch: DraftPatch) =>
      d.as(d.approver, async (ctx) => {
        const people = await addPeople(ctx, { count: 3 });
        const campaignId = await addCampaign(ctx, patch);
        const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
        return approvalPart(ctx, approvalId);
      });
    await price(50);
    const part = await ask(budget(100));
    expect(part.costWords).toBe('About EUR 1.50.');
    expect(part.warnings.slice(0, 2)).toEqual([
      'The budget is EUR 1: what would go beyond it is not sent.',
      'It does not suffice: all of it would cost about EUR 1.50.',
    ]);
    await price(50, 'USD');
    await expect(ask(budget(100))).rejects.toMatchObject({ code: 'campaign:budget' });
    await price(null);
    await expect(ask(budget(100))).rejects.toMatchObject({ code: 'campaign:budget' });
    expect((await ask({})).costWords).toBe('Not known: no prices are recorded for e-mail.');
  });

  it('holds nothing back by a price that went away after the approval: then nothing goes', async () => {
    await price(10);
    const { campaignId } = await d.approve({ draft: budget(100) });
    await price(null);
    await d.tick();
    expect(await sent(campaignId)).toBe(0);
  });
});

describe('the month of a workspace', () => {
  const monthly = (minor: number | null) =>
    d.system((ctx) =>
      changeSettings(ctx, { monthlyBudget: minor === null ? null : { minor, currency: 'EUR' } }),
    );

  it('ends the claiming of all its campaigns when its money is used, until it is raised', async () => {
    await d.meddle(`update campaigns set status = 'stopped'`);
    await d.meddle('delete from spend_entries');
    await price(10);
    await monthly(25);
    const campaigns = [await d.approve({ count: 2 }), await d.approve({ count: 2 })];
    await d.tick();
    const all = async () =>
      (await Promise.all(campaigns.map((one) => sent(one.campaignId)))).reduce((a, b) => a + b);
    expect(await all()).toBe(2);
    const held = await Promise.all(campaigns.map((one) => progress(one.campaignId)));
    expect(held.some(({ heldBack }) => heldBack?.includes('for this month is used up'))).toBe(true);
    await monthly(null);
    await d.tick();
    expect(await all()).toBe(4);
    const month = await d.system((ctx) => readSpend(ctx));
    expect(month.reduce((sum, { minor }) => sum + minor, 0)).toBe(40);
  });
});
