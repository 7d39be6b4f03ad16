import { and, eq } from 'drizzle-orm';
import type { LimitWindow } from '../../channels/contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import type { Money } from '../../lib/money.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { demandAccount } from '../tenants/tiers.ts';
import { typedLimits } from './create-account.ts';

export type AccountChange = {
  accountId: string;
  /** A disabled account sends nothing; what waits goes by the next one of its channel. */
  isEnabled?: boolean | undefined;
  limits?: readonly LimitWindow[] | undefined;
  /** What one message costs from now on; null takes it away. */
  price?: Money | null | undefined;
};

/** Changes how a sender is used, never its secrets: those come with a new one. Throws `account:unknown`, `tier:limit`. */
export async function changeAccount(
  ctx: Ctx,
  { accountId, isEnabled, limits, price }: AccountChange,
): Promise<void> {
  demand(ctx.actor, 'administer');
  if (isEnabled) await demandOneMore(ctx, accountId);
  const change = {
    ...(isEnabled === undefined ? {} : { isEnabled }),
    ...(price === undefined ? {} : { price }),
    ...(limits === undefined ? {} : { limits: typedLimits(limits) }),
  };
  const changed = isId(accountId)
    ? await ctx.tx
        .update(channelAccounts)
        .set(change)
        .where(eq(channelAccounts.id, accountId))
        .returning({ id: channelAccounts.id })
    : [];
  if (changed.length === 0) throw new AppError('account:unknown', 'There is no such sender.');
  await recordAudit(ctx, { action: 'account.changed', subject: accountId, data: change });
}

/** Another one to send from, where it was none. */
async function demandOneMore(ctx: Ctx, accountId: string): Promise<void> {
  if (!isId(accountId)) return;
  const [off] = await ctx.tx
    .select({ id: channelAccounts.id })
    .from(channelAccounts)
    .where(and(eq(channelAccounts.id, accountId), eq(channelAccounts.isEnabled, false)));
  if (off) await demandAccount(ctx);
}
