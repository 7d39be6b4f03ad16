import { eq, sql } from 'drizzle-orm';
import { threadMessages, threads } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';
import type { Part } from '../parts.ts';
import { demand } from '../tenants/roles.ts';

type NewMessage = {
  threadId: string;
  role: 'person' | 'agent';
  parts: readonly Part[];
  /** For an agent's message: which mind, which prompt, which tools. */
  provenance?: unknown;
  /** Of a surface's turn, which may be tried again: the same one twice is one message. */
  turnId?: string | undefined;
};

/** Adds what was said to a thread, in order; `thread:unknown` when the tenant has no such thread. */
export async function appendThreadMessage(
  ctx: Ctx,
  message: NewMessage,
): Promise<{ id: string; position: number }> {
  demand(ctx.actor, 'read');
  const { threadId, role, parts, provenance, turnId } = message;
  // The thread's row is held until the end of the transaction, so that no two messages take one position.
  const [thread] = isId(threadId)
    ? await ctx.tx
        .update(threads)
        .set({ updatedAt: ctx.now })
        .where(eq(threads.id, threadId))
        .returning({ id: threads.id })
    : [];
  if (!thread) throw new AppError('thread:unknown', 'There is no such conversation.');
  const [row] = await ctx.tx
    .insert(threadMessages)
    .values({
      tenantId: ctx.tenant.id,
      threadId,
      position: sql`(select coalesce(max(position), 0) + 1 from thread_messages where thread_id = ${threadId})`,
      role,
      userId: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      parts: withoutNul(parts),
      turnId: turnId ?? null,
      provenance: provenance ?? null,
      createdAt: ctx.now,
    })
    .returning({ id: threadMessages.id, position: threadMessages.position });
  return row!;
}

// Postgres holds no NUL in jsonb; a person's sentence may hold anything. A card may hold thousands of customers, whom nothing
// else looks at one by one.
function withoutNul(parts: readonly Part[]): unknown {
  const text = JSON.stringify(parts);
  if (!text.includes('\\u0000')) return parts;
  return JSON.parse(text, (_key, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value));
}
