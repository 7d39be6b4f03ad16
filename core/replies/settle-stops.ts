import { and, inArray, isNotNull, sql } from 'drizzle-orm';
import { conversations, replies } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { readAsAutomatic } from './read-as-automatic.ts';
import type { ReplyRow } from './read-triage-inputs.ts';

type Settled = Pick<ReplyRow, 'id' | 'conversationId'>;

/** Before their messages are: whoever answers or closes a conversation holds it, too, and then its messages. */
export async function holdConversationsOf(ctx: Ctx, replyIds: readonly string[]): Promise<void> {
  if (replyIds.length === 0) return;
  const ids = ctx.tx
    .select({ id: replies.conversationId })
    .from(replies)
    .where(inArray(replies.id, [...replyIds]));
  await ctx.tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(inArray(conversations.id, ids))
    .orderBy(conversations.id)
    .for('update');
}

/**
 * A stop that is plain, or that somebody has read, is done: nobody may answer it. Its conversation waits no longer,
 * unless something else of it does.
 */
export async function settleStops(ctx: Ctx, told: readonly Settled[]): Promise<void> {
  if (told.length === 0) return;
  const of = (key: keyof Settled) => told.flatMap((one) => one[key] ?? []);
  await ctx.tx
    .update(replies)
    .set({ status: 'done' })
    .where(inArray(replies.id, of('id')));
  await ctx.tx
    .update(conversations)
    .set({ waitingSince: null })
    .where(
      and(
        inArray(conversations.id, of('conversationId')),
        isNotNull(conversations.waitingSince),
        sql`not exists (select from replies p where p.conversation_id = ${conversations.id} and p.status = 'open'
          and p.received_at >= ${conversations.waitingSince} and not ${readAsAutomatic(sql`p.triage`)})`,
      ),
    );
}
