import { eq } from 'drizzle-orm';
import { channelAccounts } from '../../db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';

/** As the contract's event has it; `at`: when the provider decided it. */
export type ReportedLimit = {
  accountId: string;
  perMs: number;
  max: number | null;
  instead: number;
  at: Date;
};

/**
 * Keeps what a provider reports of how much an account may send, the newest of each window, in whatever order they come. It
 * takes the place of what was taken for it before (`instead`); a limit that somebody typed stays beside it, were it the same.
 */
export async function learnLimit(
  ctx: Ctx,
  { accountId, perMs, max, instead, at }: ReportedLimit,
): Promise<void> {
  const [account] = await ctx.tx
    .select()
    .from(channelAccounts)
    .where(eq(channelAccounts.id, accountId))
    .for('no key update');
  if (!account) return;
  const before = account.reportedLimits.find((one) => one.perMs === perMs);
  if (before && new Date(before.at) >= at) return;
  const reported = { perMs, max, at: at.toISOString() };
  await ctx.tx
    .update(channelAccounts)
    .set({
      limits: account.limits.filter((one) => one.isOwn || one.perMs !== perMs || one.max !== instead),
      reportedLimits: [...account.reportedLimits.filter((one) => one !== before), reported],
    })
    .where(eq(channelAccounts.id, accountId));
  await recordAudit(ctx, { action: 'account.limit_reported', subject: accountId, data: reported });
}
