import { and, eq } from 'drizzle-orm';
import type { ChannelRegistry, LimitWindow, Provider } from '../../channels/contract.ts';
import { channelAccounts } from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import type { Money } from '../../lib/money.ts';
import { joinWords } from '../../lib/text.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { demandAccount } from '../tenants/tiers.ts';

export type NewAccount = {
  channels: ChannelRegistry;
  channel: string;
  /** A provider of that channel; `settings` are what its own schema asks for. */
  provider: string;
  name: string;
  settings: unknown;
  /** The provider's defaults where nothing is given. */
  limits?: readonly LimitWindow[];
  /** What one message costs; without it nobody knows. */
  price?: Money | undefined;
};

/**
 * Adds a sender to a channel. Its settings are sealed: nothing reads them back but sending. Throws `channel:unknown`
 * for a channel or provider that is not there, `input:invalid` for settings that do not fit, naming the setting and
 * never its value, and for a name that the channel has already.
 */
export async function createAccount(ctx: Ctx, account: NewAccount): Promise<{ id: string }> {
  demand(ctx.actor, 'administer');
  await demandAccount(ctx);
  const provider = findProvider(account);
  const settings = checkSettings(provider, account);
  await refuseTaken(ctx, account);
  const { channel, name, limits } = account;
  const [row] = await ctx.tx
    .insert(channelAccounts)
    .values({
      tenantId: ctx.tenant.id,
      channel,
      provider: provider.key,
      name,
      sealedSettings: seal(ctx.keys.seal, JSON.stringify(settings)),
      limits: limits ? typedLimits(limits) : [...provider.defaultLimits],
      price: account.price ?? null,
      needsTemplates: provider.templates?.isRequired ?? false,
    })
    .returning({ id: channelAccounts.id });
  const data = { channel, provider: provider.key, name };
  await recordAudit(ctx, { action: 'account.created', subject: row!.id, data });
  return row!;
}

/** As somebody typed them: what a provider reports later takes the place of none of them. */
export const typedLimits = (limits: readonly LimitWindow[]) =>
  limits.map(({ perMs, max }) => ({ perMs, max, isOwn: true as const }));

function findProvider({ channels, channel, provider }: NewAccount): Provider {
  const found = channels.get(channel);
  if (!found)
    throw new AppError('channel:unknown', `There is no channel "${channel}".`, {
      nextStep: `There are ${joinWords([...channels.keys()])}.`,
    });
  const carrier = Object.hasOwn(found.providers, provider) ? found.providers[provider] : undefined;
  if (!carrier)
    throw new AppError('channel:unknown', `Nothing called "${provider}" carries ${found.label}.`, {
      nextStep: `There is ${joinWords(Object.keys(found.providers))}.`,
    });
  return carrier;
}

/** Answers what was given, not what the schema made of it: defaults that change later apply to old accounts too. */
function checkSettings(provider: Provider, { settings }: NewAccount): unknown {
  const parsed = provider.settings.safeParse(settings);
  if (parsed.success) return settings;
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'the settings'))];
  throw new AppError('input:invalid', `These settings of ${provider.key} are wrong: ${joinWords(wrong)}.`, {
    where: { settings: wrong },
    nextStep: 'Correct them; docs/channels.md says what each of them is.',
  });
}

async function refuseTaken(ctx: Ctx, { channel, name }: NewAccount): Promise<void> {
  const [taken] = await ctx.tx
    .select({ id: channelAccounts.id })
    .from(channelAccounts)
    .where(and(eq(channelAccounts.channel, channel), eq(channelAccounts.name, name)));
  if (!taken) return;
  throw new AppError('input:invalid', `There is an account called "${name}" on this channel.`, {
    where: { name },
    nextStep: 'Choose another name.',
  });
}
