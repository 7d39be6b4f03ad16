import { and, desc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { campaigns, contacts, customers, messages, standinDeliveries } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { renderedContent } from '../approval/digest.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const outboxMessage = z.object({
  /** The message's id, as everywhere. */
  id: z.uuid(),
  channel: z.string(),
  address: z.string(),
  at: z.iso.datetime(),
  customer: z.string().nullable(),
  contact: z.string().nullable(),
  campaignId: z.uuid(),
  campaign: z.string(),
  isTest: z.boolean(),
  status: z.string(),
  subject: z.string().optional(),
  body: z.string(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** The approved template that carried it. */
  template: renderedContent.shape.template,
  /** What a tap on it opens. */
  link: renderedContent.shape.link,
  /** What stood above it. */
  image: renderedContent.shape.image,
  /** What LINE showed instead of the bare text. */
  card: renderedContent.shape.card,
});
export type OutboxMessage = z.infer<typeof outboxMessage>;

type Query = { campaignId?: string | undefined; before?: string | undefined; limit: number };

/** What the stand-in providers accepted, the latest first, as each recipient would see it. */
export async function listOutbox(ctx: Ctx, { campaignId, before, limit }: Query): Promise<OutboxMessage[]> {
  demand(ctx.actor, 'read');
  const rows = await deliveries(ctx)
    .where(
      and(
        campaignId ? eq(messages.campaignId, campaignId) : undefined,
        before ? lt(standinDeliveries.at, new Date(before)) : undefined,
      ),
    )
    .orderBy(desc(standinDeliveries.at), desc(standinDeliveries.id))
    .limit(limit);
  return rows.map(toMessage);
}

/** One of them; `message:unknown` when it never reached a stand-in, or is another tenant's. */
export async function readOutboxMessage(ctx: Ctx, messageId: string): Promise<OutboxMessage> {
  demand(ctx.actor, 'read');
  const [row] = await deliveries(ctx).where(eq(standinDeliveries.messageId, messageId));
  if (!row) throw new AppError('message:unknown', 'There is no such message in the outbox.');
  return toMessage(row);
}

const deliveries = (ctx: Ctx) =>
  ctx.tx
    .select({
      id: standinDeliveries.messageId,
      channel: standinDeliveries.channel,
      address: standinDeliveries.address,
      at: standinDeliveries.at,
      content: standinDeliveries.content,
      customer: customers.name,
      contact: contacts.name,
      campaignId: campaigns.id,
      campaign: campaigns.name,
      occurrence: messages.occurrence,
      status: messages.status,
    })
    .from(standinDeliveries)
    .innerJoin(messages, eq(messages.id, standinDeliveries.messageId))
    .innerJoin(campaigns, eq(campaigns.id, messages.campaignId))
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(contacts, eq(contacts.id, messages.contactId))
    .$dynamic();

type Row = Awaited<ReturnType<typeof deliveries>>[number];

function toMessage({ content: raw, occurrence, at, ...row }: Row): OutboxMessage {
  const { text, ...rest } = renderedContent.parse(raw);
  return { ...row, ...rest, body: text, at: at.toISOString(), isTest: occurrence > 0 };
}
