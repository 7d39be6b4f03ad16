import { eq } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import type { Recorded } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { ANY_EVENT, isWebhookEvent, withoutTexts } from './events.ts';

/** Queues what happened for whoever wants to hear it, in the transaction that it happened in. */
export async function tellWebhooks(ctx: Ctx, recorded: readonly Recorded[]): Promise<void> {
  const told = recorded.filter(({ entry }) => isWebhookEvent(entry.action));
  if (told.length === 0 || !ctx.tenant.tier.features.webhooks) return;
  const endpoints = await ctx.tx
    .select({ id: webhookEndpoints.id, events: webhookEndpoints.events })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.isEnabled, true));
  const rows = endpoints.flatMap(({ id: endpointId, events }) =>
    told
      .filter(({ entry: { action } }) => events.includes(action) || events.includes(ANY_EVENT))
      .map((one) => ({
        id: newId(),
        tenantId: ctx.tenant.id,
        endpointId,
        event: one.entry.action,
        payload: payloadOf(ctx, one),
      })),
  );
  if (rows.length > 0) await ctx.tx.insert(webhookDeliveries).values(rows);
}

const payloadOf = (ctx: Ctx, { entry: { action, subject, data = {} }, at }: Recorded) => ({
  type: action,
  timestamp: at.toISOString(),
  data: { workspace: ctx.tenant.slug, subject: subject ?? null, ...withoutTexts(data) },
});
