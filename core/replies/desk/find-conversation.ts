import { eq } from 'drizzle-orm';
import { conversations } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';

export type Conversation = typeof conversations.$inferSelect;

/** Throws `conversation:unknown`. */
export const findConversation = async (ctx: Ctx, id: string): Promise<Conversation> =>
  demandFound(isId(id) ? await select(ctx, id) : []);

/** The same, and holds its row until the transaction ends. */
export const lockConversation = async (ctx: Ctx, id: string): Promise<Conversation> =>
  demandFound(isId(id) ? await select(ctx, id).for('update') : []);

const select = (ctx: Ctx, id: string) => ctx.tx.select().from(conversations).where(eq(conversations.id, id));

function demandFound([row]: readonly Conversation[]): Conversation {
  if (row) return row;
  throw new AppError('conversation:unknown', 'There is no such conversation with a customer.', {
    nextStep: 'List the conversations.',
  });
}
