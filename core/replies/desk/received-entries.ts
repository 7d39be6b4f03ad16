// What they wrote, as a conversation shows it: with how it was read, what was done about it and what came of it.
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { campaigns, outcomes, replies } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { triageSchema } from '../../ports.ts';
import { attachmentsOf } from '../attachments.ts';
import { type HeldMessage, listHeldBack } from '../held-back.ts';
import { readMailKind } from '../mail-kind.ts';
import { ownWords } from '../own-words.ts';
import { readAsAutomatic } from '../read-as-automatic.ts';
import type { ReplyRow } from '../read-triage-inputs.ts';
import { doneAtOnce, mentionsOf } from '../replies-part.ts';
import type { ConversationEntry } from './conversation-entries.ts';
import type { Conversation } from './find-conversation.ts';

const MOST_RECEIVED = 500;
const MOST_AUTOMATIC = 5;

export async function received(ctx: Ctx, { id }: Conversation): Promise<ConversationEntry[]> {
  const rows = await ctx.tx
    .select({ reply: replies, outcome: outcomes, campaign: campaigns.name, isAnswer: campaigns.isAnswer })
    .from(replies)
    .leftJoin(outcomes, eq(outcomes.replyId, replies.id))
    .leftJoin(campaigns, eq(campaigns.id, replies.campaignId))
    .where(inArray(replies.id, await newestOf(ctx, id)))
    .orderBy(asc(replies.receivedAt), asc(replies.id));
  const attachments = await attachmentsOf(
    ctx,
    rows.map(({ reply }) => reply.id),
  );
  const heldBack = await heldBackBy(
    ctx,
    rows.map(({ reply }) => reply),
  );
  return rows.map(({ reply, outcome, campaign, isAnswer }) => {
    const text = ownWords(reply.body, reply.channel);
    const triage = reply.triage ? triageSchema.parse(reply.triage) : null;
    return {
      kind: 'received',
      at: reply.receivedAt.toISOString(),
      replyId: reply.id,
      text,
      isShortened: text.length < reply.body.trim().length,
      campaign: isAnswer ? null : campaign,
      triage,
      mentions: triage ? mentionsOf(triage.entities) : [],
      effects: doneAtOnce(reply),
      isAutomatic: readMailKind(reply.headers) !== null,
      isInDoubt: reply.doubt === 'open',
      heldBack: heldBack.get(reply.id) ?? [],
      outcome: outcome && {
        kind: outcome.kind,
        valueMinor: outcome.valueMinor,
        currency: outcome.currency,
        contractId: outcome.contractId,
      },
      attachments: attachments
        .filter(({ replyId }) => replyId === reply.id)
        .map(({ replyId: _, ...one }) => one),
    };
  });
}

/** The newest messages of people, and few of a machine's: a loop of those must not push out what somebody wrote. */
async function newestOf(ctx: Ctx, conversationId: string): Promise<string[]> {
  const isAutomatic = readAsAutomatic(sql`${replies.triage}`);
  const newest = (which: SQL, most: number) =>
    ctx.tx
      .select({ id: replies.id })
      .from(replies)
      .where(and(eq(replies.conversationId, conversationId), which))
      .orderBy(desc(replies.receivedAt), desc(replies.id))
      .limit(most);
  const rows = [
    ...(await newest(sql`not ${isAutomatic}`, MOST_RECEIVED)),
    ...(await newest(isAutomatic, MOST_AUTOMATIC)),
  ];
  return rows.map(({ id }) => id);
}

/** How many of them a machine wrote. */
export const countAutomatic = (ctx: Ctx, { id }: Conversation): Promise<number> =>
  ctx.tx.$count(replies, and(eq(replies.conversationId, id), readAsAutomatic(sql`${replies.triage}`)));

/** Only where somebody was told that there is some. */
async function heldBackBy(ctx: Ctx, rows: readonly ReplyRow[]): Promise<Map<string, HeldMessage[]>> {
  const found = new Map<string, HeldMessage[]>();
  for (const row of rows) {
    const hasSome = row.effects.some(({ kind, halted }) => kind === 'released' && halted > 0);
    if (hasSome) found.set(row.id, await listHeldBack(ctx, row));
  }
  return found;
}
