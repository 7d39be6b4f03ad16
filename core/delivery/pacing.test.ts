// How fast and in which order: shares of the campaigns, a start with a few, the hours of a workspace.
import { isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaigns } from '../../db/schema/index.ts';
import { createClock } from '../../lib/clock.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import { TEST_KEYS } from '../../test/workspace.ts';
import { approvalPart } from '../approval/approval-part.ts';
import { continueSeries } from '../approval/continue-series.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import { openContexts } from '../tenants/workspace.ts';
import { controlCampaign } from './control-campaign.ts';
import { progressPart } from './progress-part.ts';
import { recordReceipt } from './record-receipt.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
beforeEach(async () => {
  d.sent.length = 0;
  d.state.answer = ({ messageId }) => ({ outcome: 'submitted', providerId: `p-${messageId}` });
  await d.meddle(`update campaigns set status = 'stopped' where status <> 'draft'`);
});
afterAll(() => d.close());

const statuses = async (campaignId: string) =>
  Object.fromEntries(
    [...Map.groupBy(await d.messagesOf(campaignId), ({ status }) => status)].map(([is, all]) => [
      is,
      all.length,
    ]),
  );
const progress = (campaignId: string) => d.system((ctx) => progressPart(ctx, campaignId));

describe('campaigns that are sent at once', () => {
  it('have the same share of each batch, however large or old they are', async () => {
    const large = await d.approve({ count: 40 });
    const small = await d.approve({ count: 5 });
    const smaller = await d.approve({ count: 3 });
    await d.tick({ batch: 9 });
    const first = new Set(d.sent.slice(0, 9).map(({ messageId }) => messageId));
    for (const { campaignId } of [large, small, smaller])
      expect((await d.messagesOf(campaignId)).filter(({ id }) => first.has(id))).toHaveLength(3);
  });

  it('leave nobody out when there are more of them than places in a batch', async () => {
    const all = [];
    for (let at = 0; at < 6; at += 1) all.push(await d.approve({ count: 2 }));
    await d.tick({ batch: 4 });
    for (const { campaignId } of all) expect(await statuses(campaignId)).toEqual({ submitted: 2 });
  });

  it('are not held up by one that is paused', async () => {
    const paused = await d.approve({ count: 5 });
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId: paused.campaignId, action: 'pause' }));
    const running = await d.approve({ count: 2 });
    await d.tick({ batch: 2 });
    expect(await statuses(running.campaignId)).toEqual({ submitted: 2 });
    expect(await statuses(paused.campaignId)).toEqual({ queued: 5 });
  });
});

describe('a campaign that begins with a few', () => {
  const canary = { first: 3, waitMinutes: 10, maxFailedPercent: 34 };
  const begin = (count = 8) => d.approve({ count, draft: { canary } });
  /** What its first messages ended with, as long ago as that. */
  const later = (minutes: number) =>
    d.meddle(`update attempts set ended_at = ended_at - make_interval(mins => $1)`, [minutes]);

  it('tells the approver so, sends those, and the rest after the wait', async () => {
    const { campaignId, approvalId } = await begin();
    const part = await d.system((ctx) => approvalPart(ctx, approvalId));
    expect(part.warnings.join()).toMatch(/^3 messages go out first\. The rest follows 10 minutes later/);
    await d.tick();
    await d.tick();
    expect(await statuses(campaignId)).toEqual({ submitted: 3, queued: 5 });
    expect((await progress(campaignId)).heldBack).toMatch(/3 messages go out first/);
    await later(11);
    await d.tick();
    expect(await statuses(campaignId)).toEqual({ submitted: 8 });
    expect((await progress(campaignId)).heldBack).toBeUndefined();
  });

  it('is paused by too many failures, at once, and goes on only when a person resumes it', async () => {
    const { campaignId } = await begin();
    let at = 0;
    d.state.answer = ({ messageId }) =>
      at++ < 2
        ? { outcome: 'rejected', code: '400', detail: 'no' }
        : { outcome: 'submitted', providerId: `p-${messageId}` };
    await d.tick();
    await d.tick();
    expect(await statuses(campaignId)).toEqual({ submitted: 1, failed: 2, queued: 5 });
    const held = await progress(campaignId);
    expect([held.status, held.heldBack]).toEqual([
      'paused',
      expect.stringContaining('Of the first 3 messages 2 failed'),
    ]);
    await later(60);
    await d.tick();
    expect((await statuses(campaignId)).queued).toBe(5);
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId, action: 'resume' }));
    await d.tick();
    expect(await statuses(campaignId)).toEqual({ submitted: 6, failed: 2 });
  });

  it('is paused by complaints, and by messages nobody can tell of once the wait is over', async () => {
    const complained = await begin();
    await d.tick();
    const told = (await d.messagesOf(complained.campaignId)).filter(({ status }) => status === 'submitted');
    for (const { id } of told.slice(0, 2))
      await d.system((ctx) =>
        recordReceipt(ctx, { messageId: id, kind: 'complained', externalId: `c-${id}`, at: ctx.now }),
      );
    const unknown = await begin();
    d.state.answer = () => ({ outcome: 'unknown', detail: 'silence' });
    await d.tick();
    await d.tick();
    expect((await progress(complained.campaignId)).status).toBe('paused');
    expect((await progress(unknown.campaignId)).status).toBe('sending');
    await later(11);
    await d.tick();
    expect(await statuses(unknown.campaignId)).toEqual({ unknown: 3, queued: 5 });
    expect((await progress(unknown.campaignId)).heldBack).toContain('nobody knows of 3');
  });

  it('sends one that has no more than that at once', async () => {
    const { campaignId } = await begin(3);
    await d.tick();
    expect(await statuses(campaignId)).toEqual({ submitted: 3 });
    expect((await progress(campaignId)).status).toBe('done');
  });
});

