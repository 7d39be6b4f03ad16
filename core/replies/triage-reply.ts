import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import { replies, units } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import { campaignType } from '../content/find-type.ts';
import type { Ctx, Within } from '../context.ts';
import { readContactLanguage } from '../customers/contact-language.ts';
import { type ModelBudget, type Triage, type TriageInput, type Triager, triageSchema } from '../ports.ts';
import type { Actor } from '../tenants/roles.ts';
import { applyOptOut } from './apply-wish.ts';
import { isHighValue } from './is-high-value.ts';
import { readMailKind } from './mail-kind.ts';
import { ownWords } from './own-words.ts';
import { triageBudget } from './triage-budget.ts';

export type TriageDeps = { within: Within; tenantId: string; triager: Triager };

const ACTOR: Actor = { kind: 'system', name: 'triage' };
// A model that is unreachable for longer than this many ticks leaves the reading to a person.
const MAX_FAILURES = 5;
const BATCH = 20;

type Row = typeof replies.$inferSelect;

/**
 * Has one reply read: reads the row, asks the triager outside of any transaction, writes the checked answer. The
 * triager may add an opt-out, which then acts; it cannot lift one. When it fails, the reply stays open for a person.
 * Throws `reply:unknown`.
 */
export async function triageReply(
  deps: TriageDeps,
  { replyId }: { replyId: string },
): Promise<Triage | null> {
  const asSystem = <T>(work: (ctx: Ctx) => Promise<T>) => deps.within(deps.tenantId, ACTOR, work);
  const { row, input } = await asSystem((ctx) => readInput(ctx, replyId));
  const answer = await ask(deps.triager, { input, budget: triageBudget(asSystem) });
  return asSystem((ctx) =>
    'triage' in answer ? writeTriage(ctx, row, answer.triage) : writeFailure(ctx, row, answer.failure),
  );
}

/** Reads what waits, oldest first; `left` says whether more was there than one tick takes. */
export async function triageTick(
  deps: TriageDeps,
): Promise<{ triaged: number; failed: number; left: boolean }> {
  const ids = await deps.within(deps.tenantId, ACTOR, (ctx) =>
    ctx.tx
      .select({ id: replies.id })
      .from(replies)
      .where(and(isNull(replies.triagedAt), lt(replies.triageFailures, MAX_FAILURES)))
      .orderBy(asc(replies.triageFailures), asc(replies.receivedAt), asc(replies.id))
      .limit(BATCH + 1),
  );
  let triaged = 0;
  for (const { id } of ids.slice(0, BATCH)) if (await triageReply(deps, { replyId: id })) triaged++;
  const tried = Math.min(ids.length, BATCH);
  return { triaged, failed: tried - triaged, left: ids.length > BATCH };
}

async function readInput(ctx: Ctx, replyId: string): Promise<{ row: Row; input: TriageInput }> {
  const [row] = await ctx.tx.select().from(replies).where(eq(replies.id, replyId));
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  const { contactId, campaignId, customerId } = row;
  const contact = contactId
    ? await ctx.tx.query.contacts.findFirst({ where: (one, is) => is.eq(one.id, contactId) })
    : undefined;
  const campaign = campaignId
    ? await ctx.tx.query.campaigns.findFirst({ where: (one, is) => is.eq(one.id, campaignId) })
    : undefined;
  const names = customerId
    ? await ctx.tx
        .select({ name: units.name })
        .from(units)
        .where(eq(units.customerId, customerId))
        .orderBy(units.position)
    : [];
  const input = {
    text: ownWords(row.body, row.channel),
    channel: row.channel,
    headers: row.headers,
    ...(campaign ? { campaignType: await answeredType(ctx, campaign.type) } : {}),
    contactName: contact?.name ?? null,
    contactLanguage: await readContactLanguage(ctx, contactId),
    unitNames: names.map(({ name }) => name),
  };
  return { row, input };
}

/** The type as whose answers those of this campaign are read. */
const answeredType = async (ctx: Ctx, type: string): Promise<string> =>
  (await campaignType(ctx, type)).answersLike ?? type;

// Whatever goes wrong in a mind is an outcome here, not a bug: a person reads the reply instead.
async function ask(
  triager: Triager,
  { input, budget }: { input: TriageInput; budget: ModelBudget },
): Promise<{ triage: Triage } | { failure: string }> {
  try {
    const parsed = triageSchema.safeParse(await triager.triage(input, budget));
    return parsed.success ? { triage: parsed.data } : { failure: 'the answer was not of the closed form' };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : 'unknown error' };
  }
}

async function writeTriage(ctx: Ctx, row: Row, answer: Triage): Promise<Triage> {
  const isStopped = row.effects.some(({ kind }) => kind === 'opt_out');
  const isMachine = readMailKind(row.headers)?.kind === 'bounce';
  const adds = answer.intent === 'opt_out' && !isStopped && !isMachine;
  const added = adds ? await addOptOut(ctx, row, answer.because) : [];
  const read = isStopped || adds ? asOptOut(answer) : asAsked(row, answer);
  const triage = await forPerson(ctx, row, read);
  await ctx.tx
    .update(replies)
    .set({ triage, triagedAt: ctx.now, effects: [...row.effects, ...added] })
    .where(and(eq(replies.id, row.id), isNull(replies.triagedAt)));
  const { intent, urgency, needsHuman, confidence, action } = triage;
  await recordAudit(ctx, {
    action: 'reply.triaged',
    subject: row.id,
    data: { intent, urgency, needsHuman, confidence, action, addedOptOut: adds },
  });
  return triage;
}

const addOptOut = (ctx: Ctx, row: Row, because: string) =>
  applyOptOut(
    ctx,
    { kind: 'opt_out', scope: 'all', isBare: false, because: `read by triage: ${because.slice(0, 200)}` },
    { addressHash: row.addressHash, contactId: row.match.contact === 'message' ? row.contactId : null },
  );

/** What code has stopped stays stopped: another reading only asks a person to look. */
const asOptOut = (triage: Triage): Triage =>
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
const asAsked = ({ effects }: Row, triage: Triage): Triage =>
  triage.intent === 'opt_in' && effects.length === 0
    ? { ...triage, needsHuman: true, because: `${triage.because}; nothing was lifted yet` }
    : triage;

/** What the workspace wants a person to look at, whatever triage thinks: some kinds of message, and its best customers. */
async function forPerson(ctx: Ctx, { customerId }: Row, triage: Triage): Promise<Triage> {
  const { personFor } = ctx.tenant.settings.replies;
  if (triage.needsHuman || triage.intent === 'auto_reply' || triage.intent === 'bounce') return triage;
  const look = (why: string) => ({ ...triage, needsHuman: true, because: `${triage.because}; ${why}` });
  if (personFor.includes(triage.intent)) return look('a person answers such messages here');
  return (await isHighValue(ctx, customerId)) ? look('a customer of high value') : triage;
}

async function writeFailure(ctx: Ctx, row: Row, failure: string): Promise<null> {
  await ctx.tx
    .update(replies)
    .set({ triageFailures: sql`${replies.triageFailures} + 1` })
    .where(and(eq(replies.id, row.id), isNull(replies.triagedAt)));
  await recordAudit(ctx, {
    action: 'reply.triage_failed',
    subject: row.id,
    data: { failure: failure.slice(0, 300) },
  });
  return null;
}
