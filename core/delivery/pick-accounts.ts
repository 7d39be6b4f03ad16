import { asc, eq } from 'drizzle-orm';
import { channelAccounts } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { SendingAccount } from './open-senders.ts';

/** The account of each channel that sends: the first that was made and is enabled. */
export async function pickAccounts(ctx: Ctx): Promise<Map<string, SendingAccount>> {
  const rows = await ctx.tx
    .select()
    .from(channelAccounts)
    .where(eq(channelAccounts.isEnabled, true))
    .orderBy(asc(channelAccounts.createdAt), asc(channelAccounts.id));
  const picked = new Map<string, SendingAccount>();
  for (const { id, tenantId, channel, provider, sealedSettings } of rows) {
    if (!picked.has(channel)) picked.set(channel, { id, tenantId, channel, provider, sealedSettings });
  }
  return picked;
}