describe('the sending window of a workspace', () => {
  const settings = (more: object) =>
    d.meddle('update tenants set settings = settings || $2::jsonb where id = $1', [
      d.tenant.id,
      JSON.stringify(more),
    ]);
  const at = (now: string) => ({
    within: openContexts({ database: d.database, clock: createClock(now), keys: TEST_KEYS }),
  });

  it('moves what is planned, is told to the approver, and holds also what was planned before it', async () => {
    const before = await d.approve();
    // A Saturday morning in Bangkok.
    await settings({ sendWindow: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' } });
    const { campaignId, approvalId } = await d.approve();
    const part = await d.system((ctx) => approvalPart(ctx, approvalId));
    expect(part.warnings).toContain(
      '1 message waits for the sending hours there: Monday, Tuesday, Wednesday, Thursday and Friday, 09:00 to 17:00.',
    );
    const [message] = await d.messagesOf(campaignId);
    expect(message?.plannedAt.toISOString()).toBe('2026-11-23T02:00:00.000Z');
    const { nextAt } = await d.tick();
    expect(nextAt?.toISOString()).toBe('2026-11-23T02:00:00.000Z');
    expect(await statuses(before.campaignId)).toEqual({ queued: 1 });
    await d.tick(at('2026-11-23T02:00:00Z'));
    for (const one of [before.campaignId, campaignId]) expect(await statuses(one)).toEqual({ submitted: 1 });
    await settings({ sendWindow: {} });
  });
});

describe('a campaign that comes again', () => {
  const draft = {
    schedule: { kind: 'local', date: '2026-11-23', time: '09:00' },
    repeat: { every: 'week' },
  } as const;
  const continued = async (now: string) => {
    const within = openContexts({ database: d.database, clock: createClock(now), keys: TEST_KEYS });
    await continueSeries(within, d.tenant.id);
    return (
      await d.system((ctx) => ctx.tx.select().from(campaigns).where(isNotNull(campaigns.follows)))
    ).toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  };

  it('is told to the approver, and makes the next a day ahead: once, by the same author, sent by nobody', async () => {
    const { campaignId, approvalId } = await d.approve({ count: 2, draft });
    const part = await d.system((ctx) => approvalPart(ctx, approvalId));
    expect(part.scheduleWords).toMatch(/; again every week, each time asked for anew$/);
    expect(await continued('2026-11-29T01:00:00Z')).toEqual([]);
    const [second] = await continued('2026-11-29T08:00:00Z');
    expect(second).toMatchObject({ status: 'waiting', follows: campaignId, createdBy: d.approver.userId });
    expect(await d.messagesOf(second!.id)).toEqual([]);
    expect(await continued('2026-11-29T08:00:00Z')).toHaveLength(1);
    const all = await continued('2026-12-06T08:00:00Z');
    expect(all.map(({ follows }) => follows)).toEqual([campaignId, second!.id]);
    await d.as(d.approver, (ctx) => controlCampaign(ctx, { campaignId: all[1]!.id, action: 'stop' }));
    expect(await continued('2027-01-30T08:00:00Z')).toHaveLength(2);
  });

  it('does not begin before its first was approved, and needs a day', async () => {
    await d.as(d.approver, (ctx) => createCampaign(ctx, { draft: { name: 'N', type: 'renewal', ...draft } }));
    const before = (await continued('2026-11-21T03:00:00Z')).length;
    expect(await continued('2026-11-29T08:00:00Z')).toHaveLength(before);
    const now = { ...draft, schedule: { kind: 'now' } } as const;
    const refused = d.as(d.approver, (ctx) =>
      createCampaign(ctx, { draft: { name: 'N', type: 'renewal', ...now } }),
    );
    await expect(refused).rejects.toMatchObject({ code: 'input:invalid' });
  });
});
