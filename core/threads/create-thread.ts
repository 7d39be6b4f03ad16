import { threads } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export type Thread = typeof threads.$inferSelect;

/** Begins a conversation with the agent; its title is the beginning of the first sentence. */
export async function createThread(
  ctx: Ctx,
  { title }: { title?: string | undefined } = {},
): Promise<Thread> {
  demand(ctx.actor, 'read');
  const [row] = await ctx.tx
    .insert(threads)
    .values({
      tenantId: ctx.tenant.id,
      title: title?.replaceAll('\0', '').trim().slice(0, 120) || null,
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning();
  return row!;
}
