import { type SQL, sql } from 'drizzle-orm';
import {
  exactCount,
  factsSize,
  planOf,
  sampledCount,
  type TableSize,
} from '../../db/queries/audience-count.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { amountOf } from './compile-clause.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { type Filter, isClause, type Top } from './filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';

/** `low` and `high` hold the true number in nineteen of twenty samples; an exact count is both. */
export type Count = { value: number; low: number; high: number; isExact: boolean };

/** When to estimate: with as many rows in the table, and a plan that costs more, in the query planner's unit. */
export type Dear = { rows: number; cost: number };
type Input = { filter: unknown; isExact?: boolean | undefined; dear?: Dear };

// Below as many rows no count is worth asking how long it takes. What an index serves of ten million rows costs less,
// reading a whole million costs more.
const DEAR: Dear = { rows: 200_000, cost: 30_000 };
// Some thirty rows each: an interval of a few percent for a share of a tenth, in a fraction of a second.
const PAGES = 400;

/**
 * How many active customers match for certain today. Where counting would read more than a moment allows, it answers
 * an estimate from a sample of the table's pages with its interval, unless `isExact` asks to wait for the number.
 */
export async function countAudience(ctx: Ctx, input: Input) {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, input.filter);
  const filter = checkFilter(input.filter, scope.fields);
  const { condition, size } = countable(filter, scope);
  const table = input.isExact ? null : await tooMany(ctx, { condition, dear: input.dear ?? DEAR });
  const among = table ? await sample(ctx, condition, table) : await exactly(ctx, condition);
  const [value, low, high] = [among.value, among.low, among.high].map(size);
  const count: Count = { value: value!, low: low!, high: high!, isExact: among.isExact };
  return { filter, words: describeFilter(filter, scope), count };
}

type Countable = { condition: SQL; size: (among: number) => number };

/** How many are the highest of a field needs no ranking: as many as asked, of those who have a value. */
function countable(filter: Filter, scope: FilterScope): Countable {
  const parts = 'all' in filter ? filter.all : [filter];
  const tops = parts.filter((part): part is Top => isClause(part) && part.op === 'top');
  const [top] = tops;
  if (!top || tops.length > 1) return { condition: compileFilter(filter, scope), size: (among) => among };
  const rest = compileFilter({ all: parts.filter((part) => part !== top) }, scope);
  const field = scope.fields.find(({ key }) => key === top.field)!;
  return {
    condition: top.seed ? rest : sql`(${rest}) and ${amountOf(field, scope)} is not null`,
    size: (among) =>
      top.count === undefined ? Math.ceil((among * top.percent!) / 100) : Math.min(among, top.count),
  };
}

/** The size of the table, when counting in it would take too long; else null. */
async function tooMany(
  ctx: Ctx,
  { condition, dear }: { condition: SQL; dear: Dear },
): Promise<TableSize | null> {
  const { rows } = await ctx.tx.execute<TableSize>(factsSize);
  const size = rows[0]!;
  if (size.rows < dear.rows) return null;
  const { rows: plans } = await ctx.tx.execute<{ 'QUERY PLAN': [{ Plan: { 'Total Cost': number } }] }>(
    planOf(exactCount(condition)),
  );
  return plans[0]!['QUERY PLAN'][0].Plan['Total Cost'] > dear.cost ? size : null;
}

async function exactly(ctx: Ctx, condition: SQL): Promise<Count> {
  const { rows } = await ctx.tx.execute<{ value: number }>(exactCount(condition));
  const { value } = rows[0]!;
  return { value, low: value, high: value, isExact: true };
}

async function sample(ctx: Ctx, condition: SQL, { pages }: TableSize): Promise<Count> {
  const blocks = drawPages(pages, PAGES);
  const { rows } = await ctx.tx.execute<Hits>(sampledCount(condition, blocks));
  return estimate(rows[0]!, { drawn: blocks.length, pages });
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

type Hits = { hits: number; squares: number };

/**
 * The total from pages drawn at random without replacement, and its interval at 95 % by the normal approximation: the
 * mean of a page times the pages, its variance pages² · (1 − drawn ÷ pages) · s² ÷ drawn (Cochran, Sampling Techniques,
 * 2.5). Finding none still leaves room for three in as many pages as were drawn (the rule of three).
 */
export function estimate({ hits, squares }: Hits, { drawn, pages }: { drawn: number; pages: number }): Count {
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
