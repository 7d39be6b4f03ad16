import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { accountWindows } from '../../db/queries/account-windows.ts';
import { waiting } from '../../db/queries/waiting.ts';
import type { Ctx, Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';

type Waiting = { within: Within; tenantId: string; actor: Actor; deadline: number } & Room;
type Room = { accountId: string; channel: string; claimedAt: number };

// A limit by the second is waited for where it is met, because a turn of its own for each would leave much of it unused;
// whatever takes longer has a turn of its own.
const LONGEST_MS = 1_000;
// Room that opens within so much of its window is taken together: a claim for each message would cost more than it brings.
const TOGETHER = 0.01;
// So long may a look take to reach the database. What was full that much earlier costs one claim too many.
const LOOK_MS = 100;

/**
 * Waits until a full window of the account has room again, when something is due; false when that is not soon. One that was
 * full when the last claim began (`claimedAt`, of performance.now) may have room by now, which nobody else would come for.
 */
export async function waitForRoom({ within, tenantId, actor, deadline, ...room }: Waiting): Promise<boolean> {
  const waitMs = await within(tenantId, actor, (ctx) => roomOpensMs(ctx, room));
  if (waitMs === null || waitMs > LONGEST_MS || Date.now() + waitMs >= deadline) return false;
  await sleep(Math.max(1, waitMs));
  return true;
}

/** Null when no window was full of tries that have ended, or nothing is due. */
async function roomOpensMs(ctx: Ctx, { accountId, channel, claimedAt }: Room): Promise<number | null> {
  const agoMs = performance.now() - claimedAt + LOOK_MS;
  const { rows } = await ctx.tx.execute<{ ms: number | null }>(sql`
    with recursive ${waiting(ctx.now)}
    select max(extract(epoch from u.oldest_at - clock_timestamp()) * 1000 + w."perMs" * ${1 + TOGETHER}::float8)::float8 as ms
    from channel_accounts a cross join ${accountWindows(sql`a`, agoMs)}
    where a.id = ${accountId} and u.used >= w."max" and exists (select 1 from due where channel = ${channel})`);
  return rows[0]!.ms;
}
