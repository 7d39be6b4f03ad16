import { and, eq } from 'drizzle-orm';
import { activities, messages } from '../../db/schema/index.ts';
import { sha256 } from '../../lib/crypto.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { isLookAhead, type Look } from './is-look-ahead.ts';
import { recordReceipt } from './record-receipt.ts';

export type Seen = Omit<Look, 'ageMs'> & {
  campaignId: string;
  contactId: string;
  /** Where the link leads; null for the picture. */
  target: string | null;
};
export type LookOutcome = 'recorded' | 'automatic' | 'again' | 'no_such_message';

/**
 * An opening or a click by the link of a message. The first of a person counts, as often as it is repeated; what looked
 * ahead is kept apart and counts nowhere. A click is also an activity of the customer, which filters know.
 */
export async function recordLook(
  ctx: Ctx,
  { campaignId, contactId, target, ...request }: Seen,
): Promise<LookOutcome> {
  demand(ctx.actor, 'control');
  const [message] = await ctx.tx
    .select()
    .from(messages)
    .where(
      and(eq(messages.campaignId, campaignId), eq(messages.contactId, contactId), eq(messages.occurrence, 0)),
    );
  if (!message || message.attempts === 0) return 'no_such_message';
  const ageMs = message.submittedAt ? ctx.now.getTime() - message.submittedAt.getTime() : null;
  const isAutomatic = isLookAhead({ ...request, ageMs });
  const kind = target === null ? 'opened' : 'clicked';
  const externalId = [
    kind,
    message.id,
    ...(target ? [sha256(target)] : []),
    ...(isAutomatic ? ['auto'] : []),
  ].join(':');
  const written = await recordReceipt(ctx, {
    messageId: message.id,
    kind,
    externalId,
    at: ctx.now,
    isAutomatic,
  });
  if (written !== 'recorded') return 'again';
  if (isAutomatic) return 'automatic';
  if (kind === 'clicked')
    await ctx.tx
      .insert(activities)
      .values({
        tenantId: ctx.tenant.id,
        customerId: message.customerId,
        contactId,
        kind: 'click',
        at: ctx.now,
        campaignId,
        externalId,
        attributes: { url: target },
      })
      .onConflictDoNothing();
  return 'recorded';
}
