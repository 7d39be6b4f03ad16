// Words beside a condition that add nothing to it: "Valiram stores", "the Marriott family", "the Camping category".
import { type Item, isCue, isWord } from '../items.ts';
import { REMAINDERS } from '../lexicon/en-harmless.ts';
import type { Reader } from '../reader.ts';
import { filterInHand } from '../thread/filter-in-hand.ts';
import { stems } from '../tokens.ts';

type Place = { items: readonly Item[]; at: number };

/** "Valiram stores": what a brand has everywhere, not one more condition. */
export function isShopOfBrand({ items, at }: Place): boolean {
  const item = items[at]!;
  const isShop =
    item.kind === 'clause' &&
    item.facet === 'type' &&
    /^(shop|store|outlet|boutique|branch|retail (shop|store|outlet))(e?s)?$/i.test(item.text);
  const isBrand = (one: Item | undefined): boolean => one?.kind === 'clause' && one.facet === 'brand';
  if (isShop) return isBrand(items[at - 1]) || isBrand(items[at + 1]);
  // "Jetts clubs"
  const before = items[at - 1];
  return (
    item.kind === 'clause' &&
    item.facet === 'type' &&
    /^clubs?$/i.test(item.text) &&
    before?.kind === 'clause' &&
    before.facet === 'brand' &&
    /\b(fitness|gym)\b/i.test(JSON.stringify(before.filter))
  );
}

/** "the old DM platform", "the Marriott family", "with a London address": the name says all. */
export function isOnlyOne({ items, at }: Place): boolean {
  const isOf = (item: Item | undefined, ...facets: string[]): boolean =>
    item?.kind === 'clause' && facets.includes(item.facet);
  const word = items[at]!.text.toLowerCase();
  if (/^(old|legacy|ageing|aging|ancient)$/.test(word))
    return isOf(items[at + 1], 'platform') && /^(the|our|that)$/i.test(items[at - 1]?.text ?? '');
  if (/^(address|postcode)$/.test(word)) return isOf(items[at - 1], 'place');
  return /^(family|clan|empire|stable)$/.test(word) && isOf(items[at - 1], 'brand', 'owner_group');
}

/** "scrap the gym thing": a condition of what is at hand. */
export function isPartOfIt({ items, at }: Place, reader: Pick<Reader, 'input'>): boolean {
  const before = items[at - 1];
  const known = JSON.stringify(filterInHand(reader));
  return (
    /^(things?|bit|part|lot|stuff|business)$/i.test(items[at]!.text) &&
    before?.kind === 'clause' &&
    known.includes(JSON.stringify(before.filter)) &&
    !known.includes(`{"not":${JSON.stringify(before.filter)}}`)
  );
}

/** "mini PC hardware", "the Camping category": the field behind its own value. */
export function isFieldNoun({ items, at }: Place, { input }: Pick<Reader, 'input'>): boolean {
  const before = items[at - 1];
  const filter = before?.kind === 'clause' && !('all' in before.filter) ? before.filter : null;
  const text = filter && JSON.stringify(filter);
  const noun = stems(items[at]!.text).join(' ');
  return input.vocabulary.fields.some(
    ({ key, label, synonyms }) =>
      text?.includes(`"field":"${key}"`) === true &&
      [label, ...(synonyms.en ?? [])].some((phrase) => stems(phrase).join(' ') === noun),
  );
}

/** One customer by its whole name: nothing could narrow that further. */
export function isOfNamed({ items, at }: Place): boolean {
  const [named, ...others] = items.filter((item) => item.kind === 'customer' || item.kind === 'clause');
  const isOne = named?.kind === 'customer' && named.customers.length === 1 && others.length === 0;
  const isRuledOut = items
    .slice(0, at)
    .some((item) => isWord(item, 'operators', 'not', 'except', 'without', 'neither', 'only'));
  return isOne && !isRuledOut;
}

/** "not Bangkok, but all other gyms", "excluding France, which are left?" */
export function isRemainder({ items, at }: Place): boolean {
  const words = items[at]!.text.toLowerCase().split(' ');
  const isExcluded = items.some(
    (item) =>
      isWord(item, 'operators', 'except', 'not', 'neither', 'nor', 'without', 'only') ||
      isCue(item, 'drop', 'no') ||
      isWord(item, 'operators', 'exceptAfter') ||
      /^(still|any|anyone|anybody)$/i.test(item.text),
  );
  return isExcluded && words.every((word) => REMAINDERS.has(word));
}
