import { and, desc, eq, gte, inArray, or, sql } from 'drizzle-orm';
import { addresses, answers, contacts, messages, type ReplyMatch, replies } from '../../db/schema/index.ts';
import { isId } from '../../lib/ids.ts';
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

export type Told = { reply: CleanReply; addressHash: string; isAddress: boolean };

/**
 * Finds who wrote each and what they answer: our message by the id that the reply carries, else the newest message to
 * that contact on any channel. People who share an address stay candidates unless the answered message tells them apart.
 */
export async function matchReplies(ctx: Ctx, told: readonly Told[]): Promise<Matched[]> {
  const candidatesOf = await contactsBehind(ctx, told);
  const answeredOf = await answeredMessages(ctx, told);
  const newestOf = await newestMessages(
    ctx,
    told.filter((one) => !answeredOf.get(one)).flatMap((one) => candidatesOf(one).map(contactIdOf)),
  );
  const found = told.map((one) => {
    const [candidates, answered] = [candidatesOf(one), answeredOf.get(one)];
    const base = {
      ...{ candidates, isAddress: one.isAddress },
      ...(one.reply.cutFrom ? { cutFrom: one.reply.cutFrom } : {}),
    };
    return answered ? byMessage(answered, base) : byAddress(newestOf, base);
  });
  const behind = await campaignsBehind(
    ctx,
    found.flatMap(({ campaignId }) => campaignId ?? []),
  );
  return found.map((one) => ({ ...one, campaignId: one.campaignId && behind(one.campaignId) }));
}

type Base = Pick<ReplyMatch, 'candidates' | 'isAddress' | 'cutFrom'>;

const byMessage = ({ contactId, customerId, campaignId, id }: Message, base: Base): Matched => ({
  ...{ contactId, customerId, campaignId, messageId: id },
  match: { ...base, contact: 'message', campaign: 'message' },
});

function byAddress(newestOf: ReadonlyMap<string, Message>, base: Base): Matched {
  const { candidates } = base;
  const newest = candidates.flatMap(({ contactId }) => newestOf.get(contactId) ?? []);
  const campaigns = new Set(newest.map(({ campaignId }) => campaignId));
  const [message] = campaigns.size === 1 ? newest : [];
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const customers = new Set(candidates.map(({ customerId }) => customerId));
  return {
    contactId: only?.contactId ?? null,
    customerId: customers.size === 1 ? candidates[0]!.customerId : null,
    campaignId: message?.campaignId ?? null,
    messageId: only ? (message?.id ?? null) : null,
    match: {
      ...base,
      contact: only ? 'address' : candidates.length ? 'several' : 'none',
      campaign: message ? 'newest' : 'none',
    },
  };
}

/** Whoever goes on after an answer of ours still speaks about the campaign that they answered first. */
async function campaignsBehind(ctx: Ctx, campaignIds: readonly string[]) {
  const rows = campaignIds.length
    ? await ctx.tx
        .select({ answer: answers.campaignId, answered: replies.campaignId })
        .from(answers)
        .innerJoin(replies, eq(replies.id, answers.replyId))
        .where(inArray(answers.campaignId, [...new Set(campaignIds)]))
    : [];
  const behind = new Map(rows.map(({ answer, answered }) => [answer, answered]));
  return (campaignId: string): string | null =>
    behind.has(campaignId) ? behind.get(campaignId)! : campaignId;
}

type Candidate = ReplyMatch['candidates'][number];
const contactIdOf = ({ contactId }: Candidate) => contactId;

async function contactsBehind(ctx: Ctx, told: readonly Told[]) {
  const hashes = [...new Set(told.map(({ addressHash }) => addressHash))];
  const rows = await ctx.tx
    .selectDistinct({ hash: addresses.hash, contactId: contacts.id, customerId: contacts.customerId })
    .from(addresses)
    .innerJoin(contacts, eq(contacts.id, addresses.contactId))
    .where(inArray(addresses.hash, hashes))
    .orderBy(contacts.id);
  const behind = Map.groupBy(rows, ({ hash }) => hash);
  return ({ addressHash }: Told): Candidate[] =>
    (behind.get(addressHash) ?? []).map(({ contactId, customerId }) => ({ contactId, customerId }));
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;

const { id, contactId, customerId, campaignId, providerId } = messages;
const COLUMNS = { id, contactId, customerId, campaignId, providerId };
type Message = Pick<typeof messages.$inferSelect, keyof typeof COLUMNS>;

/** What each names of ours: the newest message among all that it refers to. */
async function answeredMessages(ctx: Ctx, told: readonly Told[]): Promise<Map<Told, Message>> {
  const named = new Map(told.map((one) => [one, referencesOf(one.reply)]));
  const references = [...named.values()].flat();
  if (references.length === 0) return new Map();
  const ids = references.filter((one) => isId(one));
  const rows = await ctx.tx
    .select(COLUMNS)
    .from(messages)
    .where(or(ids.length ? inArray(messages.id, ids) : undefined, inArray(messages.providerId, references)))
    .orderBy(desc(messages.id));
  return new Map(
    [...named].flatMap(([one, own]) => {
      const row = rows.find(
        (row) => own.includes(row.id) || (row.providerId && own.includes(row.providerId)),
      );
      return row ? [[one, row]] : [];
    }),
  );
}

/** Our ids and the provider's that a reply names. */
function referencesOf({ inReplyTo, headers }: CleanReply): string[] {
  const told = [inReplyTo, headers['in-reply-to'], headers.references]
    .flatMap((part) => part?.split(/\s+/u) ?? [])
    .filter(Boolean)
    .slice(0, 50);
  const ids = told.flatMap((one) => one.match(UUID) ?? []).map((one) => one.toLowerCase());
  // Services that put a Message-ID of their own on a mail answer the send with its first half.
  const providerIds = told.flatMap((one) => {
    const bare = one.replace(/^<|>$/gu, '');
    return [one, bare, bare.split('@')[0]!];
  });
  return [...new Set([...ids, ...providerIds])];
}

/** The newest message of each contact that can have arrived. */
async function newestMessages(ctx: Ctx, contactIds: readonly string[]): Promise<Map<string, Message>> {
  const rows = contactIds.length
    ? await ctx.tx
        .selectDistinctOn([messages.contactId], COLUMNS)
        .from(messages)
        .where(
          and(
            inArray(messages.contactId, [...new Set(contactIds)]),
            inArray(messages.status, ['submitted', 'delivered', 'read', 'unknown', 'claimed']),
            gte(messages.plannedAt, sql`${ctx.now}::timestamptz - make_interval(days => ${ANSWER_DAYS})`),
          ),
        )
        .orderBy(messages.contactId, desc(messages.submittedAt), desc(messages.id))
    : [];
  return new Map(rows.map((row) => [row.contactId, row]));
}
