// An answer to a customer where there are no forms: what quotes the alert, or what is said after “Answer” was pressed.
import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { ChannelRegistry } from '../../channels/contract.ts';
import type { SurfaceEvent } from '../../channels/surface-contract.ts';
import { surfaceCards, surfaceLinks, surfaceTurns } from '../../db/schema/index.ts';
import { inSentences, isAppError } from '../../lib/errors.ts';
import { newId } from '../../lib/ids.ts';
import { currentRequestId } from '../../lib/request-id.ts';
import type { Ctx } from '../context.ts';
import { bestWay } from '../replies/desk/answer-ways.ts';
import { answerWords } from '../replies/desk/answer-words.ts';
import { namedSavedAnswer } from '../replies/desk/fit-saved-answers.ts';
import { proposeAnswer } from '../replies/desk/propose-answer.ts';
import { replyEntry } from '../replies/replies-part.ts';
import type { Actor } from '../tenants/roles.ts';
import { wantCard } from './cards.ts';
import type { SurfaceApp } from './surface-apps.ts';

type Said = Extract<SurfaceEvent, { kind: 'said' }>;
type Account = { appId: string; externalId: string };
type AsPerson = Ctx & { actor: Extract<Actor, { kind: 'person' }> };

// Long enough to write a few sentences on a telephone; later than that they have gone on to something else.
const EXPECTED_MS = 15 * 60_000;
const LEAVES = /^\s*(?:stop|cancel|abort|no|never ?mind|abbrechen|annuler|cancelar)\s*[.!]*\s*$/iu;

/** What this person says next on that account is their answer to the reply. */
export const expectAnswer = (
  ctx: Ctx,
  { replyId, ...account }: Account & { replyId: string },
): Promise<unknown> =>
  ctx.tx
    .update(surfaceLinks)
    .set({ answeringReplyId: replyId, answeringUntil: new Date(ctx.now.getTime() + EXPECTED_MS) })
    .where(isOf(account));

/**
 * Takes a sentence for what a customer is told, where it quotes an alert of ours or was asked for by “Answer”, and asks
 * for approval of exactly that; null where it is for the agent. Once, however often the platform tells it; why it
 * cannot go is told.
 */
export async function answerSaid(
  ctx: AsPerson,
  { app, event, channels }: { app: SurfaceApp; event: Said; channels: ChannelRegistry },
) {
  const account = { appId: app.id, externalId: event.from };
  const expected = await takeExpected(ctx, account);
  const quoted = event.inReplyTo ? await quotedReply(ctx, account, event.inReplyTo) : null;
  const replyId = quoted ?? expected;
  if (!replyId) return null;
  if (!quoted && LEAVES.test(event.text))
    return { kind: 'tell', text: 'Left as it is: nothing goes out.' } as const;
  if (!(await isNew(ctx, { app, event }))) return { kind: 'nothing' } as const;
  try {
    return await propose(ctx, { app, event, channels, replyId });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { kind: 'tell', text: inSentences(error) } as const;
  }
}

type Proposing = { app: SurfaceApp; event: Said; channels: ChannelRegistry; replyId: string };

async function propose(ctx: AsPerson, { app, event, channels, replyId }: Proposing) {
  const reply = await replyEntry(ctx, replyId);
  if (!reply) return { kind: 'tell', text: 'That message is not there any more.' } as const;
  const { words, text: approved, ...way } = await bestWay(ctx, { replyId, channels });
  const saved = approved ? null : await namedSavedAnswer(ctx, { replyId, name: event.text });
  if (saved?.problem) return { kind: 'tell', text: `${saved.problem} Write it yourself.` } as const;
  const text = approved ?? saved?.text ?? event.text;
  const channel = way.channel ?? reply.channel;
  const limits = channels.get(channel)?.capabilities;
  if (!limits) return { kind: 'tell', text: `Nothing is sent by ${channel} here.` } as const;
  const { approvalId, replaced } = await proposeAnswer(ctx, { replyId, text, limits, ...way });
  await wantCard(ctx, { appId: app.id, place: event.place, kind: 'approval', subjectId: approvalId });
  const asked = answerWords({ ...reply, channel }, { text, replaced });
  return { kind: 'proposed', approvalId, text: words ? `${words}\n\n${asked}` : asked } as const;
}

const isOf = ({ appId, externalId }: Account) =>
  and(eq(surfaceLinks.appId, appId), eq(surfaceLinks.externalId, externalId));

/** Whatever they say, it is the next thing: nothing is expected after it. */
async function takeExpected(ctx: Ctx, account: Account): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ replyId: surfaceLinks.answeringReplyId })
    .from(surfaceLinks)
    .where(and(isOf(account), gt(surfaceLinks.answeringUntil, ctx.now)))
    .for('update');
  if (!row?.replyId) return null;
  await ctx.tx
    .update(surfaceLinks)
    .set({ answeringReplyId: null, answeringUntil: null })
    .where(isOf(account));
  return row.replyId;
}

/** The customer's message of which the quoted one of ours told this person. */
async function quotedReply(ctx: Ctx, { appId, externalId }: Account, ref: string): Promise<string | null> {
  const [card] = await ctx.tx
    .select({ replyId: surfaceCards.subjectId })
    .from(surfaceCards)
    .where(
      and(
        eq(surfaceCards.appId, appId),
        eq(surfaceCards.ref, ref),
        inArray(surfaceCards.place, [externalId, `@${externalId}`]),
        inArray(surfaceCards.kind, ['reply', 'late', 'escalated']),
      ),
    )
    .orderBy(desc(surfaceCards.createdAt))
    .limit(1);
  return card?.replyId ?? null;
}

/** Kept beside what the agent was told there, so that the same one told again is known. */
async function isNew(ctx: AsPerson, { app, event }: { app: SurfaceApp; event: Said }): Promise<boolean> {
  const { externalId, place, from: speaker, text, ref } = event;
  const rows = await ctx.tx
    .insert(surfaceTurns)
    .values({
      tenantId: ctx.tenant.id,
      ...{ appId: app.id, externalId, place, speaker, userId: ctx.actor.userId, text, ref: ref ?? null },
      ...{ status: 'done', requestId: currentRequestId() ?? newId(), createdAt: ctx.now },
    })
    .onConflictDoNothing()
    .returning({ id: surfaceTurns.id });
  return rows.length > 0;
}
