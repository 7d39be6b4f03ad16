import { type SQL, sql } from 'drizzle-orm';
import { audienceFacets, type FacetRow } from '../../db/queries/audience-facets.ts';
import { countMatching } from '../../db/queries/audience-members.ts';
import { type NearestRow, nearestAround } from '../../db/queries/nearest-values.ts';
import { resolveDay } from '../../lib/relative-day.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { amountOf } from './compile-clause.ts';
import { compileFilter } from './compile-filter.ts';
import { dayOf } from './compile-moment.ts';
import { describeFilter } from './describe-filter.ts';
import { facetColumn } from './facet-column.ts';
import { type Clause, type Filter, isClause } from './filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';
import { nearestWords } from './nearest-words.ts';

/** A condition that left nobody, and what in its place would leave somebody, the nearest first. */
export type Culprit = {
  words: string;
  /** How many there would be without it. */
  without: number;
  instead: { clause: Clause; words: string; customers: number }[];
};

/**
 * Of a filter that admits nobody, the conditions without which it would admit somebody, each with the nearest
 * conditions on the same field that somebody meets. Empty when somebody matches, when no single condition is to blame,
 * and for more than twenty conditions.
 */
export async function nearestClauses(ctx: Ctx, input: { filter: unknown }): Promise<Culprit[]> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, input.filter);
  return culpritsOf(ctx, { filter: checkFilter(input.filter, scope.fields), scope });
}

// Each is tried without each: of more nobody would look at the answer.
const MOST_PARTS = 20;

/** The same of a filter that was checked already. */
export async function culpritsOf(
  ctx: Ctx,
  { filter, scope }: { filter: Filter; scope: FilterScope },
): Promise<Culprit[]> {
  const parts = !isClause(filter) && 'all' in filter ? filter.all : [filter];
  if (parts.length > MOST_PARTS) return [];
  const others = parts.map((_part, at): Filter => ({ all: parts.filter((_other, index) => index !== at) }));
  const [all, ...without] = await count(
    ctx,
    [filter, ...others].map((one) => compileFilter(one, scope)),
  );
  if (all! > 0) return [];
  const culprits: Culprit[] = [];
  for (const [at, part] of parts.entries()) {
    if (without[at]! === 0) continue;
    const rest = compileFilter(others[at]!, scope);
    const instead = isClause(part) ? await insteadOf(ctx, { clause: part, rest, scope }) : [];
    culprits.push({ words: describeFilter(part, scope), without: without[at]!, instead });
  }
  return culprits;
}

async function count(ctx: Ctx, conditions: SQL[]): Promise<number[]> {
  const { rows } = await ctx.tx.execute<{ counts: number[] }>(
    countMatching(conditions, { status: 'active' }),
  );
  return rows[0]!.counts;
}

type Asked = { clause: Clause; rest: SQL; scope: FilterScope };

async function insteadOf(ctx: Ctx, asked: Asked): Promise<Culprit['instead']> {
  const { rest, scope } = asked;
  const clauses = await candidates(ctx, asked);
  if (clauses.length === 0) return [];
  const counts = await count(
    ctx,
    clauses.map((clause) => sql`(${rest}) and ${compileFilter(clause, scope)}`),
  );
  return clauses
    .map((clause, at) => ({ clause, words: describeFilter(clause, scope), customers: counts[at]! }))
    .filter(({ customers }) => customers > 0);
}

async function candidates(ctx: Ctx, asked: Asked): Promise<Clause[]> {
  const { clause } = asked;
  if (clause.op === 'between') return besideRange(ctx, asked);
  if (clause.op === 'did') return [{ op: 'did', field: clause.field, from: null, to: null }];
  const words = clause.op === 'in' ? clause.values.map(String) : 'text' in clause ? [clause.text] : [];
  const values = await valuesAmong(ctx, asked);
  const near = words.flatMap((word) => nearestWords(word, values));
  const best = [...new Set([...near, ...values])].slice(0, MOST_CANDIDATES);
  return best.map((value) => ({ op: 'in', field: clause.field, values: [value] }));
}

const MOST_CANDIDATES = 3;
// As many as a spelling may be compared with.
const MOST_VALUES = 200;

/** The values of the clause's field among those whom the rest admits, the most frequent first. */
async function valuesAmong(ctx: Ctx, { clause, rest, scope }: Asked): Promise<string[]> {
  const column = facetColumn(scope.fields.find(({ key }) => key === clause.field)!, scope);
  if (!column) return [];
  const { rows } = await ctx.tx.execute<FacetRow>(audienceFacets(rest, [column], MOST_VALUES));
  return rows.flatMap(({ value }) => value ?? []);
}

/** The range made wide enough for the next value below, and for the next above. */
async function besideRange(ctx: Ctx, { clause, rest, scope }: Asked): Promise<Clause[]> {
  if (clause.op !== 'between') return [];
  const field = scope.fields.find(({ key }) => key === clause.field)!;
  const isDate = field.kind === 'date';
  const value = isDate ? dayOf(amountOf(field, scope), field.key, scope) : amountOf(field, scope);
  const type = sql.raw(isDate ? 'date' : 'numeric');
  const end = (given: string | number | null | undefined) =>
    given == null ? null : sql`${isDate ? resolveDay(String(given), scope.today) : String(given)}::${type}`;
  const { rows } = await ctx.tx.execute<NearestRow>(
    nearestAround({ condition: rest, value, from: end(clause.from), to: end(clause.to) }),
  );
  const { below, above } = rows[0]!;
  const typed = (text: string) => (isDate ? text : Number(text));
  return [
    ...(above === null ? [] : [{ ...clause, to: typed(above) }]),
    ...(below === null ? [] : [{ ...clause, from: typed(below) }]),
  ];
}
