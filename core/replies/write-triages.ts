import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type ReplyEffect, replies } from '../../db/schema/index.ts';
import { type AuditEntry, recordAudits } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import type { Triage } from '../ports.ts';
import { applyOptOut, heldBy } from './apply-wish.ts';
import { highValueAmong } from './high-value-among.ts';
import { readMailKind } from './mail-kind.ts';
import type { ReplyRow } from './read-triage-inputs.ts';
import { releaseHold, speakerOf } from './release-hold.ts';
import { holdConversationsOf, settleStops } from './settle-stops.ts';
import { wishOf } from './wish-of.ts';

/** What cannot be read so often is left to a person. */
export const MAX_FAILURES = 5;

/** What a triager made of a message: its checked answer, or why there is none. */
export type Reading = { row: ReplyRow } & ({ triage: Triage } | { failure: string });
type Judged = {
  row: ReplyRow;
  triage: Triage;
  addsOptOut: boolean;
  /** May be a stop: nothing goes out until a person has decided (decide-doubt.ts). */
  isHeld: boolean;
  effects: ReplyEffect[];
};
type Failed = { row: ReplyRow; failure: string };

/**
 * Writes what was read, each once however many read it: a stop that triage adds acts, what may be one is held, nothing
 * that code has stopped is lifted, a failure is counted; what cannot be read at all is held, too. A plain stop
 * waits for nobody. Answers what stands of each, null for a failure.
 */
export async function writeTriages(ctx: Ctx, readings: readonly Reading[]): Promise<(Triage | null)[]> {
  const valued = await highValueAmong(
    ctx,
    readings.map(({ row }) => row.customerId),
  );
  const judged = readings.map((reading) => ('triage' in reading ? judge(ctx, reading, valued) : reading));
  const settled = judged.filter((one) => 'triage' in one && isSettled(one)).map(({ row }) => row);
  await holdConversationsOf(
    ctx,
    settled.map(({ id }) => id),
  );
  const unread = await stillUnread(
    ctx,
    readings.map(({ row }) => row.id),
  );
  const first = judged.filter(({ row }) => unread.delete(row.id));
  const done = first.filter((one): one is Judged => 'triage' in one);
  for (const one of done) one.effects.push(...(await addStop(ctx, one)));
  await writeDone(ctx, done);
  await settleStops(
    ctx,
    settled.filter(({ id }) => done.some(({ row }) => row.id === id)),
  );
  await countFailures(
    ctx,
    first.filter((one): one is Failed => 'failure' in one),
  );
  await recordAudits(ctx, first.map(entryOf));
  return judged.map((one) => ('triage' in one ? one.triage : null));
}

/**
 * The whole message was a word for stop, which has acted, and there is nothing for a person to see to. A stop in free
 * wording may have been misread: somebody looks at that.
 */
function isSettled({ row, triage }: Judged): boolean {
  if (triage.needsHuman || !row.effects.some(({ kind }) => kind === 'opt_out')) return false;
  const { wish } = wishOf(row, null);
  return wish?.kind === 'opt_out' && wish.isBare;
}

/** Nobody else writes these until this transaction ends. */
async function stillUnread(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.tx
    .select({ id: replies.id })
    .from(replies)
    .where(and(inArray(replies.id, [...ids]), isNull(replies.triagedAt)))
    .orderBy(replies.id)
    .for('update');
  return new Set(rows.map(({ id }) => id));
}

async function writeDone(ctx: Ctx, done: readonly Judged[]): Promise<void> {
  if (done.length === 0) return;
  const rows = done.map(({ row: { id }, triage, effects, isHeld }) => ({
    ...{ id, triage, effects, doubt: isHeld ? 'open' : null },
  }));
  await ctx.tx.execute(sql`
    update replies r set triage = d.triage, effects = d.effects, doubt = d.doubt, triaged_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, triage jsonb, effects jsonb, doubt text)
    where r.id = d.id`);
}

async function countFailures(ctx: Ctx, failed: readonly Failed[]): Promise<void> {
  if (failed.length === 0) return;
  await ctx.tx
    .update(replies)
    .set({ triageFailures: sql`${replies.triageFailures} + 1` })
    .where(
      inArray(
        replies.id,
        failed.map(({ row }) => row.id),
      ),
    );
  for (const { row } of failed) if (row.triageFailures + 1 >= MAX_FAILURES) await holdUnread(ctx, row);
}

