import type { ChannelRegistry } from '../../channels/contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { createAccount } from './create-account.ts';

type Input = { channels: ChannelRegistry; smtp?: { url: string; from?: string | undefined } | undefined };

/**
 * Gives a new workspace one sender for each channel that its settings order: its stand-in, and for e-mail the mail server of the settings where
 * there is one. A workspace that has any account is left alone: the environment only begins it.
 */
export async function bootstrapAccounts(ctx: Ctx, { channels, smtp }: Input): Promise<void> {
  const [any] = await ctx.tx.select({ id: channelAccounts.id }).from(channelAccounts).limit(1);
  if (any) return;
  const ordered = new Set(ctx.tenant.settings.channelOrder);
  for (const channel of channels.keys()) {
    if (!ordered.has(channel)) continue;
    const sender =
      channel === 'email' && smtp
        ? { provider: 'smtp', name: 'Mail server', settings: smtp }
        : { provider: 'standin', name: 'Outbox', settings: {} };
    await createAccount(ctx, { channels, channel, ...sender });
  }
}
