// What is shown on a surface and kept as it stands. A row says what is shown where; whoever refreshes it reads the
// subject anew, so that it does not matter who changed it, where, or in which process.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Card, SurfaceRegistry } from '../../channels/surface-contract.ts';
import { answers, conversations, replies, surfaceCards, users } from '../../db/schema/index.ts';
import { isAppError } from '../../lib/errors.ts';
import { approvalPart } from '../approval/approval-part.ts';
import type { Ctx } from '../context.ts';
import { progressPart } from '../delivery/progress-part.ts';
import { replyEntry } from '../replies/replies-part.ts';

export type CardRow = typeof surfaceCards.$inferSelect;
type NewCard = Pick<CardRow, 'appId' | 'place' | 'kind' | 'subjectId'>;

/** Wants it shown there; the same one twice is one. */
export async function wantCard(ctx: Ctx, card: NewCard): Promise<void> {
  await ctx.tx
    .insert(surfaceCards)
    .values({ ...card, tenantId: ctx.tenant.id, createdAt: ctx.now })
    .onConflictDoNothing();
}

// Whoever posts a card holds it so long; a process that is gone leaves it to the next.
const LEASE_SECONDS = 60;
const BATCH = 20;

/**
 * On a platform with a window nothing of ours gets through while it is closed, and nobody says so: what is to be shown
 * there waits until they say something again.
 */
const isReachable = (ctx: Ctx, surfaces: SurfaceRegistry) => {
  const windowed = [...surfaces.values()].flatMap(({ key, windowHours }) =>
    windowHours === undefined ? [] : [{ key, windowHours }],
  );
  return sql`not exists (
    select 1 from surface_apps w
      join jsonb_to_recordset(${JSON.stringify(windowed)}::jsonb) as p(key text, "windowHours" int) on p.key = w.surface
    where w.id = surface_cards.app_id and not exists (
      select 1 from surface_links l where l.app_id = w.id and l.external_id = ltrim(surface_cards.place, '@')
        and l.last_said_at > ${ctx.now}::timestamptz - make_interval(hours => p."windowHours")))`;
};

type Wanted = { surfaces: SurfaceRegistry; subjectId?: string | undefined };

/** Those that are due for a look, or all of one subject; held for whoever asked. */
export async function takeCards(ctx: Ctx, { surfaces, subjectId }: Wanted): Promise<CardRow[]> {
  const due = sql`(${surfaceCards.leaseUntil} is null or ${surfaceCards.leaseUntil} < now())`;
  // Chosen once: a list with a limit inside the update would be chosen anew, and be longer.
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`
    with chosen as materialized (
      select surface_cards.id from surface_cards join surface_apps a on a.id = surface_cards.app_id and a.is_enabled
      where surface_cards.settled_at is null and ${isReachable(ctx, surfaces)}
        and ${subjectId ? sql`surface_cards.subject_id = ${subjectId} and (${due} or ref is not null)` : due}
      order by surface_cards.lease_until nulls first limit ${BATCH} for update of surface_cards skip locked)
    update surface_cards set lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id in (select id from chosen)
    returning id`);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  return ctx.tx.select().from(surfaceCards).where(inArray(surfaceCards.id, ids));
}

/**
 * What it shows its one reader, or those of a place that several see; null when its subject is gone or not for them.
 * `isTyped`: nothing can be pressed there, so that their short code is in it, if they may decide.
 */
