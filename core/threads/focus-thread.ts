import { eq } from 'drizzle-orm';
import { threads } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** From now on "it" in this thread means that campaign. */
export async function focusThread(ctx: Ctx, focus: { threadId: string; campaignId: string }): Promise<void> {
  await ctx.tx.update(threads).set({ campaignId: focus.campaignId }).where(eq(threads.id, focus.threadId));
}
