import { type SQL, sql } from 'drizzle-orm';
import {
  drawnCount,
  exactCount,
  gathersAll,
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
import {
  type Count,
  DEAR,
  type Dear,
  drawPages,
  estimate,
  type Hits,
  isDear,
  largeTable,
  PAGES,
} from './sample.ts';

type Input = {
  filter: unknown;
  isExact?: boolean | undefined;
  dear?: Dear;
  /** Of how many active customers so many are looked at, where what all of them did would have to be gathered. */
  drawn?: Drawing | undefined;
};
type Drawing = { total: number; most: number };

/**
 * How many active customers match for certain today. Where counting would read more than a moment allows, it answers
 * an estimate from a sample of the table's pages with its interval, unless `isExact` asks to wait for the number.
 */
export async function countAudience(ctx: Ctx, input: Input) {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, input.filter);
  const filter = checkFilter(input.filter, scope.fields);
  const { condition, size } = countable(filter, scope);
  const few = () => countable(filter, { ...scope, isFew: true }).condition;
  const among = (await tell(ctx, { ...input, condition, few })) ?? (await exactly(ctx, condition));
  const [value, low, high] = [among.value, among.low, among.high].map(size);
  const count: Count = { value: value!, low: low!, high: high!, isExact: among.isExact };
  return { filter, words: describeFilter(filter, scope), count };
}

/** `few` is the same condition as it is asked of a sample. */
type Asked = Omit<Input, 'filter'> & { condition: SQL; few: () => SQL };

/** An estimate, where one is wanted and enough. */
async function tell(ctx: Ctx, { isExact, dear = DEAR, drawn, condition, few }: Asked): Promise<Count | null> {
  if (isExact) return null;
  if (drawn && gathersAll(condition)) return draw(ctx, few(), drawn);
  const table = await largeTable(ctx, dear);
  return table && (await isDear(ctx, exactCount(condition), dear)) ? sample(ctx, few(), table) : null;
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

// Fewer say too little of how many they are.
const ENOUGH_HITS = 10;

/** Null where too few of those drawn are among them. */
async function draw(ctx: Ctx, condition: SQL, { total, most }: Drawing): Promise<Count | null> {
  const { rows } = await ctx.tx.execute<{ drawn: number; hits: number }>(drawnCount(condition, most));
  const { drawn, hits } = rows[0]!;
  return hits < ENOUGH_HITS ? null : estimate({ hits, squares: hits }, { drawn, pages: total });
}
