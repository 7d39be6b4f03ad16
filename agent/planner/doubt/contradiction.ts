// Conditions that nobody can meet, such as two stretches of time that do not touch.
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import { joinWords } from '../../../lib/text.ts';
import { isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';

type Range = Extract<Clause, { op: 'between' }>;

export function contradiction({ scope, items, input }: Frame): Question | null {
  const ranges = partsOf(scope.filter).filter(isRange);
  const isImpossible = ranges.some((one) => ranges.some((other) => excludes(one, other)));
  // A follow-up speaks of what was and what shall be.
  if (!isImpossible || input.thread.campaign) return null;
  const said = items.flatMap((item) =>
    item.kind === 'clause' && isRange(item.filter) ? [`“${item.text}”`] : [],
  );
  return {
    text: `Nobody can meet ${joinWords(said)}. Which one do you mean?`,
    choices: [],
  };
}

const isRange = (filter: Filter): filter is Range => isClause(filter) && filter.op === 'between';

const excludes = (one: Range, other: Range): boolean =>
  one.field === other.field && one.to != null && other.from != null && one.to < other.from;
