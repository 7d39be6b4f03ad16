import { and, desc, eq, gte, inArray, or, sql } from 'drizzle-orm';
import { addresses, answers, contacts, messages, type ReplyMatch, replies } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { CleanReply } from './reply-input.ts';

export type Matched = {
  contactId: string | null;
  customerId: string | null;
  campaignId: string | null;
  messageId: string | null;
  match: ReplyMatch;
};

// Later than this an answer is a new conversation.
const ANSWER_DAYS = 90;

/**
 * Finds who wrote and what they answer: our message by the id that the reply carries, else the newest message to that
 * contact on any channel. People who share an address stay candidates unless the answered message tells them apart.
 */
export async function matchReply(
  ctx: Ctx,
  reply: CleanReply,
  { addressHash, isAddress }: { addressHash: string; isAddress: boolean },
): Promise<Matched> {
  const candidates = await contactsBehind(ctx, addressHash);
  const answered = await answeredMessage(ctx, reply);
  const base = { candidates, isAddress, ...(reply.cutFrom ? { cutFrom: reply.cutFrom } : {}) };
  if (answered) {
    const { contactId, customerId, id } = answered;
    const campaignId = await campaignBehind(ctx, answered.campaignId);
    const match = { ...base, contact: 'message' as const, campaign: 'message' as const };
    return { contactId, customerId, campaignId, messageId: id, match };
  }
  const newest = await newestMessages(
    ctx,
    candidates.map(({ contactId }) => contactId),
  );
  const campaigns = new Set(newest.map(({ campaignId }) => campaignId));
  const [message] = campaigns.size === 1 ? newest : [];
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const customers = new Set(candidates.map(({ customerId }) => customerId));
  return {
    contactId: only?.contactId ?? null,
    customerId: customers.size === 1 ? candidates[0]!.customerId : null,
    campaignId: message ? await campaignBehind(ctx, message.campaignId) : null,
    messageId: only ? (message?.id ?? null) : null,
    match: {
      ...base,
      contact: only ? 'address' : candidates.length ? 'several' : 'none',
      campaign: message ? 'newest' : 'none',
    },
  };
}

/** Whoever goes on after an answer of ours still speaks about the campaign that they answered first. */
async function campaignBehind(ctx: Ctx, campaignId: string): Promise<string | null> {
  const [answer] = await ctx.tx
    .select({ campaignId: replies.campaignId })
    .from(answers)
    .innerJoin(replies, eq(replies.id, answers.replyId))
    .where(eq(answers.campaignId, campaignId));
  return answer ? answer.campaignId : campaignId;
}

const contactsBehind = (ctx: Ctx, addressHash: string) =>
  ctx.tx
    .selectDistinct({ contactId: contacts.id, customerId: contacts.customerId })
    .from(addresses)
    .innerJoin(contacts, eq(contacts.id, addresses.contactId))
    .where(eq(addresses.hash, addressHash))
    .orderBy(contacts.id);

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;

async function answeredMessage(ctx: Ctx, { inReplyTo, headers }: CleanReply) {
  const told = [inReplyTo, headers['in-reply-to'], headers.references].filter((part) => part !== undefined);
  const references = told
    .flatMap((part) => part.split(/\s+/u))
    .filter(Boolean)
    .slice(0, 50);
  if (references.length === 0) return null;
  const ids = [...new Set(references.flatMap((one) => one.match(UUID) ?? []))].map((id) => id.toLowerCase());
  // Services that put a Message-ID of their own on a mail answer the send with its first half.
  const providerIds = references.flatMap((one) => {
    const bare = one.replace(/^<|>$/gu, '');
    return [one, bare, bare.split('@')[0]!];
  });
  const [row] = await ctx.tx
    .select()
    .from(messages)
    .where(or(ids.length ? inArray(messages.id, ids) : undefined, inArray(messages.providerId, providerIds)))
    .orderBy(desc(messages.id))
    .limit(1);
  return row ?? null;
}

/** The newest message of each contact that can have arrived. */
const newestMessages = (ctx: Ctx, contactIds: readonly string[]) =>
  contactIds.length === 0
    ? Promise.resolve([])
    : ctx.tx
        .selectDistinctOn([messages.contactId])
        .from(messages)
        .where(
          and(
            inArray(messages.contactId, [...contactIds]),
            inArray(messages.status, ['submitted', 'delivered', 'read', 'unknown', 'claimed']),
            gte(messages.plannedAt, sql`${ctx.now}::timestamptz - make_interval(days => ${ANSWER_DAYS})`),
          ),
        )
        .orderBy(messages.contactId, desc(messages.submittedAt), desc(messages.id));
