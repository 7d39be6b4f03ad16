import { threads } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { leaseOf } from './lease-thread.ts';

export type Thread = typeof threads.$inferSelect;

type Beginning = {
  title?: string | undefined;
  /** The turn that has it from its beginning on. */
  owner?: string | undefined;
};

/** Begins a conversation with the agent; its title is the beginning of the first sentence. */
export async function createThread(ctx: Ctx, { title, owner }: Beginning = {}): Promise<Thread> {
  demand(ctx.actor, 'read');
  const [row] = await ctx.tx
    .insert(threads)
    .values({
      tenantId: ctx.tenant.id,
      title: title?.replaceAll('\0', '').trim().slice(0, 120) || null,
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      ...(owner === undefined ? {} : leaseOf(owner)),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning();
  return row!;
}
