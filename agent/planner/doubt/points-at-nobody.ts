// "send a survey to that hotel" as the first thing that is said: which one? All hotels are never meant by it.
import { isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { type Item, isWord } from '../items.ts';
import { isInBoth, pointedAt } from '../readings/pointed-at.ts';
import type { Question } from '../types.ts';

export function pointsAtNobody(frame: Frame): Question | null {
  const { items, scope, input } = frame;
  if (isInBoth(frame) && !pointedAt(frame) && !hasTwoPlaces(frame))
    return { text: 'Which ones are “both”? None were named yet.', choices: [] };
  const { campaign, lastFilter, earlier = [] } = input.thread;
  if (campaign || lastFilter || earlier.length > 0 || partsOf(scope.filter).length > 1) return null;
  const at = items.findIndex(
    (item, i) =>
      POINTING.test(items[i - 1]?.text ?? '') &&
      (item.kind === 'clause' ? item.isHead : scope.isEmpty && isOneOfThem(item)),
  );
  const item = items[at];
  // "customers that hotels …": behind somebody it begins a clause.
  if (!item || ['clause', 'customer'].includes(items[at - 2]?.kind ?? '')) return null;
  return {
    text: `Nobody was named yet, so I do not know who “${items[at - 1]!.text} ${item.text}” is. Who is meant?`,
    choices: [],
  };
}

/** "the Avanis in both countries", where two stand in the draft. */
const hasTwoPlaces = ({ input: { thread } }: Frame): boolean =>
  partsOf(thread.lastFilter ?? thread.campaign?.draft.filter ?? { all: [] }).some(
    (part) =>
      isClause(part) &&
      part.op === 'in' &&
      ['country', 'city', 'region'].includes(part.field) &&
      part.values.length === 2,
  );

/** "this customer", "that place" */
const isOneOfThem = (item: Item): boolean => isWord(item, 'nouns', 'customer') && !/s$/i.test(item.text);

const POINTING = /^(?:this|that|these|those)$/i;
