import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customers, manifests, messages } from '../../db/schema/index.ts';
import { manifestHeader } from '../approval/header.ts';
import { WITHOUT_CONSENT } from '../audience/select-recipients.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

const count = z.int().nonnegative();

/** What became of one send, in the words of a program. */
export const sendResult = z.object({
  targeted: count,
  submitted: count,
  failed: count,
  /** Customers left out at freezing, and messages dropped since, for want of consent. */
  skippedNoConsent: count,
  errors: z.array(
    z.object({
      customer: z.string(),
      channel: z.string(),
      status: z.enum(['failed', 'unknown']),
      reason: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
});
export type SendResult = z.infer<typeof sendResult>;

/** More than a person reads; the counts are complete. */
const ERRORS_SHOWN = 500;

/** One occurrence of a campaign: 0 is the campaign itself, any other a test. */
export async function readSendResult(
  ctx: Ctx,
  { campaignId, occurrence }: { campaignId: string; occurrence: number },
): Promise<SendResult> {
  demand(ctx.actor, 'read');
  const mine = and(eq(messages.campaignId, campaignId), eq(messages.occurrence, occurrence));
  const [counts] = await ctx.tx
    .select({
      targeted: sql<number>`count(*)::int`,
      submitted: sql<number>`count(*) filter (where status in ('submitted', 'delivered', 'read'))::int`,
      failed: sql<number>`count(*) filter (where status = 'failed')::int`,
      dropped: sql<number>`count(*) filter (where status = 'dropped' and reason in ('opted_out', 'no_consent'))::int`,
    })
    .from(messages)
    .where(mine);
  const { dropped, ...rest } = counts!;
  const skippedNoConsent = dropped + (await excludedForConsent(ctx, { campaignId, occurrence }));
  const errors = await ctx.tx
    .select({
      customer: customers.name,
      channel: messages.channel,
      status: sql<'failed' | 'unknown'>`${messages.status}`,
      reason: messages.reason,
      detail: messages.detail,
    })
    .from(messages)
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .where(and(mine, sql`${messages.status} in ('failed', 'unknown')`))
    .orderBy(customers.name)
    .limit(ERRORS_SHOWN);
  return { ...rest, skippedNoConsent, errors };
}

async function excludedForConsent(
  ctx: Ctx,
  { campaignId, occurrence }: { campaignId: string; occurrence: number },
): Promise<number> {
  const [manifest] = await ctx.tx
    .select({ header: manifests.header })
    .from(manifests)
    .where(and(eq(manifests.campaignId, campaignId), eq(manifests.occurrence, occurrence)))
    .orderBy(sql`${manifests.createdAt} desc`)
    .limit(1);
  if (!manifest) return 0;
  return countWithoutConsent(manifestHeader.parse(manifest.header).excluded);
}

export const countWithoutConsent = (excluded: readonly { reason: string }[]): number =>
  excluded.filter(({ reason }) => WITHOUT_CONSENT.has(reason)).length;
