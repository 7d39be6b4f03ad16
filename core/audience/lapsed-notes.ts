import { sql } from 'drizzle-orm';
import { countMatching } from '../../db/queries/audience-members.ts';
import { addDays, type CalendarDate } from '../../lib/dates.ts';
import { resolveDay } from '../../lib/relative-day.ts';
import type { Ctx } from '../context.ts';
import { compileFilter } from './compile-filter.ts';
import { describePeriod, describeRange, periodsOf, yearBefore } from './describe-dates.ts';
import { type Clause, clausesOf, type Filter, isClause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

type Reading = { filter: Filter; scope: FilterScope };
type Range = { from: CalendarDate; to: CalendarDate };
type Question = { clause: Clause; range: Range; say: (count: number) => string; isWithin: boolean };

/**
 * Who a range of contract ends leaves behind, told apart: those who lapsed in the part of a month, quarter or year
 * that has passed, and, for a range ahead, those who lapsed in the same days a year ago.
 */
export async function notesOnLapsed(ctx: Ctx, { filter, scope }: Reading): Promise<string[]> {
  const questions = clausesOf(filter)
    .filter(({ isNegated }) => !isNegated)
    .flatMap(({ clause }) => questionsAbout(clause, scope.today));
  if (questions.length === 0) return [];
  const admitted = compileFilter(filter, scope);
  const conditions = questions.map(({ clause, range, isWithin }) => {
    const asked = compileFilter(
      replaceClause(filter, { clause, by: { ...clause, ...range } as Clause }),
      scope,
    );
    return isWithin ? sql`${asked} and ${admitted}` : sql`${asked} and (${admitted}) is not true`;
  });
  const { rows } = await ctx.tx.execute<{ counts: number[] }>(
    countMatching(conditions, { status: 'active' }),
  );
  const { counts } = rows[0]!;
  // A longer period that adds nobody to the shorter one is not worth a second sentence.
  return questions.flatMap(({ say, clause }, at) => {
    const isSaid = questions[at - 1]?.clause === clause && counts[at - 1] === counts[at];
    return counts[at]! > 0 && !isSaid ? [say(counts[at]!)] : [];
  });
}

function questionsAbout(clause: Clause, today: CalendarDate): Question[] {
  if (clause.op !== 'between' || clause.field !== 'contract_end') return [];
  if (clause.from == null || clause.to == null) return [];
  const [from, to] = [resolveDay(String(clause.from), today), resolveDay(String(clause.to), today)];
  if (to < today) return [];
  const yesterday = addDays(today, -1);
  if (from < today) {
    const range = { from, to: yesterday };
    const say = (count: number) =>
      `${count.toLocaleString('en')} of them already lapsed (${describeRange(range)}).`;
    return [{ clause, range, say, isWithin: true }];
  }
  const begun = periodsOf(today).filter((period) => period.to === to && period.from < today);
  if (from === today && begun.length > 0)
    return begun.map((period) => earlierIn(period, { clause, yesterday }));
  const range = yearBefore({ from, to });
  if (from === today || range.to >= today) return [];
  const say = (count: number) => `${count.toLocaleString('en')} more lapsed in ${describePeriod(range)}.`;
  return [{ clause, range, say, isWithin: false }];
}

type Period = ReturnType<typeof periodsOf>[number];

/** The end of December ends a month, a quarter and a year: whichever was meant, its past part is told. */
function earlierIn(
  { name, from }: Period,
  { clause, yesterday }: { clause: Clause; yesterday: CalendarDate },
): Question {
  const range = { from, to: yesterday };
  const say = (count: number) =>
    `${count.toLocaleString('en')} more lapsed earlier this ${name} (${describeRange(range)}).`;
  return { clause, range, say, isWithin: false };
}

function replaceClause(filter: Filter, swap: { clause: Clause; by: Clause }): Filter {
  if (isClause(filter)) return filter === swap.clause ? swap.by : filter;
  if ('not' in filter) return { not: replaceClause(filter.not, swap) };
  if ('all' in filter) return { all: filter.all.map((child) => replaceClause(child, swap)) };
  return { any: filter.any.map((child) => replaceClause(child, swap)) };
}
