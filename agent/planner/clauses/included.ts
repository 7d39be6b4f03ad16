// A brand of those that are named anyway: "the Hilton group – Conrad included –", "…, including the Conrads".
import { type Item, isCue, isWord } from '../items.ts';

type Place = { items: readonly Item[]; at: number };

/** "the Hilton group – Conrad included –": a brand of those that are named anyway. */
export function isIncluded({ items, at }: Place): boolean {
  const noun = /^included$/i.test(items[at]!.text) ? at - 1 : at;
  return /^included$/i.test(items[noun + 1]?.text ?? '') && isWithinEarlier({ items, at: noun });
}

/** "all of the Hilton group in China, including the Conrads" */
export function isIncluding({ items, at }: Place): boolean {
  const isWordOfIt = INCLUDING.test(items[at]!.text);
  const before = /^the$/i.test(items[at - 1]?.text ?? '') ? items[at - 2] : items[at - 1];
  if (!isWordOfIt) return INCLUDING.test(before?.text ?? '') && isWithinEarlier({ items, at });
  const noun = /^the$/i.test(items[at + 1]?.text ?? '') ? at + 2 : at + 1;
  return isWithinEarlier({ items, at: noun });
}
const INCLUDING = /^(including|incl|inclusive of)( the)?$/i;

/** A brand of those that were named before. */
function isWithinEarlier({ items, at }: Place): boolean {
  const brand = items[at];
  if (brand?.kind !== 'clause' || brand.facet !== 'brand') return false;
  // "without Ibis (Styles included)": in what is left out, or after all in the rest?
  const isRuledOut = items
    .slice(0, at)
    .some((one) => isWord(one, 'operators', 'except', 'without', 'not') || isCue(one, 'drop'));
  if (isRuledOut) return false;
  const above = [...(brand.within ?? []), ...(brand.groups ?? [])];
  return items
    .slice(0, at)
    .some(
      (one) =>
        one.kind === 'clause' &&
        'op' in one.filter &&
        one.filter.op === 'in' &&
        ['brand', 'owner_group'].includes(one.filter.field) &&
        one.filter.values.some((value) => above.includes(String(value))),
    );
}
