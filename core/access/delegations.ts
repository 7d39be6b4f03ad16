import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { delegations, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { can, demand } from '../tenants/roles.ts';

const MOST_DAYS = 60;

export const newDelegation = z.strictObject({
  delegateId: z.uuid(),
  startsAt: z.iso.datetime({ offset: true }).optional().describe('Now otherwise.'),
  endsAt: z.iso.datetime({ offset: true }),
});
export type NewDelegation = z.infer<typeof newDelegation>;

export const delegationRow = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  of: z.string(),
  delegateId: z.uuid(),
  to: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});
export type DelegationRow = z.infer<typeof delegationRow>;

/**
 * Leaves the acting person's decisions to a colleague while they are away, for sixty days at most. The colleague decides
 * what they might have decided, signs as themself, and cannot pass it on. Needs `approve`, signed in. Throws
 * `user:unknown`, `input:invalid`.
 */
export async function delegate(ctx: Ctx, input: NewDelegation): Promise<{ id: string }> {
  demand(ctx.actor, 'approve');
  demandSignedIn(ctx.actor);
  if (ctx.actor.kind !== 'person') throw new AppError('auth:forbidden', 'Only a person is away.');
  const { userId } = ctx.actor;
  const startsAt = new Date(input.startsAt ?? ctx.now);
  const endsAt = new Date(input.endsAt);
  const days = (endsAt.getTime() - startsAt.getTime()) / 86_400_000;
  if (days <= 0 || days > MOST_DAYS)
    throw new AppError('input:invalid', `That is not between now and ${MOST_DAYS} days.`, {
      where: { field: 'endsAt' },
    });
  const [colleague] = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, input.delegateId), isNull(users.disabledAt)));
  if (!colleague || colleague.id === userId)
    throw new AppError('user:unknown', 'There is no such colleague in the workspace.', {
      where: { field: 'delegateId' },
    });
  const row = { tenantId: ctx.tenant.id, userId, delegateId: colleague.id, startsAt, endsAt };
  const [made] = await ctx.tx.insert(delegations).values(row).returning({ id: delegations.id });
  const data = { to: colleague.id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  await recordAudit(ctx, { action: 'approval.delegated', subject: userId, data });
  return made!;
}

/** Who decides in whose place, now or soon. */
export async function listDelegations(ctx: Ctx): Promise<DelegationRow[]> {
  demand(ctx.actor, 'read');
  const delegates = alias(users, 'delegates');
  const rows = await ctx.tx
    .select({ row: delegations, of: users.name, to: delegates.name })
    .from(delegations)
    .innerJoin(users, eq(users.id, delegations.userId))
    .innerJoin(delegates, eq(delegates.id, delegations.delegateId))
    .where(and(isNull(delegations.endedAt), gt(delegations.endsAt, sql`now()`)))
    .orderBy(asc(delegations.startsAt), asc(delegations.id));
  return rows.map(({ row: { id, userId, delegateId, startsAt, endsAt }, of, to }) => ({
    ...{ id, userId, of, delegateId, to },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}

/** Ends one early: whoever gave it, whoever has it, or an admin. Throws `user:unknown`. */
export async function endDelegation(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { actor } = ctx;
  demand(actor, 'read');
  demandSignedIn(actor);
  const own = actor.kind === 'person' && !can(actor, 'administer') ? actor.userId : null;
  const [ended] = await ctx.tx
    .update(delegations)
    .set({ endedAt: sql`now()` })
    .where(
      and(
        eq(delegations.id, id),
        isNull(delegations.endedAt),
        own ? or(eq(delegations.userId, own), eq(delegations.delegateId, own)) : undefined,
      ),
    )
    .returning({ userId: delegations.userId });
  if (!ended) throw new AppError('user:unknown', 'There is no such delegation of yours.');
  await recordAudit(ctx, { action: 'approval.delegation_ended', subject: ended.userId, data: { id } });
}
