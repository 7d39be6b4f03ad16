import { and, eq, sql } from 'drizzle-orm';
import { threads } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';

type Lease = { threadId: string; owner: string };

// Longer than any step of a turn may take; a turn that lives on renews it, a crashed one frees the thread.
const LEASE_SECONDS = 90;

export const leaseOf = (owner: string) => ({
  leaseOwner: owner,
  leaseUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
});

/**
 * Takes the thread for one turn, by the database's clock; advisory locks would not exclude on one session.
 * False when another turn holds it; `thread:unknown` when it is not the tenant's.
 */
export async function leaseThread(ctx: Ctx, { threadId, owner }: Lease): Promise<boolean> {
  const taken = await ctx.tx
    .update(threads)
    .set(leaseOf(owner))
    .where(
      and(
        eq(threads.id, threadId),
        sql`(${threads.leaseUntil} is null or ${threads.leaseUntil} < now() or ${threads.leaseOwner} = ${owner})`,
      ),
    )
    .returning({ id: threads.id });
  if (taken.length > 0) return true;
  const [known] = await ctx.tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId));
  if (!known) throw new AppError('thread:unknown', 'There is no such conversation.');
  return false;
}

export async function releaseThread(ctx: Ctx, { threadId, owner }: Lease): Promise<void> {
  await ctx.tx
    .update(threads)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(eq(threads.id, threadId), eq(threads.leaseOwner, owner)));
}
