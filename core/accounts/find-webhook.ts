import { eq } from 'drizzle-orm';
import type { ChannelRegistry, Webhook } from '../../channels/contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import { unseal } from '../../lib/crypto.ts';
import { isId } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';

export type AccountWebhook = { channel: string; webhook: Webhook; settings: unknown };

/** How an account's provider speaks to us; null for an account that is not there or whose provider never calls. */
export async function findWebhook(
  ctx: Ctx,
  { accountId, channels }: { accountId: string; channels: ChannelRegistry },
): Promise<AccountWebhook | null> {
  const [row] = isId(accountId)
    ? await ctx.tx.select().from(channelAccounts).where(eq(channelAccounts.id, accountId))
    : [];
  const provider = row && channels.get(row.channel)?.providers[row.provider];
  if (!row || !provider?.webhook) return null;
  const settings = provider.settings.parse(JSON.parse(unseal(ctx.keys.seal, row.sealedSettings)));
  return { channel: row.channel, webhook: provider.webhook, settings };
}
