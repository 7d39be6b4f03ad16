import { and, desc, eq, sql } from 'drizzle-orm';
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

/** In its title, or in what anybody said or was answered; not in what the cards hold. */
const says = (search: string) => {
  const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`(${threads.title} ilike ${like} or exists (
    select 1 from thread_messages m, jsonb_array_elements(m.parts) part
    where m.thread_id = ${threads.id} and part ->> 'kind' = 'text' and part ->> 'text' ilike ${like}))`;
};

/** Conversations, the last touched first: one's own, or everybody's in the workspace; those that say something. */
export async function listThreads(
  ctx: Ctx,
  { whose, limit, search }: { whose: 'mine' | 'everyone'; limit: number; search?: string | undefined },
): Promise<ThreadRow[]> {
  demand(ctx.actor, 'read');
  const me = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const rows = await ctx.tx
    .select()
    .from(threads)
    .where(
      and(whose === 'mine' && me ? eq(threads.createdBy, me) : undefined, search ? says(search) : undefined),
    )
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
