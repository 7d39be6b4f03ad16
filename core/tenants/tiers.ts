import { count, eq, gte, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { channelAccounts, messages, users } from '../../db/schema/index.ts';
import { instantAt } from '../../lib/dates.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';
import { demand } from './roles.ts';

export const LIMITS = ['seats', 'channels', 'sendsPerMonth', 'audience', 'variants'] as const;
type Limit = (typeof LIMITS)[number];
export const FEATURE_NAMES = ['webhooks', 'widget', 'offers', 'standing'] as const;
type Feature = (typeof FEATURE_NAMES)[number];

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
  features: Record<Feature, boolean>;
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
    limits: { seats: 250, channels: 20, sendsPerMonth: 1_000_000, audience: 200_000, variants: 5 },
    features: ALL,
  },
  { name: 'unlimited', limits: NO_LIMITS, features: ALL },
];

export const TIER_NAMES = TIERS.map(({ name }) => name);

export const tierChanges = z.object({
  limits: z.partialRecord(z.enum(LIMITS), z.int().nonnegative().nullable()).default({}),
  features: z.partialRecord(z.enum(FEATURE_NAMES), z.boolean()).default({}),
});

/**
 * What a workspace may use: its tier, and what of it is otherwise here. A name that this version does not know is a bug of
 * whoever wrote it: nothing is granted by it.
 */
export function findTier(row: { tier: string; tierChanges: unknown }): Tier {
  const tier = TIERS.find((one) => one.name === row.tier);
  if (!tier) throw new Error(`There is no tier "${row.tier}".`);
  const { limits, features } = tierChanges.parse(row.tierChanges);
  return {
    name: tier.name,
    limits: { ...tier.limits, ...limits },
    features: { ...tier.features, ...features },
  };
}

const WORDS: Record<Limit, string> = {
  seats: 'people',
  channels: 'accounts to send from',
  sendsPerMonth: 'messages a month',
  audience: 'recipients of one campaign',
  variants: 'variants of one campaign',
};

const whoRaises = ({ slug }: Ctx['tenant']): string =>
  `Whoever runs this installation gives another tier: npx refrain workspace tier ${slug} <tier>.`;

type Wanted = { wanted: number; used?: number };

/**
 * Throws `tier:limit` when what is wanted, beside what is used of it already, is more than the workspace's tier has; it
 * says what the limit is, how much is used, and who raises it.
 */
export function demandWithin({ tenant }: Ctx, limit: Limit, { wanted, used = 0 }: Wanted): void {
  const { tier } = tenant;
  const most = tier.limits[limit];
  if (most === null || used + wanted <= most) return;
  const isCounted = used > 0 ? `; ${used} of them are used` : '';
  throw new AppError(
    'tier:limit',
    `The tier ${tier.name} has ${most} ${WORDS[limit]}${isCounted}, and this wants ${wanted}${used > 0 ? ' more' : ''}.`,
    { nextStep: `Use less. ${whoRaises(tenant)}`, where: { limit, most, used, wanted } },
  );
}

/** Throws `tier:limit` unless the workspace's tier has the feature. */
export function demandFeature({ tenant }: Ctx, feature: Feature): void {
  if (tenant.tier.features[feature]) return;
  throw new AppError('tier:limit', `The tier ${tenant.tier.name} does not have this: ${FEATURES[feature]}.`, {
    nextStep: whoRaises(tenant),
    where: { feature },
  });
}

const FEATURES: Record<Feature, string> = {
  webhooks: 'webhooks',
  widget: 'the widget',
  offers: 'offers with codes',
  standing: 'standing approvals',
};

/** One more person. */
export const demandSeat = async (ctx: Ctx): Promise<void> =>
  demandWithin(ctx, 'seats', { wanted: 1, used: await USED.seats(ctx) });

/** One more account to send from. */
export const demandAccount = async (ctx: Ctx): Promise<void> =>
  demandWithin(ctx, 'channels', { wanted: 1, used: await USED.channels(ctx) });

/** A campaign to so many, beside what this month has queued already. */
export async function demandSends(ctx: Ctx, recipients: number): Promise<void> {
  demandWithin(ctx, 'audience', { wanted: recipients });
  if (ctx.tenant.tier.limits.sendsPerMonth === null) return;
  demandWithin(ctx, 'sendsPerMonth', { wanted: recipients, used: await USED.sendsPerMonth(ctx) });
}

/**
 * That what was just queued is within the month. Between asking and the decision others may have queued theirs; two
 * that are decided at once come one after the other here.
 */
export async function demandQueued(ctx: Ctx, queued: number): Promise<void> {
  if (ctx.tenant.tier.limits.sendsPerMonth === null || queued === 0) return;
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sends ${ctx.tenant.id}`}, 0))`);
  const used = await USED.sendsPerMonth(ctx);
  demandWithin(ctx, 'sendsPerMonth', { wanted: queued, used: used - queued });
}

const countOf = async (rows: Promise<{ taken: number }[]>): Promise<number> => (await rows)[0]!.taken;

/** How much of what a workspace has as a whole is used; the others are of one campaign each. */
const USED = {
  seats: ({ tx }: Ctx) => countOf(tx.select({ taken: count() }).from(users).where(isNull(users.disabledAt))),
  channels: ({ tx }: Ctx) =>
    countOf(tx.select({ taken: count() }).from(channelAccounts).where(eq(channelAccounts.isEnabled, true))),
  /** Queued since this month began, by the workspace's calendar. */
  sendsPerMonth: ({ tx, today, tenant }: Ctx) => {
    const since = instantAt(`${today.slice(0, 7)}-01`, '00:00', tenant.settings.timeZone);
    return countOf(tx.select({ taken: count() }).from(messages).where(gte(messages.createdAt, since)));
  },
};

const many = z.int().nonnegative().nullable();
export const tierUse = z.object({
  name: z.string(),
  limits: z.array(
    z.object({
      limit: z.enum(LIMITS),
      most: many.describe('Null: as much as it likes.'),
      used: many.describe('Null where it is a matter of one campaign.'),
    }),
  ),
  features: z.record(z.enum(FEATURE_NAMES), z.boolean()),
});
export type TierUse = z.infer<typeof tierUse>;

/** What the workspace may use, and how much of it it does. */
export async function readTierUse(ctx: Ctx): Promise<TierUse> {
  demand(ctx.actor, 'read');
  const { name, limits, features } = ctx.tenant.tier;
  const used: Partial<Record<Limit, number>> = {
    seats: await USED.seats(ctx),
    channels: await USED.channels(ctx),
    sendsPerMonth: await USED.sendsPerMonth(ctx),
  };
  return {
    name,
    limits: LIMITS.map((limit) => ({ limit, most: limits[limit], used: used[limit] ?? null })),
    features,
  };
}
