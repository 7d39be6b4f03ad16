import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  brands,
  outcomes as confirmed,
  conversations,
  conversions,
  customers,
  messages,
  receipts,
  replies,
} from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addCustomer, testHash } from '../../test/add-customer.ts';
import { addMessage, type TestMessage } from '../../test/add-message.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Ctx } from '../context.ts';
import { campaignCounts } from '../delivery/campaign-counts.ts';
import { wilson } from '../statistics/wilson.ts';
import { type CampaignReport, reportCampaign } from './campaign-report.ts';
import { exportMessages } from './export-messages.ts';
import { reportVariants } from './report-variants.ts';

let ws: TestWorkspace;
let campaignId: string;
let report: CampaignReport;

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour, 20));

async function send(ctx: Ctx, customer: object, message: Partial<TestMessage>): Promise<string> {
  const contactId = newId();
  const address = `${contactId}@example.com`;
  const customerId = await addCustomer(ctx, {
    ...customer,
    contacts: [{ id: contactId, at: { email: address } }],
  });
  const sent = { campaignId, customerId, contactId, channel: 'email', address, ...message };
  await addMessage(ctx, sent);
  return contactId;
}

const answer = (ctx: Ctx, contactId: string, intent: string | null, to = campaignId) =>
  ctx.tx.insert(replies).values({
    ...{ tenantId: ctx.tenant.id, channel: 'email', externalId: newId(), identifier: 'x@example.com' },
    ...{ addressHash: testHash(ctx, 'x@example.com'), body: 'yes', contactId, campaignId: to },
    match: { contact: 'message', campaign: 'message', candidates: [], isAddress: true },
    triage: intent && { intent },
    receivedAt: at(2, 11),
  });

beforeAll(async () => {
  ws = await openTestWorkspace({ timeZone: 'Asia/Bangkok' });
  await ws.system(async (ctx) => {
    campaignId = await addCampaign(ctx, { name: 'October' });
    const [brandId, tenantId] = [newId(), ctx.tenant.id];
    await ctx.tx.insert(brands).values({ id: brandId, tenantId, name: 'Hilton' });
    const hilton = { brandId, country: 'TH', type: 'hotel' };
    const read = { status: 'read', submittedAt: at(1), deliveredAt: at(1), readAt: at(2) } as const;
    const keen = await send(ctx, hilton, read);
    await answer(ctx, keen, 'accept');
    await answer(ctx, keen, null);
    await send(ctx, hilton, { status: 'delivered', submittedAt: at(1), deliveredAt: at(1, 10) });
    await send(ctx, { country: 'TH' }, { status: 'submitted', channel: 'line', submittedAt: at(1, 10) });
    await send(ctx, {}, { status: 'failed', reason: 'bounced', submittedAt: at(1) });
    await send(ctx, {}, { status: 'dropped', reason: 'opted_out' });
    await send(ctx, {}, { status: 'unknown' });
    await send(ctx, {}, { status: 'delivered', occurrence: 1, submittedAt: at(1) });
  });
  report = await ws.system((ctx) => reportCampaign(ctx, campaignId));
});
afterAll(() => ws.close());

const none = {
  targeted: 0,
  submitted: 0,
  delivered: 0,
  read: 0,
  replied: 0,
  failed: 0,
  dropped: 0,
  unknown: 0,
};

