import { audienceMembers, countMatching, type MemberRow } from '../../db/queries/audience-members.ts';
import { plural } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { followMerges } from '../customers/merge/merged-into.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { compileClauses, compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { notesOnEmptiness } from './emptiness-notes.ts';
import { notesOnEvents } from './event-notes.ts';
import { type Clause, clausesOf, type Filter } from './filter.ts';
import { type FilterScope, readFilterScope } from './filter-scope.ts';
import { admittedBy, type VerdictOf } from './judge-filter.ts';
import { notesOnLapsed } from './lapsed-notes.ts';
import { notesOnNames } from './name-notes.ts';

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
  /** All that match less those taken out by hand, by name. */
  customers: AudienceCustomer[];
  /** Those that match and were taken out by hand. */
  excluded: { id: string; name: string; reason: string }[];
  /** How many customers could not be judged because a field is not known, by the field's label. */
  unknown: Record<string, number>;
  notes: string[];
};

type Input = { filter: unknown; excludedCustomerIds?: readonly string[] | undefined };

/**
 * Who a filter means, today: every active customer that matches for certain. Throws `filter:invalid` or
 * `field:unknown`.
 */
export async function resolveAudience(
  ctx: Ctx,
  { filter: given, excludedCustomerIds = [] }: Input,
): Promise<Audience> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, given);
  const filter = checkFilter(given, scope.fields);
  const clauses = clausesOf(filter).map(({ clause }) => clause);
  const where = compileFilter(filter, scope);
  const { rows } = await ctx.tx.execute<MemberRow>(
    audienceMembers({ where, clauses: compileClauses(filter, clauses, scope), ...scope }),
  );
  const byHand = new Set(await followMerges(ctx, excludedCustomerIds));
  const matching = rows.filter(({ verdict }) => verdict === true);
  const because = reasons(filter, { clauses, scope });
  const unjudged = countUnjudged(
    rows.filter(({ verdict, id }) => verdict === null && !byHand.has(id)),
    { clauses, scope },
  );
  const isEmpty = matching.length === 0;
  return {
    filter,
    words: describeFilter(filter, scope),
    customers: matching.filter(({ id }) => !byHand.has(id)).map((row) => toCustomer(row, because(row))),
    excluded: matching
      .filter(({ id }) => byHand.has(id))
      .map(({ id, name }) => ({ id, name, reason: 'taken out by hand' })),
    unknown: unjudged.unknown,
    notes: [
      ...(await notesOnNames(ctx, { filter, scope })),
      ...(await notesOnEvents(ctx, { filter, scope })),
      ...(isEmpty ? await notesOnEmptiness(ctx, { filter, scope }) : []),
      ...(await notesOnLapsed(ctx, { filter, scope })),
      ...unjudged.notes,
      ...(await noteOnReview(ctx, { filter, scope })),
    ],
  };
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

/** Customers admitted by the same clauses share their words. */
function reasons(filter: Filter, { clauses, scope }: Reading): (row: MemberRow) => string {
  const known = new Map<string, string>();
  return ({ verdicts }) => {
    const key = JSON.stringify(verdicts);
    const words =
      known.get(key) ?? admittedBy(filter, { verdictOf: verdictsBy(clauses, verdicts), words: scope });
    known.set(key, words);
    return words;
  };
}

/** The verdicts of one row, by clause. */
export function verdictsBy(clauses: readonly Clause[], verdicts: readonly (boolean | null)[]): VerdictOf {
  const byClause = new Map(clauses.map((clause, at) => [clause, verdicts[at] ?? null]));
  return (clause) => byClause.get(clause) ?? null;
}

const OF_CONTRACT = new Set(['contract_start', 'contract_end', 'unit_price', 'contract_value']);
const OF_MONEY = new Set(['unit_price', 'contract_value']);

/** What is not known, by field; a cancelled contract and another currency are known, and told apart. */
function countUnjudged(rows: readonly MemberRow[], { clauses, scope }: Reading) {
  const unknown: Record<string, number> = {};
  let [cancelled, otherMoney] = [0, 0];
  for (const row of rows) {
    const keys = new Set(
      clauses.filter((_clause, at) => row.verdicts[at] === null).map(({ field }) => field),
    );
    if (row.isCancelled && [...keys].some((key) => OF_CONTRACT.has(key))) {
      cancelled += 1;
      continue;
    }
    if (row.isOtherMoney && [...keys].some((key) => OF_MONEY.has(key))) {
      otherMoney += 1;
      continue;
    }
    for (const key of keys) {
      const label = scope.fields.find((field) => field.key === key)!.label;
      unknown[label] = (unknown[label] ?? 0) + 1;
    }
  }
  const notes = [
    ...(cancelled > 0 ? [`${plural(cancelled, 'customer')} left out: the contract is cancelled.`] : []),
    ...(otherMoney > 0
      ? [
          `${plural(otherMoney, 'customer')} left out: the price is not in ${scope.currency} and was not compared.`,
        ]
      : []),
  ];
  return { unknown, notes };
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