export async function readCard(
  ctx: Ctx,
  { kind, subjectId }: CardRow,
  { isTyped }: { isTyped: boolean },
): Promise<Card | null> {
  try {
    if (kind === 'approval') {
      const { shortCode, ...part } = await approvalPart(ctx, subjectId);
      const othersDecide = ctx.actor.kind === 'person' && !part.canDecide;
      return { kind, part: isTyped && shortCode ? { ...part, shortCode } : part, othersDecide };
    }
    if (kind === 'progress') return { kind, part: await progressPart(ctx, subjectId) };
    const part = await replyEntry(ctx, subjectId);
    return part && { kind, part, state: await replyState(ctx, subjectId) };
  } catch (error) {
    if (isAppError(error) && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
}

async function replyState(ctx: Ctx, replyId: string) {
  const [row] = await ctx.tx
    .select({ status: replies.status, assignee: users.name })
    .from(replies)
    .leftJoin(conversations, eq(conversations.id, replies.conversationId))
    .leftJoin(users, eq(users.id, conversations.assignedTo))
    .where(eq(replies.id, replyId));
  const [answer] = await ctx.tx
    .select({ name: users.name })
    .from(answers)
    .leftJoin(users, eq(users.id, answers.writtenBy))
    .where(
      and(
        eq(answers.replyId, replyId),
        sql`exists (
      select 1 from approvals where approvals.id = ${answers.approvalId} and approvals.status = 'approved')`,
      ),
    )
    .limit(1);
  return {
    assignee: row?.assignee ?? null,
    isDone: row?.status === 'done',
    answeredBy: answer ? (answer.name ?? 'a colleague') : null,
  };
}

const DAY_MS = 24 * 3_600_000;

/** Whether anything of it can still change; receipts come for a day, replies are looked after for a week. */
function isSettled(card: Card, { createdAt }: CardRow, now: Date): boolean {
  const ageMs = now.getTime() - createdAt.getTime();
  if (card.kind === 'approval') return card.part.status !== 'requested';
  if (card.kind !== 'progress') return card.state.isDone || ageMs > 7 * DAY_MS;
  const { status, submitted, delivered } = card.part;
  return (status === 'done' || status === 'stopped') && (delivered >= submitted || ageMs > DAY_MS);
}

type Shown = { row: CardRow; card: Card | null; ref: string | null; shown: string | null };

/** Soon where it moves by itself; whoever changes anything else says so. */
const againSeconds = (card: Card | null): number =>
  card?.kind !== 'progress' ? 15 : card.part.status === 'sending' ? 2 : 60;

/** Notes what is shown now; looked at again after a while, unless nothing of it can change any more. */
export async function noteShown(ctx: Ctx, { row, card, ref, shown }: Shown): Promise<void> {
  const settled = !card || isSettled(card, row, ctx.now);
  await ctx.tx
    .update(surfaceCards)
    .set({
      ref,
      shown,
      failures: 0,
      settledAt: settled ? ctx.now : null,
      leaseUntil: sql`now() + make_interval(secs => ${againSeconds(card)})`,
    })
    .where(eq(surfaceCards.id, row.id));
}

const MAX_FAILURES = 8;

/** Tried again later and later; after a while it is left as it stands. */
export async function noteFailure(ctx: Ctx, row: CardRow): Promise<void> {
  const failures = row.failures + 1;
  await ctx.tx
    .update(surfaceCards)
    .set({
      failures,
      leaseUntil: sql`now() + make_interval(secs => ${2 ** Math.min(failures, 8)})`,
      ...(failures >= MAX_FAILURES ? { settledAt: ctx.now } : {}),
    })
    .where(eq(surfaceCards.id, row.id));
}

/** When a card is due next; null where nothing is shown that can change. */
export async function nextCardAt(ctx: Ctx, surfaces: SurfaceRegistry): Promise<Date | null> {
  const [row] = await ctx.tx
    .select({
      inMs: sql<number | null>`extract(epoch from min(coalesce(lease_until, now())) - now()) * 1000`,
    })
    .from(surfaceCards)
    .where(
      and(isNull(surfaceCards.settledAt), eq(surfaceCards.kind, 'progress'), isReachable(ctx, surfaces)),
    );
  return row?.inMs === null || row === undefined
    ? null
    : new Date(Date.now() + Math.max(0, Number(row.inMs)));
}

/** The campaign of a decided approval, whose course is shown where the approval was. */
export async function followApproved(ctx: Ctx, row: CardRow, card: Card): Promise<void> {
  if (card.kind !== 'approval' || card.part.status !== 'approved') return;
  const { appId, place } = row;
  await wantCard(ctx, { appId, place, kind: 'progress', subjectId: card.part.campaignId });
}
