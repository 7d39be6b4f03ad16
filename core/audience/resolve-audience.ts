import type { SQL } from 'drizzle-orm';
import { gathersAll } from '../../db/queries/audience-count.ts';
import {
  audienceMembers,
  countMatching,
  countUnjudged,
  type MemberRow,
  type MembersPage,
  type UnjudgedRow,
} from '../../db/queries/audience-members.ts';
import { cursorPages } from '../../db/queries/cursor-pages.ts';
import { plural } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { followMerges } from '../customers/merge/merged-into.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { chooseTops } from './choose-tops.ts';
import { compileClauses, compileFilter } from './compile-filter.ts';
import { compileNearly } from './compile-nearly.ts';
import { describeFilter } from './describe-filter.ts';
import { notesOnEmptiness } from './emptiness-notes.ts';
import { notesOnEvents } from './event-notes.ts';
import { type Clause, clausesOf, type Filter } from './filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';
import { admittedBy, type VerdictOf } from './judge-filter.ts';
import { notesOnLapsed } from './lapsed-notes.ts';
import { notesOnNames } from './name-notes.ts';
import { openTally, toldApart } from './unjudged.ts';

export type AudienceCustomer = {
  id: string;
  name: string;
  brand: string | null;
  city: string | null;
  country: string | null;
  contractEnd: string | null;
  /** Null when neither a number nor names of units are known. */
  units: number | null;
  /** The conditions that admitted it, in words. */
  because: string;
};

export type Audience = {
  filter: Filter;
  words: string;
  /** What must all hold, each in words, in the order in which the filter has it. */
  chips: string[];
  /** All that match less those taken out by hand, by name. */
  customers: AudienceCustomer[];
  /** Those that match and were taken out by hand. */
  excluded: { id: string; name: string; reason: string }[];
  /** How many customers could not be judged because a field is not known, by the field's label. */
  unknown: Record<string, number>;
  notes: string[];
};

type Input = { filter: unknown; excludedCustomerIds?: readonly string[] | undefined };

export type AudiencePage = Pick<Audience, 'customers' | 'excluded'>;

/** An audience that is read once, page by page. */
export type OpenAudience = Pick<Audience, 'filter' | 'words' | 'chips'> & {
  /** In the order of their names; whole without a `size`. */
  pages(size?: number): AsyncGenerator<AudiencePage>;
  /** Instead, one page. */
  page(which: MembersPage): Promise<AudiencePage & { next: string | null }>;
  /** What is to be said of all of it, and of those whom nobody can judge. */
  remarks(): Promise<Pick<Audience, 'unknown' | 'notes'>>;
};

/**
 * Who a filter means, today: every active customer that matches for certain. Throws `filter:invalid` or
 * `field:unknown`.
 */
export async function resolveAudience(ctx: Ctx, input: Input): Promise<Audience> {
  const { filter, words, chips, pages, remarks } = await openAudience(ctx, input);
  const whole: AudiencePage = { customers: [], excluded: [] };
  for await (const page of pages()) Object.assign(whole, page);
  return { filter, words, chips, ...whole, ...(await remarks()) };
}

/** Who they are and no more, by name. */
export async function audienceIds(ctx: Ctx, input: Input): Promise<string[]> {
  const { pages } = await openAudience(ctx, input);
  const ids: string[] = [];
  for await (const { customers } of pages()) ids.push(...customers.map(({ id }) => id));
  return ids;
}

