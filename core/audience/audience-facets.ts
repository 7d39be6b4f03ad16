import { type SQL, sql } from 'drizzle-orm';
import { exactCount } from '../../db/queries/audience-count.ts';
import {
  type FacetColumn,
  type FacetRow,
  audienceFacets as facetsOf,
  type SampledFacetRow,
  sampledFacets,
} from '../../db/queries/audience-facets.ts';
import { countMatching } from '../../db/queries/audience-members.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { facetColumn } from './facet-column.ts';
import type { Filter } from './filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';
import {
  type Count,
  DEAR,
  type Dear,
  drawPages,
  estimate,
  FEWER_PAGES,
  isDear,
  largeTable,
  type Range,
  WHOLE,
} from './sample.ts';
import { sayValue } from './say-value.ts';

export type Facet = {
  field: string;
  label: string;
  /** The most frequent first; `value` as a clause takes it, `words` for people. */
  values: ({ value: string; words: string; customers: number } & Range)[];
  /** Of how many it is not known. */
  unknown: number;
};
export type Facets = {
  filter: Filter;
  words: string;
  total: number;
  /** How many the filter cannot judge. */
  unknown: number;
  /** Whether the total and the values are the numbers themselves; else their ranges are where those are. */
  isExact: boolean;
  ranges: { total: Range; unknown: Range };
  facets: Facet[];
};
type Input = {
  filter: unknown;
  fields?: readonly string[] | undefined;
  isExact?: boolean | undefined;
  dear?: Dear;
};

// Each row is counted once for every field.
const DEAR_FACETS: Dear = { ...DEAR, rows: 50_000 };

// A list that a person looks over at a glance; the rest is found by typing.
const MOST_VALUES = 20;

/**
 * What the customers of a filter are like: for each field with a list of values how many have which. Without `fields`
 * all such fields. For a builder that shows where the next condition would lead. Of very many customers a sample is
 * looked at, and estimates are answered, unless `isExact` asks to wait for the numbers.
 */
export async function audienceFacets(ctx: Ctx, input: Input): Promise<Facets> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, [input.filter, input.fields ?? ['brand', 'owner']]);
  const filter = checkFilter(input.filter, scope.fields);
  const condition = compileFilter(filter, scope);
  const asked = scope.fields.filter(({ key }) => !input.fields || input.fields.includes(key));
  const columns = asked.flatMap((field) => facetColumn(field, scope) ?? []);
  const ofFew = compileFilter(filter, { ...scope, isFew: true });
  const counted = await count(ctx, { condition, ofFew, columns, input });
  const facets = columns.map(({ key }) =>
    toFacet(
      counted.values.filter((row) => row.key === key),
      key,
      scope,
    ),
  );
  const { total, unknown, isExact } = counted;
  return {
    ...{ filter, words: describeFilter(filter, scope), total: total.value, unknown: unknown.value, isExact },
    ranges: { total: rangeOf(total), unknown: rangeOf(unknown) },
    facets,
  };
}

const rangeOf = ({ low, high }: Range): Range => ({ low, high });

/** How many have which value of a field; null for those of whom it is not known. */
type Valued = { key: string; has: string | null; count: Count };
type Counted = { values: Valued[]; total: Count; unknown: Count; isExact: boolean };
/** `ofFew` is the same condition as it is asked of a sample. */
type Question = { condition: SQL; ofFew: SQL; columns: readonly FacetColumn[]; input: Input };

async function count(ctx: Ctx, question: Question): Promise<Counted> {
  const { condition, columns, input } = question;
  const dear = input.dear ?? DEAR_FACETS;
  const table = input.isExact ? null : await largeTable(ctx, dear);
  if (!table) return countAll(ctx, question);
  const blocks = drawPages(table.pages, FEWER_PAGES);
  const isSampled = await isDear(ctx, facetsOf(condition, columns, MOST_VALUES), dear);
  // How many cannot be judged is served by no index, and is told from the sample in any case.
  const { rows } = await ctx.tx.execute<SampledFacetRow>(
    sampledFacets(question.ofFew, { columns: isSampled ? columns : [], most: MOST_VALUES, blocks }),
  );
  const drawn = { drawn: blocks.length, pages: table.pages };
  const estimated = rows.map(
    ({ key, value, count: hits, squares }): Valued => ({
      ...{ key, has: value },
      count: estimate({ hits, squares }, drawn),
    }),
  );
  const of = (key: string): Count =>
    estimated.find((row) => row.key === key)?.count ?? estimate({ hits: 0, squares: 0 }, drawn);
  const values = isSampled ? estimated : await countValues(ctx, question);
  const total = isSampled ? of(' total') : exact(await countOne(ctx, condition));
  return { values, total, unknown: of(' unknown'), isExact: total.isExact };
}

async function countAll(ctx: Ctx, question: Question): Promise<Counted> {
  const { condition } = question;
  const { rows } = await ctx.tx.execute<{ counts: [number, number] }>(
    countMatching([condition, sql`(${condition}) is null`], { status: 'active' }),
  );
  const [total, unknown] = rows[0]!.counts.map(exact) as [Count, Count];
  return { values: await countValues(ctx, question), total, unknown, isExact: true };
}

const exact = (value: number): Count => estimate({ hits: value, squares: value ** 2 }, WHOLE);

const countOne = async (ctx: Ctx, condition: SQL): Promise<number> =>
  (await ctx.tx.execute<{ value: number }>(exactCount(condition))).rows[0]!.value;

async function countValues(ctx: Ctx, { condition, columns }: Question): Promise<Valued[]> {
  if (columns.length === 0) return [];
  const { rows } = await ctx.tx.execute<FacetRow>(facetsOf(condition, columns, MOST_VALUES));
  return rows.map(({ key, value, count: many }) => ({ key, has: value, count: exact(many) }));
}

function toFacet(rows: readonly Valued[], key: string, scope: FilterScope): Facet {
  const field = scope.fields.find((one) => one.key === key)!;
  const known = rows.filter((row): row is Valued & { has: string } => row.has !== null);
  return {
    field: key,
    label: field.label,
    values: known.slice(0, MOST_VALUES).map(({ has, count: { value, low, high } }) => ({
      value: has,
      words: sayValue(has, { field, words: scope }),
      customers: value,
      ...{ low, high },
    })),
    unknown: rows.find(({ has }) => has === null)?.count.value ?? 0,
  };
}
