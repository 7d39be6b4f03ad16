import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { threads } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const threadRow = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  campaignId: z.uuid().nullable(),
  isMine: z.boolean(),
  updatedAt: z.iso.datetime(),
});
export type ThreadRow = z.infer<typeof threadRow>;

/** Conversations, the last touched first: one's own, or everybody's in the workspace. */
export async function listThreads(
  ctx: Ctx,
  { whose, limit }: { whose: 'mine' | 'everyone'; limit: number },
): Promise<ThreadRow[]> {
  demand(ctx.actor, 'read');
  const me = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const rows = await ctx.tx
    .select()
    .from(threads)
    .where(whose === 'mine' && me ? eq(threads.createdBy, me) : undefined)
    .orderBy(desc(threads.updatedAt), desc(threads.id))
    .limit(limit);
  return rows.map(({ id, title, campaignId, createdBy, updatedAt }) => ({
    id,
    title,
    campaignId,
    isMine: createdBy === me,
    updatedAt: updatedAt.toISOString(),
  }));
}
