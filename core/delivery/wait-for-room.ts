import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { accountWindows } from '../../db/queries/account-windows.ts';
import { waiting } from '../../db/queries/waiting.ts';
import type { Ctx, Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';

type Waiting = { within: Within; tenantId: string; actor: Actor; deadline: number } & Room;
type Room = { accountId: string; channel: string; isMoving: boolean };

// A limit by the second is waited for where it is met, because a turn of its own for each would leave much of it unused;
// whatever takes longer has a turn of its own.
const LONGEST_MS = 1_000;
// Room that opens within so much of its window is taken together: a claim for each message would cost more than it brings.
const TOGETHER = 0.01;

/**
 * Waits until a full window of the account has room again, when something is due; false when that is not soon. Where none is
 * full any more there is only room that opened meanwhile, for one that has just met the limit (`isMoving`).
 */
export async function waitForRoom({ within, tenantId, actor, deadline, ...room }: Waiting): Promise<boolean> {
  const { isDue, waitMs } = await within(tenantId, actor, (ctx) => readRoom(ctx, room));
  if (!isDue || (waitMs === null && !room.isMoving)) return false;
  if ((waitMs ?? 0) > LONGEST_MS || Date.now() + (waitMs ?? 0) >= deadline) return false;
  await sleep(Math.max(1, waitMs ?? 0));
  return true;
}

/** `waitMs`: null when no window is full of tries that have ended. */
async function readRoom(ctx: Ctx, { accountId, channel }: Room) {
  const { rows } = await ctx.tx.execute<{ isDue: boolean; waitMs: number | null }>(sql`
    with recursive ${waiting(ctx.now)}
    select exists (select 1 from due where channel = ${channel}) as "isDue",
      (select max(extract(epoch from u.oldest_at - clock_timestamp()) * 1000 + w."perMs" * ${1 + TOGETHER}::float8)
        from channel_accounts a cross join ${accountWindows(sql`a`)}
        where a.id = ${accountId} and u.used >= w."max")::float8 as "waitMs"`);
  return rows[0]!;
}
