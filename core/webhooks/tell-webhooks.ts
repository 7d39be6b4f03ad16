import { eq } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import type { AuditEntry } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { ANY_EVENT, isWebhookEvent, withoutTexts } from './events.ts';

/** Queues what happened for whoever wants to hear it, in the transaction that it happened in. */
export async function tellWebhooks(ctx: Ctx, entries: readonly AuditEntry[]): Promise<void> {
  const told = entries.filter(({ action }) => isWebhookEvent(action));
  if (told.length === 0 || !ctx.tenant.tier.features.webhooks) return;
  const endpoints = await ctx.tx
    .select({ id: webhookEndpoints.id, events: webhookEndpoints.events })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.isEnabled, true));
  const rows = endpoints.flatMap(({ id: endpointId, events }) =>
    told
      .filter(({ action }) => events.includes(action) || events.includes(ANY_EVENT))
      .map((entry) => ({
        id: newId(),
        tenantId: ctx.tenant.id,
        endpointId,
        event: entry.action,
        payload: payloadOf(ctx, entry),
      })),
  );
  if (rows.length > 0) await ctx.tx.insert(webhookDeliveries).values(rows);
}

const payloadOf = (ctx: Ctx, { action, subject, data = {} }: AuditEntry) => ({
  type: action,
  timestamp: ctx.now.toISOString(),
  data: { workspace: ctx.tenant.slug, subject: subject ?? null, ...withoutTexts(data) },
});
