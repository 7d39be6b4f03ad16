import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { offerCodes, offers } from '../../db/schema/index.ts';
import { offerTermsSchema } from '../campaigns/draft.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

const count = z.int().nonnegative();
export const offerFigures = z.object({
  /** As they were frozen; null before that. */
  terms: offerTermsSchema.nullable(),
  issued: count,
  redeemed: count,
  /** What the redeemed codes cost, where a code has a value. */
  spentMinor: z.number(),
  byReply: count,
});
export type OfferFigures = z.infer<typeof offerFigures>;

/** How far a campaign's offer is used. Throws `campaign:unknown`. */
export async function readOfferFigures(ctx: Ctx, campaignId: string): Promise<OfferFigures> {
  demand(ctx.actor, 'read');
  await readCampaign(ctx, campaignId);
  const [offer] = await ctx.tx.select().from(offers).where(eq(offers.campaignId, campaignId));
  const [codes] = await ctx.tx
    .select({
      issued: sql<number>`count(*)::int`,
      byReply: sql<number>`(count(*) filter (where ${offerCodes.redeemedVia} = 'reply'))::int`,
    })
    .from(offerCodes)
    .where(eq(offerCodes.campaignId, campaignId));
  return {
    terms: offer ? offerTermsSchema.parse(offer.terms) : null,
    redeemed: offer?.redeemed ?? 0,
    spentMinor: offer?.spentMinor ?? 0,
    ...codes!,
  };
}
