import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { threadMessages, threads } from '../../db/schema/index.ts';
import { AppError, isAppError } from '../../lib/errors.ts';
import { approvalPart } from '../approval/approval-part.ts';
import type { Ctx } from '../context.ts';
import { type Part, partSchema } from '../parts.ts';
import { demand } from '../tenants/roles.ts';
import { modelUsage, threadUsage } from './model-usage.ts';

export const threadContent = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  campaignId: z.uuid().nullable(),
  /** What models used for it. */
  usage: modelUsage,
  messages: z.array(
    z.object({
      id: z.uuid(),
      role: z.enum(['person', 'agent']),
      userId: z.uuid().nullable(),
      parts: z.array(partSchema),
      createdAt: z.iso.datetime(),
    }),
  ),
});
export type ThreadContent = z.infer<typeof threadContent>;

/** A conversation with everything that was shown in it; `thread:unknown` when it is not the tenant's. */
export async function readThread(ctx: Ctx, threadId: string): Promise<ThreadContent> {
  demand(ctx.actor, 'read');
  const [thread] = await ctx.tx.select().from(threads).where(eq(threads.id, threadId));
  if (!thread) throw new AppError('thread:unknown', 'There is no such conversation.');
  const rows = await ctx.tx
    .select()
    .from(threadMessages)
    .where(eq(threadMessages.threadId, threadId))
    .orderBy(asc(threadMessages.position));
  const { id, title, campaignId } = thread;
  const messages: ThreadContent['messages'] = [];
  for (const row of rows) {
    const parts: Part[] = [];
    for (const part of row.parts as Part[]) parts.push(await asOfNow(ctx, part));
    messages.push({
      id: row.id,
      role: row.role,
      userId: row.role === 'person' ? row.userId : null,
      parts,
      createdAt: row.createdAt.toISOString(),
    });
  }
  return { id, title, campaignId, usage: await threadUsage(ctx, threadId), messages };
}

/**
 * A kept approval card was made for whoever spoke then, as things stood then. Whoever reads it now may be somebody
 * else, a script even: it is made anew for them, and without the code where it cannot be.
 */
async function asOfNow(ctx: Ctx, part: Part): Promise<Part> {
  if (part.kind !== 'approval') return part;
  try {
    return await approvalPart(ctx, part.id);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'approval:unknown') throw error;
    const { shortCode: _, ...card } = part;
    return { ...card, canDecide: false };
  }
}
