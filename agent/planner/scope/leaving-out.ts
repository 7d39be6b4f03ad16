// What begins an exception, or goes on with one: "everyone but the UK", "drop the gyms", "the Hyatts and anything in Bali".
import { type Item, isCue, isWord } from '../items.ts';
import type { Segment } from './segments.ts';

/** "customers in Thailand, not Hilton Krabi": a brand and its place as one name are ruled out together. */
export function beginsName(item: Item, items: readonly Item[]): boolean {
  const at = items.indexOf(item);
  const [brand, place] = [items[at + 1], items[at + 2]];
  return (
    brand?.kind === 'clause' &&
    brand.facet === 'brand' &&
    place?.kind === 'clause' &&
    place.facet === 'place' &&
    place.start === brand.end
  );
}

/** "drop the gyms"; "pull everything with a price" shows them. */
export const isDropping = (item: Item, items: readonly Item[]): boolean =>
  isCue(item, 'drop') &&
  !(isCue(item, 'show') && isWord(items[items.indexOf(item) + 1], 'nouns', 'everybody'));

/** "excluding the Hyatts and anything in Bali": both are left out. */
export function goesOnLeavingOut(current: Segment, item: Item, items: readonly Item[]): boolean {
  const next = items[items.indexOf(item) + 1];
  return (
    current.op === 'except' &&
    current.parts.length > 0 &&
    /^(any|anything|anyone|anybody|everything|everyone|everybody|those|the ones)$/i.test(next?.text ?? '')
  );
}

/** "everything but Asia" */
export const isAllBut = (item: Item, items: readonly Item[]): boolean => {
  if (!isWord(item, 'operators', 'but')) return false;
  const at = items.indexOf(item);
  if (isButOne(items, at)) return true;
  // "of any brand but Hilton"
  const before = isWord(items[at - 1], 'skip') ? items[at - 2] : items[at - 1];
  return isWord(before, 'nouns', 'everybody');
};

/** "everyone in Europe but the UK": another of its kind right behind it, after an "all". */
function isButOne(items: readonly Item[], at: number): boolean {
  const next = /^the$/i.test(items[at + 1]?.text ?? '') ? items[at + 2] : items[at + 1];
  const before = items[at - 1];
  return (
    before?.kind === 'clause' &&
    next?.kind === 'clause' &&
    before.facet === next.facet &&
    ['place', 'brand', 'type', 'tier', 'platform'].includes(next.facet) &&
    items.slice(0, at).some((one) => isWord(one, 'nouns', 'everybody'))
  );
}

/** "without gyms", "no gyms": an exception when a name follows. */
export function isWithout(item: Item, items: readonly Item[]): boolean {
  const isNone =
    isWord(item, 'operators', 'without') || isWord(item, 'known', 'without') || isCue(item, 'no');
  if (!isNone) return false;
  const next = items
    .slice(items.indexOf(item) + 1)
    .find((one) => !isWord(one, 'skip') && !isWord(one, 'nouns', 'everybody'));
  return next?.kind === 'clause' || next?.kind === 'customer';
}
