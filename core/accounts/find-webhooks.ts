import { inArray } from 'drizzle-orm';
import type { ChannelRegistry, Webhook } from '../../channels/contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import { unseal } from '../../lib/crypto.ts';
import { isId } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';

export type AccountWebhook = { channel: string; webhook: Webhook; settings: unknown };
type Account = typeof channelAccounts.$inferSelect;

/** How the provider of each account speaks to us; null for one that is not there or whose provider never calls. */
export async function findWebhooks(
  ctx: Ctx,
  { accountIds, channels }: { accountIds: readonly string[]; channels: ChannelRegistry },
): Promise<(AccountWebhook | null)[]> {
  const ids = [...new Set(accountIds)].filter(isId);
  const rows = ids.length
    ? await ctx.tx.select().from(channelAccounts).where(inArray(channelAccounts.id, ids))
    : [];
  const found = new Map(rows.map((row) => [row.id, webhookOf(ctx, row, channels)]));
  return accountIds.map((id) => found.get(id.toLowerCase()) ?? null);
}

function webhookOf(ctx: Ctx, row: Account, channels: ChannelRegistry): AccountWebhook | null {
  const provider = channels.get(row.channel)?.providers[row.provider];
  if (!provider?.webhook) return null;
  const settings = provider.settings.parse(JSON.parse(unseal(ctx.keys.seal, row.sealedSettings)));
  return { channel: row.channel, webhook: provider.webhook, settings };
}
