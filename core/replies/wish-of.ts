import type { ReplyEffect } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { applyOptIn, applyOptOut, type Speaker } from './apply-wish.ts';
import { findOptOut, type Wish } from './find-opt-out.ts';
import { type MailKind, readMailKind } from './mail-kind.ts';
import type { Matched } from './match-replies.ts';
import { ownWords } from './own-words.ts';
import type { CleanReply } from './reply-input.ts';
import { isSenderProven } from './sender-proof.ts';

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

type Speaking = { reply: CleanReply; matched: Matched; addressHash: string; language: string | null };

/** Does what a reply wishes, at once: a stop always, a start only where it is proved who wrote. */
export async function actOnWish(
  ctx: Ctx,
  { reply, matched, addressHash, language }: Speaking,
): Promise<ReplyEffect[]> {
  const { wish, mail } = wishOf(reply, language);
  if (!wish) return [];
  const speaker: Speaker = {
    addressHash: mail?.kind === 'spam_report' ? null : addressHash,
    contactId: matched.match.contact === 'message' ? matched.contactId : null,
  };
  if (wish.kind === 'opt_out') return applyOptOut(ctx, wish, speaker);
  // Anybody can write a mail in somebody's name: then a person looks at it first (confirm-opt-in.ts).
  return isSenderProven(ctx, reply) ? applyOptIn(ctx, wish, speaker) : [];
}
