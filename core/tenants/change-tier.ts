import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tenants } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { FEATURE_NAMES, findTier, LIMITS, TIER_NAMES, tierChanges } from './tiers.ts';

export const tierChange = z.union([
  z.strictObject({ tier: z.string() }),
  /** Null: no limit; `usual`: as the tier has it. */
  z.strictObject({
    limit: z.enum(LIMITS),
    most: z.union([z.int().nonnegative(), z.null(), z.literal('usual')]),
  }),
  z.strictObject({ feature: z.enum(FEATURE_NAMES), is: z.enum(['on', 'off', 'usual']) }),
]);
export type TierChange = z.infer<typeof tierChange>;

/**
 * Gives the workspace another tier, or one limit or feature otherwise than its tier has it; the log of the workspace has
 * it. Only for the machine itself: no person of a workspace. Throws `auth:forbidden`, `input:invalid`.
 */
export async function changeTier(ctx: Ctx, change: TierChange): Promise<void> {
  if (ctx.actor.kind !== 'system')
    throw new AppError('auth:forbidden', 'A tier is given by whoever runs this installation.');
  if ('tier' in change && !TIER_NAMES.includes(change.tier))
    throw new AppError('input:invalid', `There is no tier ${change.tier}.`, {
      nextStep: `There are ${TIER_NAMES.join(', ')}.`,
    });
  const ofThis = eq(tenants.id, ctx.tenant.id);
  const [before] = await ctx.tx.select().from(tenants).where(ofThis).for('update');
  const next = applied(before!, change);
  await ctx.tx.update(tenants).set(next).where(ofThis);
  const data = { ...change, before: findTier(before!), after: findTier(next) };
  await recordAudit(ctx, { action: 'workspace.tier_changed', data });
}

type Row = { tier: string; tierChanges: unknown };

function applied({ tier, tierChanges: given }: Row, change: TierChange): Row {
  if ('tier' in change) return { tier: change.tier, tierChanges: given };
  const { limits, features } = tierChanges.parse(given);
  if ('limit' in change) {
    const { [change.limit]: _, ...rest } = limits;
    const { limit, most } = change;
    return { tier, tierChanges: { features, limits: most === 'usual' ? rest : { ...rest, [limit]: most } } };
  }
  const { [change.feature]: _, ...rest } = features;
  const { feature, is } = change;
  const next = is === 'usual' ? rest : { ...rest, [feature]: is === 'on' };
  return { tier, tierChanges: { limits, features: next } };
}