describe('the report of a campaign', () => {
  it('counts each contact once, tests not at all, and as its progress does', async () => {
    const total = {
      targeted: 6,
      submitted: 3,
      delivered: 2,
      read: 1,
      replied: 1,
      failed: 1,
      dropped: 1,
      unknown: 1,
    };
    expect(report.total).toEqual(total);
    const counts = await ws.system((ctx) => campaignCounts(ctx, { campaignIds: [campaignId] }));
    expect(counts.get(campaignId)).toMatchObject(total);
  });

  it('splits by channel, brand, country and type, what is not known apart, and every split adds up', () => {
    expect(report.by.brand[1]).toMatchObject({ value: 'Hilton', targeted: 2, read: 1, replied: 1 });
    expect(report.by.country.map(({ value, targeted }) => [value, targeted])).toEqual([
      ['TH', 3],
      [null, 3],
    ]);
    expect(report.by.channel).toContainEqual({ ...none, value: 'line', targeted: 1, submitted: 1 });
    for (const split of Object.values(report.by))
      expect(split.reduce((sum, { targeted }) => sum + targeted, 0)).toBe(report.total.targeted);
  });

  it('says in words why messages did not arrive, and what the answers want', () => {
    expect(report.reasons).toEqual([
      { status: 'dropped', reason: 'opted_out', words: 'opted out', count: 1 },
      { status: 'failed', reason: 'bounced', words: 'it bounced', count: 1 },
    ]);
    expect(report.answers).toEqual([
      { intent: 'accept', count: 1 },
      { intent: null, count: 1 },
    ]);
  });

  it('counts what people confirmed came of it, and hands out every message as a line', async () => {
    const { outcomes } = await ws.system(async (ctx) => {
      const [reply] = await ctx.tx.select().from(replies).where(eq(replies.campaignId, campaignId)).limit(1);
      await ctx.tx.update(customers).set({ name: '=cmd()|"a", b' }).where(eq(customers.country, 'TH'));
      const conversationId = newId();
      const tenantId = ctx.tenant.id;
      const addressHash = testHash(ctx, 'x@example.com');
      const place = { id: conversationId, tenantId, channel: 'email', addressHash, lastReceivedAt: at(2) };
      await ctx.tx.insert(conversations).values(place);
      await ctx.tx.insert(confirmed).values({
        ...{ tenantId, replyId: reply!.id, conversationId, campaignId, kind: 'renewed', valueMinor: 100 },
        ...{ currency: 'THB', confirmedBy: newId(), confirmedAt: at(3) },
      });
      return reportCampaign(ctx, campaignId);
    });
    expect(outcomes).toEqual([{ kind: 'renewed', count: 1, valueMinor: 100, currency: 'THB' }]);
    const actor = { kind: 'system', name: 'test' } as const;
    const pieces = exportMessages({ within: ws.within, tenantId: ws.tenant.id, actor }, campaignId);
    let text = '';
    for await (const piece of pieces) text += piece;
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + report.total.targeted);
    const read = lines.find((line) => line.includes(',read,'))!;
    expect(read).toMatch(/^"'=cmd\(\)\|""a"", b",Hilton,TH,/);
    expect(read).toMatch(/,2026-11-02T11:20:00Z,accept,renewed,100,THB,,,,$/);
    expect(lines.filter((line) => line.includes('dropped,opted out,'))).toHaveLength(1);
  });

  it('tells hour by hour what happened, by the workspace’s clock, and day by day over longer times', async () => {
    expect(report.times.each).toBe('hour');
    expect(report.times.points[0]).toEqual({
      ...{ at: '2026-11-01T09:00:00Z', submitted: 3, delivered: 1, read: 0, replied: 0 },
    });
    expect(report.times.points.map((point) => point.at.slice(8, 13))).toEqual([
      '01T09',
      '01T10',
      '02T09',
      '02T11',
    ]);
    await ws.system((ctx) =>
      send(ctx, {}, { status: 'submitted', submittedAt: new Date('2026-11-10T17:30:00Z') }),
    );
    const { times } = await ws.system((ctx) => reportCampaign(ctx, campaignId));
    expect(times).toMatchObject({ each: 'day' });
    expect(times.points.map((point) => point.at)).toEqual([
      ...['2026-10-31T17:00:00Z', '2026-11-01T17:00:00Z', '2026-11-10T17:00:00Z'],
    ]);
  });

  it('counts by the variant that was frozen with each message, with an interval for each share', async () => {
    expect(report.variants).toBeNull();
    const { id, keenest } = await ws.system(async (ctx) => {
      const id = await addCampaign(ctx, { variants: [{ tone: 'casual', name: '=cmd()' }] });
      const sending = { campaignId: id, submittedAt: at(1) };
      for (let n = 0; n < 20; n++) {
        await send(ctx, {}, { ...sending, variant: 'A', status: 'delivered' });
        const keen = await send(ctx, {}, { ...sending, variant: 'B', status: 'read' });
        if (n < 12) await answer(ctx, keen, 'accept', id);
      }
      await send(ctx, {}, { ...sending, variant: 'A', status: 'failed' });
      await send(ctx, {}, { ...sending, variant: 'B', status: 'submitted', occurrence: 1 });
      const keenest = await send(ctx, {}, { ...sending, variant: 'B', status: 'read' });
      const [message] = await ctx.tx.select().from(messages).where(eq(messages.contactId, keenest));
      const receipt = {
        tenantId: ctx.tenant.id,
        messageId: message!.id,
        kind: 'clicked',
        at: at(2),
      } as const;
      await ctx.tx.insert(receipts).values([
        { ...receipt, externalId: newId() },
        { ...receipt, externalId: newId() },
      ]);
      return { id, keenest };
    });
    const { variants } = await ws.system((ctx) => reportCampaign(ctx, id));
    const counts = { version: 1, delivered: 21, read: 21, clicked: 1, replied: 12, converted: 0 };
    expect(variants?.parts).toEqual([
      expect.objectContaining({
        ...{ variant: 'A', name: null, targeted: 21, submitted: 20, delivered: 20, read: 0, replied: 0 },
      }),
      expect.objectContaining({ variant: 'B', name: '=cmd()', targeted: 21, submitted: 21, ...counts }),
    ]);
    const [a, b] = variants!.parts;
    expect(b!.rates!.replied).toEqual({ share: 12 / 21, ...wilson(12, 21) });
    expect(a!.rates!.replied.high).toBeLessThan(b!.rates!.replied.low);
    expect(variants!.judged).toEqual({ by: 'replied', ahead: 'B' });
    const again = await ws.system(async (ctx) => {
      const one = {
        tenantId: ctx.tenant.id,
        campaignId: id,
        contactId: keenest,
        via: 'api',
        at: at(3),
      } as const;
      await ctx.tx.insert(conversions).values(['1', '2'].map((externalId) => ({ ...one, externalId })));
      return reportVariants(ctx, id);
    });
    // Two orders of one in twenty-one prove nothing of the wording.
    expect(again!.parts[1]!.converted).toBe(1);
    expect(again!.judged).toEqual({ by: 'converted', ahead: null });
  });

  it('of one that nobody sent yet is all zeros, and of one that there is not is refused', async () => {
    const unsent = await ws.system(async (ctx) => reportCampaign(ctx, await addCampaign(ctx)));
    expect(unsent).toMatchObject({ total: none, reasons: [], answers: [], times: { points: [] } });
    const unknown = ws.system((ctx) => reportCampaign(ctx, newId()));
    await expect(unknown).rejects.toMatchObject({ code: 'campaign:unknown' });
  });
});
