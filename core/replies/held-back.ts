// What was not sent because of a doubt: told to whoever decides that it was no stop, and sent only when it is prepared and approved anew.
import { and, eq, gte, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { answers, campaigns, contacts, customers, messages, replies } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { audienceIds } from '../audience/resolve-audience.ts';
import type { Campaign } from '../campaigns/read-campaign.ts';
import { copyCampaign } from '../campaigns/templates.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import type { ReplyRow } from './read-triage-inputs.ts';
import { peopleBehind } from './release-hold.ts';

export const heldMessage = z.object({
  messageId: z.uuid(),
  campaignId: z.uuid(),
  campaign: z.string(),
  channel: z.string(),
  /** The words of an answer to them; null of a campaign's message, which is prepared again as a draft. */
  answer: z.string().nullable(),
});
export type HeldMessage = z.infer<typeof heldMessage>;

// More than anybody reads; nobody has as many under way.
const MOST = 20;

/** The messages to whoever wrote that were dropped as held since then. */
export async function listHeldBack(ctx: Ctx, row: ReplyRow): Promise<HeldMessage[]> {
  const { hashes, contactIds } = await peopleBehind(ctx, [row]);
  return ctx.tx
    .select({
      messageId: messages.id,
      ...{ campaignId: messages.campaignId, campaign: campaigns.name, channel: messages.channel },
      answer: answers.text,
    })
    .from(messages)
    .innerJoin(campaigns, eq(campaigns.id, messages.campaignId))
    .leftJoin(answers, eq(answers.campaignId, messages.campaignId))
    .where(
      and(
        ...[eq(messages.status, 'dropped'), eq(messages.reason, 'held')],
        gte(messages.updatedAt, row.createdAt),
        or(inArray(messages.contactId, [...contactIds]), inArray(messages.addressHash, [...hashes])),
      ),
    )
    .orderBy(messages.updatedAt, messages.id)
    .limit(MOST);
}

type Again = { replyId: string; messageId: string };

/**
 * Makes a new draft of the campaign whose message was held back, for that one contact: it is looked at and approved like
 * any other. Throws `reply:unknown`, and `reply:state` where no such message was held back, or the doubt is not decided.
 */
export async function prepareAgain(ctx: Ctx, { replyId, messageId }: Again): Promise<Campaign> {
  demand(ctx.actor, 'draft');
  const [row] = isId(replyId) ? await ctx.tx.select().from(replies).where(eq(replies.id, replyId)) : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  const held = row.doubt === 'none' ? await listHeldBack(ctx, row) : [];
  const one = held.find((message) => message.messageId === messageId && message.answer === null);
  if (!one)
    throw new AppError('reply:state', 'No such message was held back by this reply.', {
      nextStep: 'Look at the conversation: it says what was not sent.',
    });
  const [to] = await ctx.tx
    .select({
      contactId: contacts.id,
      contact: contacts.name,
      customerId: customers.id,
      name: customers.name,
    })
    .from(messages)
    .innerJoin(contacts, eq(contacts.id, messages.contactId))
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(eq(messages.id, messageId));
  const { contactId, customerId, name } = to!;
  const filter = { op: 'in', field: 'name', values: [name] } as const;
  const namesakes = (await audienceIds(ctx, { filter })).filter((id) => id !== customerId);
  return copyCampaign(ctx, {
    from: { campaignId: one.campaignId },
    patch: {
      name: `${one.campaign.slice(0, 60)}, again for ${to!.contact ?? name}`.slice(0, 120),
      ...{ filter, excludedCustomerIds: namesakes, contactIds: { [customerId]: [contactId] } },
      ...{ variants: [], canary: null },
    },
  });
}
