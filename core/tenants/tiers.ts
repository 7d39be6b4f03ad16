import { and, count, eq, gte, isNull } from 'drizzle-orm';
import { channelAccounts, messages, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';

/** What a workspace may use, and how much of it; null: as much as it likes. */
export type Tier = {
  name: string;
  limits: {
    seats: number | null;
    /** Accounts to send from. */
    channels: number | null;
    sendsPerMonth: number | null;
    /** Recipients of one campaign. */
    audience: number | null;
    /** Variants of one campaign beside each other. */
    variants: number | null;
  };
  features: { webhooks: boolean; widget: boolean; offers: boolean; standing: boolean };
};

const ALL = { webhooks: true, widget: true, offers: true, standing: true };
const NO_LIMITS = { seats: null, channels: null, sendsPerMonth: null, audience: null, variants: null };

const TIERS: readonly Tier[] = [
  {
    name: 'starter',
    limits: { seats: 3, channels: 2, sendsPerMonth: 1_000, audience: 500, variants: 1 },
    features: { webhooks: false, widget: false, offers: false, standing: false },
  },
  {
    name: 'team',
    limits: { seats: 25, channels: 6, sendsPerMonth: 50_000, audience: 10_000, variants: 2 },
    features: { ...ALL, webhooks: false },
  },
  {
    name: 'business',
    limits: { seats: 250, channels: 20, sendsPerMonth: 1_000_000, audience: 200_000, variants: 4 },
    features: ALL,
  },
  { name: 'unlimited', limits: NO_LIMITS, features: ALL },
];

export const TIER_NAMES = TIERS.map(({ name }) => name);

/** The tier of that name. A name that this version does not know is a bug of whoever wrote it: nothing is granted by it. */
export const findTier = (name: string): Tier => {
  const tier = TIERS.find((one) => one.name === name);
  if (!tier) throw new Error(`There is no tier "${name}".`);
  return tier;
};

type Limit = keyof Tier['limits'];

const WORDS: Record<Limit, string> = {
  seats: 'people',
  channels: 'accounts to send from',
  sendsPerMonth: 'messages a month',
  audience: 'recipients of one campaign',
  variants: 'variants of one campaign',
};

/** Throws `tier:limit` when that would be more than the workspace's tier has. */
export function demandWithin({ tenant: { tier } }: Ctx, limit: Limit, wanted: number): void {
  const most = tier.limits[limit];
  if (most === null || wanted <= most) return;
  throw new AppError(
    'tier:limit',
    `The tier ${tier.name} has ${most} ${WORDS[limit]}; this would be ${wanted}.`,
    {
      nextStep: 'Use less, or ask whoever runs this installation for another tier.',
      where: { limit, most, wanted },
    },
  );
}

/** Throws `tier:limit` unless the workspace's tier has the feature. */
export function demandFeature({ tenant: { tier } }: Ctx, feature: keyof Tier['features']): void {
  if (tier.features[feature]) return;
  throw new AppError('tier:limit', `The tier ${tier.name} has no ${feature}.`, {
    nextStep: 'Ask whoever runs this installation for another tier.',
    where: { feature },
  });
}

/** One more person. */
export async function demandSeat(ctx: Ctx): Promise<void> {
  const [row] = await ctx.tx.select({ taken: count() }).from(users).where(isNull(users.disabledAt));
  demandWithin(ctx, 'seats', row!.taken + 1);
}

/** One more account to send from. */
export async function demandAccount(ctx: Ctx): Promise<void> {
  const [row] = await ctx.tx
    .select({ taken: count() })
    .from(channelAccounts)
    .where(eq(channelAccounts.isEnabled, true));
  demandWithin(ctx, 'channels', row!.taken + 1);
}

/** A campaign to so many, beside what this month (of the workspace's calendar) has queued already. */
export async function demandSends(ctx: Ctx, recipients: number): Promise<void> {
  demandWithin(ctx, 'audience', recipients);
  if (ctx.tenant.tier.limits.sendsPerMonth === null) return;
  const [row] = await ctx.tx
    .select({ queued: count() })
    .from(messages)
    .where(and(gte(messages.createdAt, new Date(`${ctx.today.slice(0, 7)}-01T00:00:00Z`))));
  demandWithin(ctx, 'sendsPerMonth', row!.queued + recipients);
}
