import { type SQL, sql } from 'drizzle-orm';
import { customerRows, exactCount, planOf, sampledCount } from '../../db/queries/audience-count.ts';
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

type Input = { filter: unknown; isExact?: boolean | undefined };

// Below as many rows no count is worth asking how long it takes.
const FEW_ROWS = 200_000;
// In the planner's unit: what an index serves of ten million rows is below, reading a whole million is above.
const DEAR = 30_000;
// Pages of some twenty rows: enough for an interval of a few percent, few enough for a fraction of a second.
const SAMPLED_ROWS = 20_000;

/**
 * How many active customers match for certain today. Where counting would read more than a moment allows, it answers
 * an estimate from a sample of the table's pages with its interval, unless `isExact` asks to wait for the number.
 */
export async function countAudience(ctx: Ctx, input: Input) {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, input.filter);
  const filter = checkFilter(input.filter, scope.fields);
  const { condition, size } = countable(filter, scope);
  const rows = input.isExact ? null : await tooManyRows(ctx, condition);
  const among = rows === null ? await exactly(ctx, condition) : await sample(ctx, condition, rows);
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
async function tooManyRows(ctx: Ctx, condition: SQL): Promise<number | null> {
  const { rows: size } = await ctx.tx.execute<{ rows: number }>(customerRows);
  const rows = size[0]?.rows ?? 0;
  if (rows < FEW_ROWS) return null;
  const { rows: plans } = await ctx.tx.execute<{ 'QUERY PLAN': [{ Plan: { 'Total Cost': number } }] }>(
    planOf(exactCount(condition)),
  );
  return plans[0]!['QUERY PLAN'][0].Plan['Total Cost'] > DEAR ? rows : null;
}

async function exactly(ctx: Ctx, condition: SQL): Promise<Count> {
  const { rows } = await ctx.tx.execute<{ value: number }>(exactCount(condition));
  const { value } = rows[0]!;
  return { value, low: value, high: value, isExact: true };
}

async function sample(ctx: Ctx, condition: SQL, tableRows: number): Promise<Count> {
  const share = Math.min(1, SAMPLED_ROWS / tableRows);
  const { rows } = await ctx.tx.execute<Hits>(sampledCount(condition, share));
  return estimate(rows[0]!, share);
}

type Hits = { hits: number; squares: number };

/**
 * The Horvitz-Thompson estimate from pages drawn independently with one probability, and its interval at 95 % by the
 * normal approximation: the total is hits ÷ share, its variance Σ hits² · (1 − share) ÷ share². Finding none still
 * leaves room for three in as many pages as were drawn (the rule of three).
 */
export function estimate({ hits, squares }: Hits, share: number): Count {
  const value = Math.round(hits / share);
  const error = (1.96 * Math.sqrt(squares * (1 - share))) / share;
  const none = hits === 0 ? 3 / share : 0;
  return {
    value,
    low: Math.max(Math.round(hits), Math.floor(value - error)),
    high: Math.ceil(value + error + none),
    isExact: share === 1,
  };
}
