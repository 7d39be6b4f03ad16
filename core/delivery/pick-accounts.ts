import { sql } from 'drizzle-orm';
import { isBroken, mayProbe } from '../../db/queries/breaker.ts';
import type { Ctx } from '../context.ts';
import type { SendingAccount } from './open-senders.ts';

/** `isUnclear`: of something that it sent nobody knows yet what became of it. */
export type PickedAccount = SendingAccount & { isLimited: boolean; isUnclear: boolean };

/** The account of each channel that sends: the first that was made and is enabled; while that rests, the next. */
export async function pickAccounts(ctx: Ctx): Promise<Map<string, PickedAccount>> {
  const { rows } = await ctx.tx.execute<PickedAccount>(sql`
    select distinct on (a.channel) a.id, a.tenant_id as "tenantId", a.channel, a.provider,
      a.sealed_settings as "sealedSettings", jsonb_array_length(a.limits || a.reported_limits) > 0 as "isLimited",
      exists (select 1 from messages m where m.status = 'unknown' and m.account_id = a.id) as "isUnclear"
    from channel_accounts a where a.is_enabled
    order by a.channel, ${isBroken(sql`a`)} and not ${mayProbe(sql`a`)}, a.created_at, a.id`);
  return new Map(rows.map((account) => [account.channel, account]));
}
