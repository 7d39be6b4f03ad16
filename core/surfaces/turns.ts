import { and, desc, eq, sql } from 'drizzle-orm';
import { surfaceThreads, surfaceTurns } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { createThread } from '../threads/create-thread.ts';

export type Turn = typeof surfaceTurns.$inferSelect;
export type Taken = { turnId: string; owner: string };

// Longer than a few of a turn's signs of life; a crashed one is gone on with by then.
const LEASE_SECONDS = 30;
export const MAX_TRIES = 3;

/**
 * Takes the next turn that may run: the oldest of its place, when none before it is open there. One whose process is
 * gone is taken again. Null when nothing may run now.
 */
export async function claimTurn(ctx: Ctx, owner: string): Promise<Turn | null> {
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`
    update surface_turns set status = 'running', tries = tries + 1, lease_owner = ${owner},
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = (
      select t.id from surface_turns t join surface_apps a on a.id = t.app_id and a.is_enabled
      where t.status in ('queued', 'running') and (t.lease_until is null or t.lease_until < now())
        and not exists (
          select 1 from surface_turns o where o.app_id = t.app_id and o.place = t.place and o.id < t.id
            and o.status in ('queued', 'running'))
      order by t.id limit 1 for update of t skip locked)
    returning id`);
  const [row] = rows[0]
    ? await ctx.tx.select().from(surfaceTurns).where(eq(surfaceTurns.id, rows[0].id))
    : [];
  return row ?? null;
}

const isOwn = ({ turnId, owner }: Taken) =>
  and(eq(surfaceTurns.id, turnId), eq(surfaceTurns.leaseOwner, owner), eq(surfaceTurns.status, 'running'));

/** A sign of life; `lost` when another process has it. */
export async function renewTurn(ctx: Ctx, taken: Taken): Promise<'ours' | 'cancelled' | 'lost'> {
  const rows = await ctx.tx
    .update(surfaceTurns)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
    .where(isOwn(taken))
    .returning({ id: surfaceTurns.id });
  if (rows.length > 0) return 'ours';
  const [row] = await ctx.tx
    .select({ status: surfaceTurns.status })
    .from(surfaceTurns)
    .where(eq(surfaceTurns.id, taken.turnId));
  return row?.status === 'cancelled' ? 'cancelled' : 'lost';
}

/** `queued` is to try again after a while. */
export async function endTurn(
  ctx: Ctx,
  { status, ...taken }: Taken & { status: 'done' | 'failed' | 'queued' },
): Promise<void> {
  await ctx.tx
    .update(surfaceTurns)
    .set({
      status,
      leaseOwner: null,
      leaseUntil: status === 'queued' ? sql`now() + interval '3 seconds'` : null,
    })
    .where(isOwn(taken));
}

/** Where a turn goes on: a command begins a conversation in a place that is known only later. */
export async function moveTurn(ctx: Ctx, { place, ...taken }: Taken & { place: string }): Promise<void> {
  await ctx.tx.update(surfaceTurns).set({ place }).where(isOwn(taken));
}

type At = { appId: string; place: string };

/** The conversation with the agent that goes on there; a new one where none does. */
export async function threadAt(ctx: Ctx, { appId, place, title }: At & { title: string }): Promise<string> {
  const at = and(eq(surfaceThreads.appId, appId), eq(surfaceThreads.place, place));
  const [known] = await ctx.tx.select().from(surfaceThreads).where(at);
  if (known) return known.threadId;
  const { id: threadId } = await createThread(ctx, { title });
  await ctx.tx
    .insert(surfaceThreads)
    .values({ tenantId: ctx.tenant.id, appId, place, threadId, createdAt: ctx.now });
  return threadId;
}

/** Who spoke there last, as the platform names them. */
export async function lastSpeaker(ctx: Ctx, { appId, place }: At): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ speaker: surfaceTurns.speaker })
    .from(surfaceTurns)
    .where(and(eq(surfaceTurns.appId, appId), eq(surfaceTurns.place, place)))
    .orderBy(desc(surfaceTurns.id))
    .limit(1);
  return row?.speaker ?? null;
}
