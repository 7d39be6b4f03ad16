import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { activities, messages, type NamedCode, offerCodes, offers } from '../../db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import { type OfferTerms, offerTermsSchema } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { codesIn, plainCode } from './offer-code.ts';

export const REFUSALS = ['unknown', 'redeemed', 'not_begun', 'expired', 'used_up', 'customer_limit'] as const;

export const redemption = z.object({
  outcome: z.enum(['accepted', ...REFUSALS]),
  campaignId: z.uuid().nullable(),
  contactId: z.uuid().nullable(),
  customerId: z.uuid().nullable(),
  redeemedAt: z.iso.datetime().nullable(),
});
export type Redemption = z.infer<typeof redemption>;

export type RedeemInput = {
  code: string;
  /** What was bought with it, where that is known. */
  order?: { minor: number; currency: string } | undefined;
};

const NOBODY: Redemption = {
  outcome: 'unknown',
  campaignId: null,
  contactId: null,
  customerId: null,
  redeemedAt: null,
};

/**
 * Redeems a code once, and counts it as a conversion of its campaign. What is refused is an outcome: a code that nobody was
 * sent (`unknown`), one used before, before its first day or after its last, when the number or the budget of the offer is used up, or where
 * another contact of a customer redeemed theirs and there is one for each customer. Two at the same time wait for each other.
 */
export async function redeemCode(ctx: Ctx, { code, order }: RedeemInput): Promise<Redemption> {
  demand(ctx.actor, 'reply');
  return redeem(ctx, { code: plainCode(code), order, via: 'api' });
}

type Naming = { body: string; customerId: string | null };

/** Redeems the codes of a customer's own that each reply of theirs names, not another's; a stranger's are left alone. */
export async function redeemInReplies(ctx: Ctx, told: readonly Naming[]): Promise<NamedCode[][]> {
  const named = told.map(({ body, customerId }) => (customerId ? codesIn(body) : []));
  const codes = [...new Set(named.flat())];
  const known = codes.length
    ? await ctx.tx
        .select({ code: offerCodes.code, customerId: offerCodes.customerId })
        .from(offerCodes)
        .where(inArray(offerCodes.code, codes))
    : [];
  const done: NamedCode[][] = told.map(() => []);
  for (const [at, { customerId }] of told.entries())
    for (const one of known.filter(({ code }) => named[at]!.includes(code)))
      done[at]!.push(
        one.customerId === customerId
          ? (await redeem(ctx, { code: one.code, via: 'reply' })).outcome
          : 'of_another',
      );
  return done;
}

type Asked = { code: string; via: 'api' | 'reply'; order?: RedeemInput['order'] };

async function redeem(ctx: Ctx, { code, via, order }: Asked): Promise<Redemption> {
  const [found] = await ctx.tx.select().from(offerCodes).where(eq(offerCodes.code, code));
  if (!found || !(await wasSent(ctx, found))) return NOBODY;
  // Whoever else redeems a code of this offer waits here, and then sees what is left.
  const [offer] = await ctx.tx.select().from(offers).where(eq(offers.id, found.offerId)).for('update');
  const [row] = await ctx.tx.select().from(offerCodes).where(eq(offerCodes.id, found.id));
  const { campaignId, contactId, customerId } = found;
  const whose = { campaignId, contactId, customerId };
  if (!offer || !row) return NOBODY;
  if (row.redeemedAt) return { ...whose, outcome: 'redeemed', redeemedAt: row.redeemedAt.toISOString() };
  const terms = offerTermsSchema.parse(offer.terms);
  const refusal =
    refusalOf(ctx, { terms, offer }) ??
    (terms.oncePerCustomer && (await hasRedeemed(ctx, found)) ? 'customer_limit' : null);
  if (refusal) return { ...whose, outcome: refusal, redeemedAt: null };
  await ctx.tx
    .update(offerCodes)
    .set({
      redeemedAt: ctx.now,
      redeemedVia: via,
      orderMinor: order?.minor ?? null,
      currency: order?.currency ?? null,
    })
    .where(eq(offerCodes.id, row.id));
  await ctx.tx
    .update(offers)
    .set({
      redeemed: sql`${offers.redeemed} + 1`,
      spentMinor: sql`${offers.spentMinor} + ${terms.value?.minor ?? 0}`,
    })
    .where(eq(offers.id, offer.id));
  await ctx.tx
    .insert(activities)
    .values({
      ...{ tenantId: ctx.tenant.id, ...whose, kind: 'redemption', at: ctx.now, externalId: row.id },
      value: order?.minor ?? null,
      currency: order?.currency ?? null,
    })
    .onConflictDoNothing();
  const left = { redeemed: offer.redeemed + 1, spentMinor: offer.spentMinor + (terms.value?.minor ?? 0) };
  if (refusalOf(ctx, { terms, offer: left })) await holdWaiting(ctx, campaignId);
  await recordAudit(ctx, { action: 'offer.redeemed', subject: campaignId, data: { contactId, via } });
  return { ...whose, outcome: 'accepted', redeemedAt: ctx.now.toISOString() };
}

/** Whether a code of the same customer's was redeemed. */
async function hasRedeemed(
  ctx: Ctx,
  { offerId, customerId }: typeof offerCodes.$inferSelect,
): Promise<boolean> {
  const [other] = await ctx.tx
    .select({ id: offerCodes.id })
    .from(offerCodes)
    .where(
      and(
        eq(offerCodes.offerId, offerId),
        eq(offerCodes.customerId, customerId),
        isNotNull(offerCodes.redeemedAt),
      ),
    )
    .limit(1);
  return other !== undefined;
}

/** Nobody is sent a code for which nothing is left: a person goes on without it, or stops. */
async function holdWaiting(ctx: Ctx, campaignId: string): Promise<void> {
  const reason = 'Its offer is used up: the messages that wait would bring codes that nobody can redeem.';
  const { rows } = await ctx.tx.execute(sql`
    update campaigns c set status = 'paused', pause_reason = ${reason}, updated_at = ${ctx.now}
    where c.id = ${campaignId} and c.status in ('scheduled', 'sending') and exists (
      select 1 from messages m where m.campaign_id = c.id and m.occurrence = 0 and m.status = 'queued')
    returning c.id`);
  if (rows.length > 0) await recordAudit(ctx, { action: 'campaign.offer_used_up', subject: campaignId });
}

/** A code that was frozen and never left us is nobody's yet. */
async function wasSent(
  ctx: Ctx,
  { campaignId, contactId }: typeof offerCodes.$inferSelect,
): Promise<boolean> {
  const sent = ['submitted', 'delivered', 'read', 'unknown'] as const;
  const [message] = await ctx.tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.campaignId, campaignId),
        eq(messages.contactId, contactId),
        inArray(messages.status, [...sent]),
      ),
    )
    .limit(1);
  return message !== undefined;
}

type Left = { terms: OfferTerms; offer: { redeemed: number; spentMinor: number } };

function refusalOf(ctx: Ctx, { terms, offer }: Left): 'not_begun' | 'expired' | 'used_up' | null {
  const { validFrom, validUntil, limit, budget, value } = terms;
  if (validFrom && ctx.today < validFrom) return 'not_begun';
  if (validUntil && ctx.today > validUntil) return 'expired';
  if (limit !== null && offer.redeemed >= limit) return 'used_up';
  return budget && offer.spentMinor + (value?.minor ?? 0) > budget.minor ? 'used_up' : null;
}
