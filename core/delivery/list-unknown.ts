import { and, asc, eq } from 'drizzle-orm';
import { campaigns, contacts, customers, messages } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export type UnknownMessage = {
  id: string;
  campaignId: string;
  campaign: string;
  customer: string | null;
  contact: string | null;
  channel: string;
  /** Why nobody can tell. */
  detail: string | null;
  /** When it was last touched. */
  since: Date;
};

/** The messages of a campaign, or of all, that may or may not have gone out, oldest first: a person says which. */
export async function listUnknown(ctx: Ctx, campaignId?: string): Promise<UnknownMessage[]> {
  demand(ctx.actor, 'read');
  return ctx.tx
    .select({
      id: messages.id,
      campaignId: messages.campaignId,
      campaign: campaigns.name,
      customer: customers.name,
      contact: contacts.name,
      channel: messages.channel,
      detail: messages.detail,
      since: messages.updatedAt,
    })
    .from(messages)
    .innerJoin(campaigns, eq(campaigns.id, messages.campaignId))
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(contacts, eq(contacts.id, messages.contactId))
    .where(and(campaignId ? eq(messages.campaignId, campaignId) : undefined, eq(messages.status, 'unknown')))
    .orderBy(asc(messages.updatedAt), asc(messages.id))
    .limit(500);
}
