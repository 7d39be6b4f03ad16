import type { LimitWindow } from '../../channels/contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export type NewAccount = {
  channel: string;
  /** A provider of that channel; `settings` are what its own schema asks for. */
  provider: string;
  name: string;
  settings: unknown;
  limits: readonly LimitWindow[];
};

/** Adds a sender to a channel. Its settings are sealed: nothing reads them back but sending. */
export async function createAccount(
  ctx: Ctx,
  { settings, limits, ...account }: NewAccount,
): Promise<{ id: string }> {
  demand(ctx.actor, 'administer');
  const [row] = await ctx.tx
    .insert(channelAccounts)
    .values({
      ...account,
      tenantId: ctx.tenant.id,
      sealedSettings: seal(ctx.keys.seal, JSON.stringify(settings)),
      limits: [...limits],
    })
    .returning({ id: channelAccounts.id });
  const { channel, provider, name } = account;
  await recordAudit(ctx, { action: 'account.created', subject: row!.id, data: { channel, provider, name } });
  return { id: row!.id };
}
