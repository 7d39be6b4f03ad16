import type { ReplyEffect } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { IsLikelyStop } from '../ports.ts';
import { applyOptIn, applyOptOuts, heldBy, type Speaker, type WishDone } from './apply-wish.ts';
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

type Speaking = {
  row: { id: string };
  reply: CleanReply;
  matched: Matched;
  addressHash: string;
  language: string | null;
  isLikelyStop: IsLikelyStop | undefined;
};

/**
 * Does what replies wish, at once and in their order: a stop always, and only as a hold where it was heard in free
 * wording that is not likely to mean one; a start only where it is proved who wrote. Stops that follow each other are
 * done together.
 */
export async function actOnWishes(ctx: Ctx, speaking: readonly Speaking[]): Promise<ReplyEffect[][]> {
  const effects: ReplyEffect[][] = speaking.map(() => []);
  let stops: { at: number; wish: WishDone; speaker: Speaker }[] = [];
  const stopAll = async () => {
    const done = await applyOptOuts(ctx, stops);
    for (const [nth, { at }] of stops.entries()) effects[at] = done[nth]!;
    stops = [];
  };
  for (const [at, one] of speaking.entries()) {
    const { wish, mail } = wishOf(one.reply, one.language);
    if (!wish) continue;
    const speaker = speakerOf(one, mail);
    if (wish.kind === 'opt_out') stops.push({ at, wish: asHeard(one, wish), speaker });
    // Anybody can write a mail in somebody's name: then a person looks at it first (confirm-opt-in.ts).
    else if (isSenderProven(ctx, one.reply)) {
      await stopAll();
      effects[at] = await applyOptIn(ctx, wish, speaker);
    }
  }
  await stopAll();
  return effects;
}

function asHeard({ reply, row, isLikelyStop }: Speaking, wish: Wish): WishDone {
  const { said } = wish;
  const isSure =
    said === undefined || !isLikelyStop || isLikelyStop(ownWords(reply.body, reply.channel), said);
  return isSure ? wish : { because: wish.because, scope: 'held', source: heldBy(row) };
}

const speakerOf = ({ matched, addressHash }: Speaking, mail: MailKind | null): Speaker => ({
  addressHash: mail?.kind === 'spam_report' ? null : addressHash,
  contactId: matched.match.contact === 'message' ? matched.contactId : null,
});
