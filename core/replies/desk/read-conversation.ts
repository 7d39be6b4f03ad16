import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { answered, conversationEntry, notes, sent } from './conversation-entries.ts';
import { type Conversation, findConversation } from './find-conversation.ts';
import { conversationRow, readConversationRow } from './list-conversations.ts';
import { countAutomatic, received } from './received-entries.ts';

export const conversationThread = z.object({
  conversation: conversationRow,
  /** Who else is writing an answer just now. */
  heldBy: z.string().nullable(),
  /** How many of its messages a machine wrote; the newest few are among the entries. */
  automatic: z.int(),
  entries: z.array(conversationEntry),
});
export type ConversationThread = z.infer<typeof conversationThread>;

/** Everything of one conversation in the order in which it happened. Throws `conversation:unknown`. */
export async function readConversation(
  ctx: Ctx,
  { conversationId }: { conversationId: string },
): Promise<ConversationThread> {
  demand(ctx.actor, 'read');
  const conversation = await findConversation(ctx, conversationId);
  const entries = [
    ...(await sent(ctx, conversation)),
    ...(await received(ctx, conversation)),
    ...(await answered(ctx, conversation)),
    ...(await notes(ctx, conversation)),
  ];
  return {
    conversation: await readConversationRow(ctx, conversationId),
    heldBy: await readHolder(ctx, conversation),
    automatic: await countAutomatic(ctx, conversation),
    entries: entries.sort((a, b) => a.at.localeCompare(b.at)),
  };
}

async function readHolder(ctx: Ctx, { penHolder, penUntil }: Conversation): Promise<string | null> {
  const own = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  if (!penHolder || penHolder === own || !penUntil || penUntil <= ctx.now) return null;
  const [holder] = await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, penHolder));
  return holder?.name ?? 'a colleague';
}
