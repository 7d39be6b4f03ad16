import { sql } from 'drizzle-orm';
import { offerCodes, offers } from '../../db/schema/index.ts';
import type { OfferTerms } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { offerCode, plainCode } from './offer-code.ts';

// A statement takes at most 65,535 parameters.
const AT_ONCE = 2000;

type Input = {
  campaignId: string;
  terms: OfferTerms;
  recipients: readonly { contactId: string; customerId: string }[];
};

/** Keeps the codes of those whose messages are being frozen, and the terms; whoever has one keeps it. */
export async function reserveCodes(ctx: Ctx, { campaignId, terms, recipients }: Input): Promise<void> {
  const [offer] = await ctx.tx
    .insert(offers)
    .values({ tenantId: ctx.tenant.id, campaignId, terms })
    .onConflictDoUpdate({ target: [offers.tenantId, offers.campaignId], set: { terms } })
    .returning({ id: offers.id });
  const rows = recipients.map(({ contactId, customerId }) => ({
    tenantId: ctx.tenant.id,
    offerId: offer!.id,
    ...{ campaignId, contactId, customerId },
    code: plainCode(offerCode(ctx.keys, { campaignId, contactId, prefix: terms.prefix, isTest: false })),
  }));
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await ctx.tx
      .insert(offerCodes)
      .values(rows.slice(at, at + AT_ONCE))
      .onConflictDoUpdate({
        target: [offerCodes.tenantId, offerCodes.campaignId, offerCodes.contactId],
        // Another prefix is another code, unless the first one was used.
        set: { code: sql`excluded.code` },
        setWhere: sql`${offerCodes.redeemedAt} is null`,
      });
}
