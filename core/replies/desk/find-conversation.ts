import { eq } from 'drizzle-orm';
import { conversations } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';

export type Conversation = typeof conversations.$inferSelect;

/** Holds its row until the transaction ends. Throws `conversation:unknown`. */
export async function lockConversation(ctx: Ctx, conversationId: string): Promise<Conversation> {
  const [row] = isId(conversationId)
    ? await ctx.tx.select().from(conversations).where(eq(conversations.id, conversationId)).for('update')
    : [];
  if (!row) {
    throw new AppError('conversation:unknown', 'There is no such conversation with a customer.', {
      nextStep: 'List the conversations.',
    });
  }
  return row;
}
