// "and the hotels there?", "draft a survey to the gyms there": where those are that were spoken of before. With no such place
// the word is not understood, as dropping it would mean everybody everywhere.
import { isClause, partsOf } from '../filters.ts';
import { clauseItem, facetOf, type Item, isWord } from '../items.ts';
import { filterInHand } from '../thread/filter-in-hand.ts';
import type { PlannerInput } from '../types.ts';

export function withPlaceMeant(items: readonly Item[], input: PlannerInput): Item[] {
  const isSaid = items.some((item) => item.kind === 'customer' || isPlace(item));
  return items.map((item, at) => {
    if (isSaid || !/^there$/i.test(item.text) || !isWho(items[at - 1])) return item;
    const { start, end, text } = item;
    const [place, ...others] = partsOf(filterInHand({ input }) ?? { all: [] }).filter(
      (part) => isClause(part) && facetOf(part.field) === 'place',
    );
    return place && others.length === 0 && isClause(place)
      ? { ...clauseItem(place.field, place), start, end, text }
      : { kind: 'unknown', start, end, text };
  });
}

const isPlace = (item: Item): boolean => item.kind === 'clause' && item.facet === 'place';
const isWho = (item: Item | undefined): boolean =>
  isWord(item, 'nouns') || (item?.kind === 'clause' && item.isHead);
