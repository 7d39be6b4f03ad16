import { asc } from 'drizzle-orm';
import type { LimitWindow } from '../../channels/contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import type { Money } from '../../lib/money.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export type Account = {
  id: string;
  channel: string;
  provider: string;
  name: string;
  limits: LimitWindow[];
  /** What one message costs; null where nobody said. */
  price: Money | null;
  isEnabled: boolean;
  createdAt: Date;
};

/** The senders of a workspace, the oldest of each channel first: it is the one that sends. Never their settings. */
export async function listAccounts(ctx: Ctx): Promise<Account[]> {
  demand(ctx.actor, 'read');
  const { id, channel, provider, name, limits, price, isEnabled, createdAt } = channelAccounts;
  const rows = await ctx.tx
    .select({ id, channel, provider, name, limits, price, isEnabled, createdAt })
    .from(channelAccounts)
    .orderBy(asc(channel), asc(createdAt), asc(id));
  return rows.map((row) => ({ ...row, limits: row.limits.map(({ perMs, max }) => ({ perMs, max })) }));
}
