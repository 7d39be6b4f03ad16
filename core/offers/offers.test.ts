// From a code in a message to its redemption, once, within what was approved.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activities } from '../../db/schema/index.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addGuests, offerWithCodes } from '../../test/offer-with-codes.ts';
import { addAccount } from '../../test/recording-channels.ts';
import type { TestMode } from '../campaigns/draft.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import { reportCampaign } from '../reports/campaign-report.ts';
import { readOfferFigures } from './offer-figures.ts';
import { redeemCode } from './redeem-offer.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
  await addGuests(d);
});
afterAll(() => d.close());

const offer = (code: object, test?: TestMode) => offerWithCodes(d, code, { test });
const redeem = (code: string) =>
  d.as(d.approver, (ctx) => redeemCode(ctx, { code, order: { minor: 90_000, currency: 'THB' } }));
const figures = (campaignId: string) => d.as(d.approver, (ctx) => readOfferFigures(ctx, campaignId));

describe('an offer with codes', () => {
  it('gives each recipient one of their own, redeemed once, and only after it was sent', async () => {
    const made = await offer({ validUntil: '2030-01-01' });
    expect(made.approval.warnings.join()).toContain(
      'Each recipient has a code of their own, redeemed once, until 2030-01-01.',
    );
    expect(await figures(made.campaignId)).toMatchObject({ issued: 3, redeemed: 0 });
    const codes = await made.send();
    expect(new Set(codes).size).toBe(3);
    expect(await redeem(codes[0]!.toLowerCase().replaceAll('-', ' '))).toMatchObject({ outcome: 'accepted' });
    expect(await redeem(codes[0]!)).toMatchObject({ outcome: 'redeemed' });
    expect(await redeem('TEA-00000-00000')).toMatchObject({ outcome: 'unknown', campaignId: null });
    expect(await figures(made.campaignId)).toMatchObject({ issued: 3, redeemed: 1, byReply: 0 });
    const { outcomes } = await d.as(d.approver, (ctx) => reportCampaign(ctx, made.campaignId));
    expect(outcomes).toEqual([{ kind: 'redeemed', count: 1, valueMinor: 90_000, currency: 'THB' }]);
    const done = await d.system((ctx) =>
      ctx.tx.select().from(activities).where(eq(activities.kind, 'redemption')),
    );
    expect(done).toMatchObject([{ campaignId: made.campaignId, value: 90_000 }]);
  });

  it('that was not sent is nobody’s', async () => {
    const made = await offer({});
    const [code] = await made.send();
    await d.meddle(`update messages set status = 'dropped' where campaign_id = $1`, [made.campaignId]);
    expect(await redeem(code!)).toMatchObject({ outcome: 'unknown' });
  });

  it('stops at its number, its budget and its last day', async () => {
    const few = await offer({ limit: 1 });
    const [one, two] = await few.send();
    const both = await Promise.all([redeem(one!), redeem(two!)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'used_up']);
    const value = { minor: 6000, currency: 'THB' };
    const dear = await offer({ value, budget: { minor: 10_000, currency: 'THB' } });
    const [first, second] = await dear.send();
    expect([(await redeem(first!)).outcome, (await redeem(second!)).outcome]).toEqual([
      'accepted',
      'used_up',
    ]);
    expect(await figures(dear.campaignId)).toMatchObject({ redeemed: 1, spentMinor: 6000 });
    const past = await offer({ validUntil: '2020-01-01' });
    const [late] = await past.send();
    expect(await redeem(late!)).toMatchObject({ outcome: 'expired' });
  });

  it('is refused before its first day, and redeemed on it', async () => {
    const tomorrow = await offer({ validFrom: '2026-11-22', validUntil: '2026-12-31' });
    expect(tomorrow.approval.warnings.join()).toContain(
      'redeemed once, from 2026-11-22 on, until 2026-12-31.',
    );
    const [early] = await tomorrow.send();
    expect(await redeem(early!)).toMatchObject({ outcome: 'not_begun', redeemedAt: null });
    expect(await figures(tomorrow.campaignId)).toMatchObject({ redeemed: 0, spentMinor: 0 });
    const today = await offer({ validFrom: '2026-11-21' });
    const [code] = await today.send();
    expect(await redeem(code!)).toMatchObject({ outcome: 'accepted' });
    await expect(offer({ validFrom: '2026-12-02', validUntil: '2026-12-01' })).rejects.toMatchObject({
      code: 'input:invalid',
    });
  });

  it('is redeemed once by two at the same time', async () => {
    const made = await offer({});
    const [code] = await made.send();
    const both = await Promise.all([redeem(code!), redeem(code!)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'redeemed']);
    expect(await figures(made.campaignId)).toMatchObject({ redeemed: 1 });
  });

  it('that is used up while it is sent holds what waits', async () => {
    const made = await offer({ limit: 1 });
    const [one] = await made.send();
    const statusOf = async () => (await d.as(d.approver, (ctx) => readCampaign(ctx, made.campaignId))).status;
    await d.meddle(`update campaigns set status = 'sending' where id = $1`, [made.campaignId]);
    await d.meddle(
      `update messages set status = 'queued' where campaign_id = $1 and contact_id = (
        select max(contact_id::text)::uuid from offer_codes where campaign_id = $1 and code <> $2)`,
      [made.campaignId, one!.replaceAll('-', '')],
    );
    expect(await statusOf()).toBe('sending');
    expect(await redeem(one!)).toMatchObject({ outcome: 'accepted' });
    expect(await statusOf()).toBe('paused');
  });

  it('gives a tester a code that nobody can redeem', async () => {
    const made = await offer({}, { kind: 'address', channel: 'email', address: 'me@example.com' });
    const [code] = await made.send();
    expect(code).toMatch(/^TEA-/);
    expect(await redeem(code!)).toMatchObject({ outcome: 'unknown' });
    expect(await figures(made.campaignId)).toMatchObject({ issued: 0, terms: null });
  });

  it('with a budget says what one redemption costs', async () => {
    await expect(offer({ budget: { minor: 1, currency: 'THB' } })).rejects.toMatchObject({
      code: 'input:invalid',
    });
  });
});
