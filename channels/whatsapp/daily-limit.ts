import { z } from 'zod';
import type { ChannelEvent, LimitWindow } from '../contract.ts';

/** People in a moving day, until Meta reports another figure. */
export const DAILY: LimitWindow = { perMs: 24 * 3_600_000, max: 1000 };

const tier = z.union([z.int(), z.string()]);
const update = z.object({
  max_daily_conversations_per_business: tier.optional(),
  // Its name before limits were a portfolio's.
  max_daily_conversation_per_phone: tier.optional(),
});

type Told = { field: string; value: unknown; entry: string; at: Date };

/** What a business portfolio may send, as `business_capability_update` tells it: a number, or a tier such as TIER_2K. */
export function toLimit({ field, value, entry, at }: Told): ChannelEvent[] {
  if (field !== 'business_capability_update') return [];
  const told = update.safeParse(value).data;
  const max = readTier(told?.max_daily_conversations_per_business ?? told?.max_daily_conversation_per_phone);
  if (max === undefined) return [];
  const externalId = `limit:${entry}:${at.getTime()}`;
  return [{ kind: 'limit', perMs: DAILY.perMs, max, instead: DAILY.max, externalId, at }];
}

/** Null: without a limit. Undefined: nothing that anybody knows. */
function readTier(said: string | number | undefined): number | null | undefined {
  const text = String(said ?? '');
  if (text === '-1' || text === 'TIER_UNLIMITED') return null;
  const [, figure, thousand] = /^(?:TIER_)?(\d{1,7})(K?)$/.exec(text) ?? [];
  const max = Number(figure) * (thousand ? 1000 : 1);
  return max > 0 ? max : undefined;
}
