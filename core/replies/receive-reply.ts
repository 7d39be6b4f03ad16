import { and, eq } from 'drizzle-orm';
import { type ReplyEffect, replies } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Ctx } from '../context.ts';
import { readContactLanguage } from '../customers/contact-language.ts';
import { redeemInReply } from '../offers/redeem-offer.ts';
import { demand } from '../tenants/roles.ts';
import { applyOptIn, applyOptOut, type Speaker } from './apply-wish.ts';
import { keepAttachments } from './attachments.ts';
import { joinConversation } from './desk/join-conversation.ts';
import { findOptOut, type Wish } from './find-opt-out.ts';
import { type MailKind, readMailKind } from './mail-kind.ts';
import { type Matched, matchReply } from './match-reply.ts';
import { ownWords } from './own-words.ts';
import { type CleanReply, cleanReply, type ReplyInput } from './reply-input.ts';
import { isSenderProven } from './sender-proof.ts';

export type Received = {
  replyId: string;
  /** False when this message was here before; nothing is done a second time. */
  isNew: boolean;
  contactId: string | null;
  customerId: string | null;
  campaignId: string | null;
  effects: ReplyEffect[];
};

/**
 * Keeps an inbound message, whoever wrote it, and lets a stop act at once, in this transaction and by code: triage,
 * which may fail, comes later. The same (channel, externalId) twice is one reply. Throws `input:invalid` for what has
 * not the shape of a message.
 */
export async function receiveReply(ctx: Ctx, input: ReplyInput): Promise<Received> {
  demand(ctx.actor, 'reply');
  const reply = cleanReply(input);
  const normalised = input.normalise(reply.channel, reply.identifier);
  const hash = addressHash(ctx.keys, normalised ?? reply.identifier.toLowerCase());
  const matched = await matchReply(ctx, reply, { addressHash: hash, isAddress: normalised !== null });
  const stored = await store(ctx, reply, { ...matched, hash });
  if (!stored.isNew) return stored.received;
  await file(ctx, reply, { matched, hash, replyId: stored.received.replyId });
  const language = await readContactLanguage(ctx, matched.contactId);
  const effects = await act(ctx, reply, { matched, hash, language });
  const { body } = reply;
  const redeemed = await redeemInReply(ctx, { body, customerId: matched.customerId });
  const { replyId } = stored.received;
  if (effects.length > 0) await ctx.tx.update(replies).set({ effects }).where(eq(replies.id, replyId));
  const data = {
    channel: reply.channel,
    contact: matched.match.contact,
    campaign: matched.match.campaign,
    effects,
    ...(redeemed.length > 0 ? { redemptions: redeemed.map(({ outcome }) => outcome) } : {}),
  };
  await recordAudit(ctx, { action: 'reply.received', subject: replyId, data });
  return { ...stored.received, effects };
}

/** The wish in a reply that code can read, and whose it is: a machine's mail speaks for the person it was sent to. */
export function wishOf(
  reply: Pick<CleanReply, 'channel' | 'body' | 'headers'>,
  language: string | null,
): {
  wish: Wish | null;
  mail: MailKind | null;
} {
  const mail = readMailKind(reply.headers);
  if (mail?.kind === 'bounce') return { wish: null, mail };
  if (mail?.kind === 'spam_report') {
    return { wish: { kind: 'opt_out', scope: 'all', isBare: false, because: mail.because }, mail };
  }
  const text = ownWords(reply.body, reply.channel);
  return { wish: findOptOut({ text, language, subject: reply.headers.subject }), mail };
}

type Filing = { matched: Matched; hash: string; replyId: string };

/** Puts it into its conversation, after it is known to be new: a message told twice wakes nobody. */
async function file(ctx: Ctx, reply: CleanReply, { matched, hash, replyId }: Filing): Promise<void> {
  const conversationId = await joinConversation(ctx, {
    ...{ channel: reply.channel, addressHash: hash, matched, receivedAt: reply.receivedAt ?? ctx.now },
    isAutomatic: readMailKind(reply.headers) !== null,
  });
  await ctx.tx.update(replies).set({ conversationId }).where(eq(replies.id, replyId));
  await keepAttachments(ctx, { replyId, attachments: reply.attachments });
}

type Place = { matched: Matched; hash: string; language: string | null };

async function act(ctx: Ctx, reply: CleanReply, { matched, hash, language }: Place): Promise<ReplyEffect[]> {
  const { wish, mail } = wishOf(reply, language);
  if (!wish) return [];
  const speaker: Speaker = {
    addressHash: mail?.kind === 'spam_report' ? null : hash,
    contactId: matched.match.contact === 'message' ? matched.contactId : null,
  };
  if (wish.kind === 'opt_out') return applyOptOut(ctx, wish, speaker);
  // Anybody can write a mail in somebody's name: then a person looks at it first (confirm-opt-in.ts).
  return isSenderProven(ctx, reply) ? applyOptIn(ctx, wish, speaker) : [];
}

async function store(ctx: Ctx, reply: CleanReply, { hash, ...matched }: Matched & { hash: string }) {
  const externalId = reply.externalId ?? reply.headers['message-id'] ?? `own:${newId()}`;
  const [row] = await ctx.tx
    .insert(replies)
    .values({
      ...matched,
      tenantId: ctx.tenant.id,
      channel: reply.channel,
      externalId,
      identifier: reply.identifier,
      addressHash: hash,
      body: reply.body,
      headers: reply.headers,
      receivedAt: reply.receivedAt ?? ctx.now,
    })
    .onConflictDoNothing({ target: [replies.tenantId, replies.channel, replies.externalId] })
    .returning();
  if (row) return { isNew: true, received: toReceived(row, true) };
  const [known] = await ctx.tx
    .select()
    .from(replies)
    .where(and(eq(replies.channel, reply.channel), eq(replies.externalId, externalId)));
  return { isNew: false, received: toReceived(known!, false) };
}

const toReceived = (row: typeof replies.$inferSelect, isNew: boolean): Received => ({
  replyId: row.id,
  isNew,
  contactId: row.contactId,
  customerId: row.customerId,
  campaignId: row.campaignId,
  effects: row.effects,
});
