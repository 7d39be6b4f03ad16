import { and, asc, desc, eq, gte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { webhookDeliveries, webhookEndpoints } from '../../db/schema/index.ts';
import { randomToken, seal } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { isPlainHttps } from '../../lib/public-agent.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { demandFeature } from '../tenants/tiers.ts';
import { ANY_EVENT, WEBHOOK_EVENTS } from './events.ts';

const MOST = 20;

const isPlain = (url: URL | null): boolean => url !== null && isPlainHttps(url);

export const newWebhook = z.strictObject({
  url: z
    .url()
    .max(2000)
    .refine((url) => isPlain(URL.parse(url)), 'is an https address without a port or a password'),
  events: z.array(z.enum([ANY_EVENT, ...WEBHOOK_EVENTS])).min(1),
});
export type NewWebhook = z.infer<typeof newWebhook>;

export const webhookRow = newWebhook.extend({
  id: z.uuid(),
  url: z.string(),
  isEnabled: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type WebhookRow = z.infer<typeof webhookRow>;

/**
 * Tells a program of the workspace what happens, signed with a secret that is in clear this once (Standard Webhooks).
 * Needs `administer`, signed in. Throws `tier:limit`, `input:invalid`.
 */
export async function addWebhook(
  ctx: Ctx,
  { url, events }: NewWebhook,
): Promise<{ id: string; secret: string }> {
  demandAdmin(ctx);
  demandFeature(ctx, 'webhooks');
  const there = await ctx.tx.select({ id: webhookEndpoints.id }).from(webhookEndpoints);
  if (there.length >= MOST) throw new AppError('input:invalid', `There are ${MOST} webhooks already.`);
  const secret = `whsec_${Buffer.from(randomToken(24), 'base64url').toString('base64')}`;
  const [row] = await ctx.tx
    .insert(webhookEndpoints)
    .values({ tenantId: ctx.tenant.id, url, events, sealedSecret: seal(ctx.keys.seal, secret) })
    .returning({ id: webhookEndpoints.id });
  await recordAudit(ctx, { action: 'webhook.added', subject: row!.id, data: { url, events } });
  return { id: row!.id, secret };
}

export async function listWebhooks(ctx: Ctx): Promise<WebhookRow[]> {
  demand(ctx.actor, 'administer');
  const rows = await ctx.tx.select().from(webhookEndpoints).orderBy(asc(webhookEndpoints.createdAt));
  return rows.map(({ id, url, events, isEnabled, createdAt }) => ({
    id,
    url,
    events: events as WebhookRow['events'],
    isEnabled,
    createdAt: createdAt.toISOString(),
  }));
}

export const webhookChange = z.strictObject({
  isEnabled: z.boolean().optional().describe('False: nothing is told it, and nothing is kept for it.'),
  events: newWebhook.shape.events.optional(),
});
export type WebhookChange = z.infer<typeof webhookChange>;

/** Pauses it, goes on with it, or tells it other things. Needs `administer`, signed in. Throws `webhook:unknown`, `tier:limit`. */
export async function changeWebhook(
  ctx: Ctx,
  { id, ...change }: WebhookChange & { id: string },
): Promise<void> {
  demandAdmin(ctx);
  if (change.isEnabled) demandFeature(ctx, 'webhooks');
  await demandThere(ctx, id);
  if (Object.keys(change).length === 0) return;
  await ctx.tx.update(webhookEndpoints).set(change).where(eq(webhookEndpoints.id, id));
  await recordAudit(ctx, { action: 'webhook.changed', subject: id, data: change });
}

/** Takes it away with what it was not told yet. Throws `webhook:unknown`. */
export async function removeWebhook(ctx: Ctx, { id }: { id: string }): Promise<void> {
  demandAdmin(ctx);
  const gone = await ctx.tx.delete(webhookEndpoints).where(eq(webhookEndpoints.id, id)).returning();
  if (gone.length === 0) throw unknown();
  await recordAudit(ctx, { action: 'webhook.removed', subject: id, data: { url: gone[0]!.url } });
}

export const deliveryRow = z.object({
  id: z.uuid(),
  event: z.string(),
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  result: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type DeliveryRow = z.infer<typeof deliveryRow>;

/** What it was told last, the newest first. Throws `webhook:unknown`. */
export async function listDeliveries(ctx: Ctx, { id }: { id: string }): Promise<DeliveryRow[]> {
  demand(ctx.actor, 'administer');
  await demandThere(ctx, id);
  const rows = await ctx.tx
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.endpointId, id))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(100);
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}

/** What was told since then, or one of the tellings. */
export type Replay = { since: Date } | { deliveryId: string };

/** Tells it again, each under the id that it had. How many. Throws `webhook:unknown`. */
export async function replayWebhook(ctx: Ctx, { id, ...what }: Replay & { id: string }): Promise<number> {
  demandAdmin(ctx);
  await demandThere(ctx, id);
  const wanted =
    'since' in what
      ? gte(webhookDeliveries.createdAt, what.since)
      : eq(webhookDeliveries.id, what.deliveryId);
  const again = await ctx.tx
    .update(webhookDeliveries)
    .set({ status: 'waiting', attempts: 0, nextAt: sql`now()` })
    .where(and(eq(webhookDeliveries.endpointId, id), wanted))
    .returning({ id: webhookDeliveries.id });
  await recordAudit(ctx, { action: 'webhook.replayed', subject: id, data: { deliveries: again.length } });
  return again.length;
}

async function demandThere(ctx: Ctx, id: string): Promise<void> {
  const [row] = await ctx.tx
    .select({ id: webhookEndpoints.id })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.id, id));
  if (!row) throw unknown();
}

function demandAdmin({ actor }: Ctx): void {
  demand(actor, 'administer');
  demandSignedIn(actor);
}

const unknown = () => new AppError('webhook:unknown', 'There is no such webhook.');
