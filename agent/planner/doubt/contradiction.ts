// Conditions that nobody can meet: two stretches of time that do not touch, a kind of customer without itself.
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import { joinWords } from '../../../lib/text.ts';
import { isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';

type Range = Extract<Clause, { op: 'between' }>;

export function contradiction({ scope, items, input }: Frame): Question | null {
  const ranges = partsOf(scope.filter).filter(isRange);
  const isImpossible =
    ranges.some((one) => ranges.some((other) => excludes(one, other))) || takesOutAll(scope.filter);
  // A follow-up speaks of what was and what shall be.
  if (!isImpossible || input.thread.campaign) return null;
  const said = items.flatMap((item) =>
    item.kind === 'clause' && (isRange(item.filter) || takesOutAll(scope.filter)) ? [`“${item.text}”`] : [],
  );
  return {
    text: `Nobody can meet ${joinWords(said)}. Which one do you mean?`,
    choices: [],
  };
}

/** "hotels, not resorts": one kind in the workspace, so that nobody would be left. */
function takesOutAll(filter: Filter): boolean {
  const parts = partsOf(filter);
  const out = parts.flatMap((part) =>
    'not' in part && isClause(part.not) && part.not.op === 'in' ? [part.not] : [],
  );
  return parts.some(
    (part) =>
      isClause(part) &&
      part.op === 'in' &&
      out.some(
        ({ field, values }) => field === part.field && part.values.every((value) => values.includes(value)),
      ),
  );
}

const isRange = (filter: Filter): filter is Range => isClause(filter) && filter.op === 'between';

const excludes = (one: Range, other: Range): boolean =>
  one.field === other.field && one.to != null && other.from != null && one.to < other.from;
