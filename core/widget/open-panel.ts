import { eq } from 'drizzle-orm';
import type { ChannelRegistry } from '../../channels/contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import { createAccount } from '../accounts/create-account.ts';
import type { Ctx } from '../context.ts';
import { WIDGET_CHANNEL } from './visitor.ts';

/** The account by which the desk's answers reach the panel, made with the first visit; one that is there, in use or not, stays. */
export async function openPanel(ctx: Ctx, { channels }: { channels: ChannelRegistry }): Promise<void> {
  const [known] = await ctx.tx
    .select({ id: channelAccounts.id })
    .from(channelAccounts)
    .where(eq(channelAccounts.channel, WIDGET_CHANNEL))
    .limit(1);
  if (known) return;
  const panel = { channel: WIDGET_CHANNEL, provider: 'panel', name: 'Web site', settings: {} };
  await createAccount(ctx, { channels, ...panel });
}
