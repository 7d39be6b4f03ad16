import { sql } from 'drizzle-orm';
import { waiting } from '../../db/queries/waiting.ts';
import type { Ctx } from '../context.ts';

/** Channels with something due, or that would be if nothing kept it. */
export async function dueChannels(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.tx.execute<{ channel: string }>(sql`
    with recursive ${waiting(ctx.now)}
    select distinct channel from due`);
  return rows.map(({ channel }) => channel);
}

/** Channels with messages due that none of the `ready` ones carries. */
export async function findBlocked(ctx: Ctx, ready: readonly string[]): Promise<string[]> {
  const { rows } = await ctx.tx.execute<{ channel: string }>(sql`
    with recursive ${waiting(ctx.now)}
    select distinct channel from due where is_live and channel <> all(${sql.param(ready)}::text[])
    order by 1`);
  return rows.map(({ channel }) => channel);
}