/** What nothing could read may be a wish to stop as well. */
async function holdUnread(ctx: Ctx, row: ReplyRow): Promise<void> {
  const isStopped = row.effects.some(({ kind }) => kind === 'opt_out');
  if (isStopped || row.doubt || readMailKind(row.headers)) return;
  const effects = [...row.effects, ...(await holdFor(ctx, row, 'it could not be read'))];
  await ctx.tx.update(replies).set({ doubt: 'open', effects }).where(eq(replies.id, row.id));
}

function entryOf(one: Judged | Failed): AuditEntry {
  const subject = one.row.id;
  if ('failure' in one)
    return { action: 'reply.triage_failed', subject, data: { failure: one.failure.slice(0, 300) } };
  const { intent, urgency, needsHuman, confidence, action } = one.triage;
  const { addsOptOut: addedOptOut, isHeld } = one;
  const data = { intent, urgency, needsHuman, confidence, action, addedOptOut, isHeld };
  return { action: 'reply.triaged', subject, data };
}

type Read = { row: ReplyRow; triage: Triage };

function judge(ctx: Ctx, { row, triage }: Read, valued: ReadonlySet<string | null>): Judged {
  const isStopped = row.effects.some(({ kind }) => kind === 'opt_out');
  const isMachine = readMailKind(row.headers)?.kind === 'bounce';
  const addsOptOut = triage.intent === 'opt_out' && !isStopped && !isMachine;
  const isHeld = (triage.mayBeStop || row.doubt === 'open') && !isStopped && !addsOptOut && !isMachine;
  const read = isStopped || addsOptOut ? asOptOut(triage) : asAsked(row, triage);
  return {
    row,
    triage: forPerson(ctx, isHeld ? { ...read, needsHuman: true } : read, valued.has(row.customerId)),
    ...{ addsOptOut, isHeld },
    effects: [...row.effects],
  };
}

async function addStop(ctx: Ctx, { row, triage, addsOptOut, isHeld }: Judged): Promise<ReplyEffect[]> {
  const because = `read by triage: ${triage.because.slice(0, 200)}`;
  const isHeldAlready = row.doubt === 'open';
  if (isHeld) return isHeldAlready ? [] : holdFor(ctx, row, because);
  if (!addsOptOut) return [];
  // As wide as it was heard, where it was.
  const scope = wishOf(row, null).wish?.scope ?? 'all';
  const effects = await applyOptOut(ctx, { scope, because }, speakerOf(row));
  if (isHeldAlready) await releaseHold(ctx, row);
  return effects;
}

const holdFor = (ctx: Ctx, row: ReplyRow, because: string) =>
  applyOptOut(ctx, { scope: 'held', source: heldBy(row), because }, speakerOf(row));

/** What code has stopped stays stopped: another reading only asks a person to look. */
export const asOptOut = (triage: Triage): Triage =>
  triage.intent === 'opt_out'
    ? { ...triage, action: 'suppress' }
    : {
        ...triage,
        intent: 'opt_out',
        action: 'suppress',
        needsHuman: true,
        answer: null,
        answerInEnglish: null,
      };

/** Who asks for messages again without a proof of who they are is looked at by a person (confirm-opt-in.ts). */
const asAsked = ({ effects }: ReplyRow, triage: Triage): Triage =>
  triage.intent === 'opt_in' && effects.length === 0
    ? { ...triage, needsHuman: true, because: `${triage.because}; nothing was lifted yet` }
    : triage;

/** What the workspace wants a person to look at, whatever triage thinks: some kinds of message, and its best customers. */
function forPerson(ctx: Ctx, triage: Triage, isHighValue: boolean): Triage {
  const { personFor } = ctx.tenant.settings.replies;
  if (triage.needsHuman || triage.intent === 'auto_reply' || triage.intent === 'bounce') return triage;
  const look = (why: string) => ({ ...triage, needsHuman: true, because: `${triage.because}; ${why}` });
  if (personFor.includes(triage.intent)) return look('a person answers such messages here');
  return isHighValue ? look('a customer of high value') : triage;
}
