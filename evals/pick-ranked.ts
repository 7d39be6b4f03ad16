import type { Filter } from '../core/audience/filter.ts';
import { resolveAudience } from '../core/audience/resolve-audience.ts';
import type { Ctx } from '../core/context.ts';
import type { Customer } from './grade-answer.ts';

type Input = { filter: Filter; size: number; by: string; from: 'top' | 'bottom' };
/** `sure` rank before the last value that counts; any of `tied` may fill the rest. */
export type Ranked = { sure: Customer[]; tied: Customer[] };

/**
 * The customers of a filter with the highest or lowest values of a number or money field, found through filters alone:
 * by halving the range. Those whose value is not known have no rank.
 */
export async function pickRanked(ctx: Ctx, { filter, size, by, from }: Input): Promise<Ranked> {
  // The lowest are those whose value times -1 reaches highest.
  const bound = (limit: number) => (from === 'top' ? { from: limit, to: null } : { from: null, to: -limit });
  const reaching = async (limit: number): Promise<Customer[]> => {
    const reaches = { op: 'between' as const, field: by, ...bound(limit) };
    return (await resolveAudience(ctx, { filter: { all: [filter, reaches] } })).customers;
  };
  const isEnough = async (limit: number) => (await reaching(limit)).length >= size;
  let [low, high] = await enclose(isEnough);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await isEnough(middle)) low = middle;
    else high = middle;
  }
  const [sure, all] = [await reaching(high), await reaching(low)];
  const ids = new Set(sure.map(({ id }) => id));
  return { sure, tied: all.filter(({ id }) => !ids.has(id)) };
}

// More than any price in minor units, and small enough to be halved to one in 50 steps.
const MOST = 1e15;

/** Two limits with the last one that is enough between them. */
async function enclose(isEnough: (limit: number) => Promise<boolean>): Promise<[number, number]> {
  let [low, high] = [0, 1];
  while (high < MOST && (await isEnough(high))) [low, high] = [high, high * 4];
  if (low > 0) return [low, high];
  [low, high] = [-1, 1];
  while (low > -MOST && !(await isEnough(low))) [low, high] = [low * 4, low];
  return [low, high];
}