/** The same for audiences that are too large to be held at once. */
export async function openAudience(
  ctx: Ctx,
  { filter: given, excludedCustomerIds = [] }: Input,
): Promise<OpenAudience> {
  demand(ctx.actor, 'read');
  const asked = await readFilterScope(ctx, given);
  const filter = checkFilter(given, asked.fields);
  const { scope, surely } = await chooseTops(ctx, { filter, scope: asked });
  const clauses = clausesOf(filter).map(({ clause }) => clause);
  const members = {
    where: surely,
    clauses: compileClauses(filter, clauses, scope),
    currency: scope.currency,
  };
  const byHand = new Set(await followMerges(ctx, excludedCustomerIds));
  const because = readings(filter, { clauses, scope });
  let isEmpty = true;
  const pageOf = (matching: readonly MemberRow[]): AudiencePage => {
    if (matching.length > 0) isEmpty = false;
    return {
      customers: matching.filter(({ id }) => !byHand.has(id)).map((row) => toCustomer(row, because(row))),
      excluded: matching
        .filter(({ id }) => byHand.has(id))
        .map(({ id, name }) => ({ id, name, reason: 'taken out by hand' })),
    };
  };
  return {
    filter,
    words: describeFilter(filter, scope),
    chips: ('all' in filter ? filter.all : [filter]).map((one) => describeFilter(one, scope)),
    pages: async function* (size) {
      const query = audienceMembers(members);
      const pages =
        size === undefined ? wholeOf(ctx, query) : cursorPages<MemberRow>(ctx.tx, { query, size });
      for await (const rows of pages) yield pageOf(rows);
    },
    page: async ({ size, after, isRare = false }) => {
      const { rows } = await ctx.tx.execute<MemberRow>(
        audienceMembers({
          ...members,
          page: { size: size + 1, after, isRare: isRare && !gathersAll(surely) },
        }),
      );
      const page = rows.slice(0, size);
      return { ...pageOf(page), next: rows.length > size ? page.at(-1)!.id : null };
    },
    remarks: async () => {
      const unjudged = openTally({ clauses, scope });
      const { rows } = await ctx.tx.execute<UnjudgedRow>(
        countUnjudged({
          ...members,
          where: compileFilter(filter, scope),
          nearly: compileNearly(filter, scope),
          without: [...byHand],
          apart: toldApart(clauses),
        }),
      );
      unjudged.add(rows);
      return {
        unknown: unjudged.unknown,
        notes: [
          ...(await notesOnNames(ctx, { filter, scope })),
          ...(await notesOnEvents(ctx, { filter, scope })),
          ...(isEmpty ? await notesOnEmptiness(ctx, { filter, scope }) : []),
          ...(await notesOnLapsed(ctx, { filter, scope })),
          ...unjudged.notes(),
          ...(await noteOnReview(ctx, { filter, scope })),
        ],
      };
    },
  };
}

async function* wholeOf(ctx: Ctx, query: SQL): AsyncGenerator<MemberRow[]> {
  yield (await ctx.tx.execute<MemberRow>(query)).rows;
}

const toCustomer = (row: MemberRow, because: string): AudienceCustomer => ({
  id: row.id,
  name: row.name,
  brand: row.brand,
  city: row.city,
  country: row.country,
  contractEnd: row.contractEnd,
  units: row.units,
  because,
});

type Reading = { clauses: readonly Clause[]; scope: FilterScope };

/** Why somebody is in; customers of whom the same clauses hold share it. */
function readings(filter: Filter, { clauses, scope }: Reading): (row: MemberRow) => string {
  const known = new Map<string, string>();
  return ({ verdicts }) => {
    const key = verdicts.join();
    const because =
      known.get(key) ?? admittedBy(filter, { verdictOf: verdictsBy(clauses, verdicts), words: scope });
    known.set(key, because);
    return because;
  };
}

/** The verdicts of one row, by clause. */
export function verdictsBy(clauses: readonly Clause[], verdicts: readonly (boolean | null)[]): VerdictOf {
  const byClause = new Map(clauses.map((clause, at) => [clause, verdicts[at] ?? null]));
  return (clause) => byClause.get(clause) ?? null;
}

async function noteOnReview(
  ctx: Ctx,
  { filter, scope }: { filter: Filter; scope: FilterScope },
): Promise<string[]> {
  const condition = compileFilter(filter, scope);
  const { rows } = await ctx.tx.execute<{ counts: number[] }>(
    countMatching([condition], { status: 'review' }),
  );
  const waiting = rows[0]!.counts[0]!;
  const verb = waiting === 1 ? 'waits' : 'wait';
  return waiting > 0 ? [`${plural(waiting, 'more record')} that would match ${verb} for review.`] : [];
}
