// Estimates from a sample of the facts' pages, for questions that would read more than a moment allows.
import type { SQL } from 'drizzle-orm';
import { factsSize, planOf, type TableSize } from '../../db/queries/audience-count.ts';
import type { Ctx } from '../context.ts';
import { once } from '../reading-once.ts';

/** `low` and `high` hold the true number in nineteen of twenty samples. */
export type Range = { low: number; high: number };
/** An exact number is both ends of its range. */
export type Count = Range & { value: number; isExact: boolean };

/** When to estimate: with as many rows in the table, and a plan that costs more, in the query planner's unit. */
export type Dear = { rows: number; cost: number };

// Below as many rows no count is worth asking how long it takes. Some eight hundred thousand entries of an index cost
// as much, about a tenth of a second; a sample is there in a third of that.
export const DEAR: Dear = { rows: 200_000, cost: 15_000 };
// Some thirty rows each: an interval of a few percent for a share of a tenth, in a fraction of a second.
export const PAGES = 400;
// Where much is looked up of each row.
export const FEWER_PAGES = 125;

/** The size of the facts' table, when it is so large that a question may be dear; else null. */
export async function largeTable(ctx: Ctx, dear: Dear): Promise<TableSize | null> {
  const size = await once(ctx, 'size of the facts', async () => {
    const { rows } = await ctx.tx.execute<TableSize>(factsSize);
    return rows[0]!;
  });
  return size.rows < dear.rows ? null : size;
}

export async function isDear(ctx: Ctx, statement: SQL, dear: Dear): Promise<boolean> {
  const { rows } = await ctx.tx.execute<{ 'QUERY PLAN': [{ Plan: { 'Total Cost': number } }] }>(
    planOf(statement),
  );
  return rows[0]!['QUERY PLAN'][0].Plan['Total Cost'] > dear.cost;
}

/** So many of the pages, each as likely as any other, the same ones each time: an answer asked again is the same. */
export function drawPages(pages: number, most: number): number[] {
  if (pages <= most) return Array.from({ length: pages }, (_, page) => page);
  const drawn = new Set<number>();
  for (let state = 1; drawn.size < most; ) {
    // The constants of Numerical Recipes; the high bits are the random ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    drawn.add(Math.floor((state / 2 ** 32) * pages));
  }
  return [...drawn];
}

/** What was found on the pages drawn, and the sum of the squares of what each of them had. */
export type Hits = { hits: number; squares: number };
/** How many pages were drawn of how many. */
export type Drawn = { drawn: number; pages: number };

/**
 * The total from pages drawn at random without replacement, and its interval at 95 % by the normal approximation: the
 * mean of a page times the pages, its variance pages² · (1 − drawn ÷ pages) · s² ÷ drawn (Cochran, Sampling Techniques,
 * 2.5). Finding none still leaves room for three in as many pages as were drawn (the rule of three).
 */
export function estimate({ hits, squares }: Hits, { drawn, pages }: Drawn): Count {
  const value = Math.round((hits * pages) / drawn);
  const variance = (squares - hits ** 2 / drawn) / Math.max(1, drawn - 1);
  const error = 1.96 * pages * Math.sqrt(((1 - drawn / pages) * variance) / drawn);
  const isExact = drawn === pages;
  const none = hits === 0 && !isExact ? (3 * pages) / drawn : 0;
  return {
    value,
    low: Math.max(hits, Math.floor(value - error)),
    high: Math.ceil(value + error + none),
    isExact,
  };
}

/** Everything was read. */
export const WHOLE: Drawn = { drawn: 1, pages: 1 };
