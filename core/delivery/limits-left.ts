import { sql } from 'drizzle-orm';
import { accountWindows } from '../../db/queries/account-windows.ts';
import type { Ctx } from '../context.ts';
import { once } from '../reading-once.ts';
import { demand } from '../tenants/roles.ts';

export type LimitLeft = { perMs: number; max: number; used: number; left: number };
export type AccountLimits = {
  accountId: string;
  channel: string;
  provider: string;
  name: string;
  price: { minor: number; currency: string } | null;
  windows: LimitLeft[];
};

/** What each enabled account may still send in its moving windows, in the order in which accounts are taken. */
export async function limitsLeft(ctx: Ctx): Promise<AccountLimits[]> {
  demand(ctx.actor, 'read');
  return once(ctx, 'limits left', () => askLimits(ctx));
}

async function askLimits(ctx: Ctx): Promise<AccountLimits[]> {
  const { rows } = await ctx.tx.execute<AccountLimits>(sql`
    select a.id as "accountId", a.channel, a.provider, a.name, a.price,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'perMs', w."perMs", 'max', w."max", 'used', u.used, 'left', greatest(0, w."max" - u.used)))
        from ${accountWindows(sql`a`)}
      ), '[]') as windows
    from channel_accounts a where a.is_enabled order by a.channel, a.created_at, a.id`);
  return rows;
}
