// "customers in Germany, but in Hamburg only gold": of those in Hamburg, while all others stay? A filter of one row of
// conditions would say it of everybody.
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { filterInHand } from '../thread/filter-in-hand.ts';
import type { Question } from '../types.ts';

export function onlyThere(frame: Frame): Question | null {
  const { items, sentence, reader } = frame;
  const said = items.filter((item) => !isWord(item, 'skip'));
  const at = said.findIndex(
    (item, i) =>
      isPlace(item) &&
      isOnly(said[i + 1]) &&
      isQuality(said[i + 2]) &&
      opens(said[i - 1]) &&
      reader.tokens[item.start - 1]?.word === 'in',
  );
  const isBeside = said.slice(0, at).some(isNamed) || filterInHand(frame) !== null;
  if (at < 0 || !isBeside) return null;
  const [place, , quality] = said.slice(at);
  const words = sentence.slice(reader.tokens[place!.start - 1]!.start, reader.tokens[quality!.end - 1]!.end);
  return {
    text: `Does “${words}” hold for ${place!.text} alone, and all the others stay? I have not guessed. Say it as two groups, for instance “hotels in Thailand except Phuket, or Hiltons in Phuket”.`,
    choices: [],
  };
}

const isPlace = (item: Item | undefined): boolean => item?.kind === 'clause' && item.facet === 'place';
const isNamed = (item: Item): boolean => item.kind === 'customer' || item.kind === 'clause';
const isOnly = (item: Item | undefined): boolean =>
  isWord(item, 'operators', 'only') || isCue(item, 'narrow');
const isQuality = (item: Item | undefined): boolean =>
  item?.kind === 'customer' || (item?.kind === 'clause' && item.facet !== 'place');
/** A place that opens a part of its own: behind a mark, "but" or "and", or first in a follow-up. */
const opens = (item: Item | undefined): boolean =>
  item === undefined || item.kind === 'mark' || isWord(item, 'operators', 'but', 'and');
