// Approving ahead, and what is approved by it. Only a person who may approve gives one; only code that checks its terms
// uses it (core/replies/acknowledge.ts).
import { and, count, desc, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { approvals, standingApprovals, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId, newId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { signingKey } from '../tenants/signing-key.ts';
import { demandFeature } from '../tenants/tiers.ts';
import { approveRow } from './decide-approval.ts';
import { signStanding, standingDigest, standingTerms } from './standing.ts';

const MOST_DAYS = 366;

/** Approves fixed texts ahead. Throws `auth:forbidden`, `tier:limit`, `input:invalid` for an end that is past or years away. */
export async function giveStanding(ctx: Ctx, input: z.input<typeof standingTerms>): Promise<{ id: string }> {
  demand(ctx.actor, 'approve');
  demandFeature(ctx, 'standing');
  if (ctx.actor.kind !== 'person') throw new AppError('auth:forbidden', 'Only a person approves ahead.');
  const terms = standingTerms.parse(input);
  const expiresAt = new Date(terms.expiresAt);
  const most = ctx.now.getTime() + MOST_DAYS * 86_400_000;
  if (expiresAt <= ctx.now || expiresAt.getTime() > most)
    throw new AppError('input:invalid', 'It ends within a year from now.', { where: { field: 'expiresAt' } });
  const { userId, name, role, surface } = ctx.actor;
  const [id, digest] = [newId(), standingDigest(terms)];
  const envelope = signStanding(
    {
      ...{ id, tenantId: ctx.tenant.id, terms, digest },
      givenBy: { userId, name, role, surface },
      givenAt: ctx.now.toISOString(),
    },
    await signingKey(ctx),
  );
  await ctx.tx.insert(standingApprovals).values({
    ...{ id, tenantId: ctx.tenant.id, terms, digest, envelope, expiresAt },
    ...{ givenBy: userId, maxPerDay: terms.maxPerDay, createdAt: ctx.now },
  });
  await recordAudit(ctx, { action: 'standing.given', subject: id, data: { digest, intents: terms.intents } });
  return { id };
}

/** Takes it back: what it has queued and is not sent yet is dropped by the claim. Throws `approval:unknown`. */
export async function revokeStanding(ctx: Ctx, { id }: { id: string }): Promise<void> {
  demand(ctx.actor, 'approve');
  const rows = isId(id)
    ? await ctx.tx
        .update(standingApprovals)
        .set({ revokedAt: ctx.now })
        .where(and(eq(standingApprovals.id, id), isNull(standingApprovals.revokedAt)))
        .returning({ id: standingApprovals.id })
    : [];
  if (rows.length === 0) throw new AppError('approval:unknown', 'There is no such standing approval.');
  await recordAudit(ctx, { action: 'standing.revoked', subject: id });
}

export const standingRow = z.strictObject({
  ...standingTerms.shape,
  id: z.uuid(),
  givenBy: z.string(),
  revokedAt: z.iso.datetime().nullable(),
});

export async function listStanding(ctx: Ctx): Promise<z.infer<typeof standingRow>[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({ row: standingApprovals, name: users.name })
    .from(standingApprovals)
    .innerJoin(users, eq(users.id, standingApprovals.givenBy))
    .orderBy(desc(standingApprovals.createdAt));
  return rows.map(({ row, name }) => ({
    ...standingTerms.parse(row.terms),
    id: row.id,
    givenBy: name,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

const DAY_MS = 86_400_000;

/**
 * Approves one frozen message by what was approved ahead, within its cap; false when it is over, taken back or used
 * up. Holds the standing approval's row, so that two cannot share the last place under the cap.
 */
export async function approveByStanding(
  ctx: Ctx,
  { standingId, approvalId }: { standingId: string; approvalId: string },
): Promise<boolean> {
  const [found] = await ctx.tx
    .select({ standing: standingApprovals, giver: users })
    .from(standingApprovals)
    .innerJoin(users, eq(users.id, standingApprovals.givenBy))
    .where(
      and(
        eq(standingApprovals.id, standingId),
        isNull(standingApprovals.revokedAt),
        gt(standingApprovals.expiresAt, ctx.now),
      ),
    )
    .for('update', { of: standingApprovals });
  // Who gave it and may not approve any more gives nothing any more.
  if (!found || !ctx.tenant.settings.approval.roles.some((role) => role === found.giver.role)) return false;
  const [used] = await ctx.tx
    .select({ count: count() })
    .from(approvals)
    .where(
      and(
        eq(approvals.standingId, standingId),
        gt(approvals.decidedAt, new Date(ctx.now.getTime() - DAY_MS)),
      ),
    );
  if ((used?.count ?? 0) >= found.standing.maxPerDay) return false;
  const { giver, standing } = found;
  const [row] = await ctx.tx
    .update(approvals)
    .set({
      ...{ status: 'approved', standingId, decidedAt: ctx.now },
      ...{ decidedBy: giver.id, decidedRole: giver.role, decidedSurface: 'standing' },
    })
    .where(and(eq(approvals.id, approvalId), eq(approvals.status, 'requested')))
    .returning();
  if (!row) return false;
  const by = { userId: giver.id, name: giver.name, role: giver.role, surface: 'standing' };
  await approveRow(ctx, { row, by, campaign: null, standing: { id: standing.id, digest: standing.digest } });
  return true;
}
