// "everyone at Shangri-La Bangkok": a brand and a city said as one name, which nobody here has.
import { joinWords } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import type { Item } from '../items.ts';
import { stems } from '../tokens.ts';
import type { Question } from '../types.ts';
import { reword } from './ask.ts';

export function noSuchCustomer(frame: Frame): Question | null {
  const { items, reader } = frame;
  const at = items.findIndex((item, i) => isName(item, items[i + 1], frame));
  const [brand, city] = [items[at], items[at + 1]];
  if (at < 0 || !brand || !city) return null;
  const near = reader.names.customersWith(stems(brand.text)).slice(0, 4);
  const text = `${brand.text} ${city.text}`;
  const nearest =
    near.length > 0
      ? ` The nearest I know: ${joinWords(
          near.map(({ name }) => name),
          'or',
        )}.`
      : '';
  return {
    text: `I know no customer called “${text}”.${nearest} Who is meant?`,
    choices: [
      ...near.map(({ name }) => ({
        label: name,
        say: reword(frame, { start: brand.start, end: city.end }, name),
      })),
      { label: `Every ${brand.text} in ${city.text}`, say: reword(frame, city, `in ${city.text}`) },
    ],
  };
}

/** Written as one name in the singular, with nothing between; "the Bangkok Hiltons" are many. */
function isName(brand: Item, city: Item | undefined, { reader }: Frame): boolean {
  if (brand.kind !== 'clause' || brand.facet !== 'brand' || city?.kind !== 'clause') return false;
  const isCity = 'op' in city.filter && city.filter.op === 'in' && city.filter.field === 'city';
  const isJoined = city.start === brand.end && /^\p{Lu}/u.test(brand.text) && /^\p{Lu}/u.test(city.text);
  const last = reader.tokens[brand.end - 1];
  const isMany = last !== undefined && last.word !== last.stem;
  if (
    !isCity ||
    !isJoined ||
    isMany ||
    !/^(at|to|for|from|of|with)$/i.test(reader.tokens[brand.start - 1]?.word ?? '')
  )
    return false;
  return reader.names.customersWith([...stems(brand.text), ...stems(city.text)]).length === 0;
}
