// "the Express ones" beside Holiday Inns, "Garden Inn" beside Hiltons, "courtyards", "JWs".
import type { Filter } from '../../../core/audience/filter.ts';
import { isClause, partsOf } from '../filters.ts';
import { clauseItem } from '../items.ts';
import type { Reader } from '../reader.ts';
import type { Recognised } from './recogniser.ts';

export function recogniseShortBrand(reader: Reader, at: number): Recognised | null {
  const { tokens, names } = reader;
  for (let end = Math.min(tokens.length, at + 4); end > at; end--) {
    const phrase = stemsOf(reader, at, end);
    const found = [phrase, ...initialsOf(tokens[end - 1]!.text, end - at)]
      .flatMap((one) => names.shortBrands(one))
      .filter(({ parent }) =>
        parent === null
          ? !isEveryday(reader, phrase)
          : isNamed(reader, parent, at) || isAtHand(reader, parent),
      )
      .map(({ brand }) => brand);
    const brands = [...new Set(found)];
    if (brands.length === 1) return brandItem(reader, brands[0]!, end);
  }
  return null;
}

/** "NHs": of initials the plural is no stem. */
const initialsOf = (text: string, length: number): string[] =>
  length === 1 && /^\p{Lu}{2,4}s$/u.test(text) ? [text.slice(0, -1).toLowerCase()] : [];

const brandItem = ({ names }: Reader, brand: string, end: number): Recognised => ({
  item: {
    ...clauseItem('brand', { op: 'in', field: 'brand', values: [brand] }),
    within: names.parentsOf(brand),
    isShort: true,
  },
  end,
});

const isEveryday = ({ book, names }: Reader, phrase: string): boolean =>
  book.find(phrase).length > 0 || names.find(phrase).length > 0;

/** The parent stands elsewhere in the sentence, by any of its names. */
function isNamed(reader: Reader, parent: string, at: number): boolean {
  return reader.tokens.some((_, start) =>
    [1, 2, 3].some(
      (length) =>
        (start + length <= at || start > at) &&
        reader.names
          .find(stemsOf(reader, start, start + length))
          .some(({ field, value }) => field === 'brand' && value === parent),
    ),
  );
}

/** "not Express" while a list or a draft is of Holiday Inns. */
const isAtHand = ({ input }: Reader, parent: string): boolean => {
  const { lastFilter, campaign } = input.thread;
  const filter = lastFilter ?? campaign?.draft.filter;
  return filter !== undefined && partsOf(filter).some((part) => isOf(part, parent));
};

const isOf = (part: Filter, brand: string): boolean =>
  isClause(part) && part.op === 'in' && part.field === 'brand' && part.values.includes(brand);

const stemsOf = ({ tokens }: Reader, at: number, end: number): string =>
  tokens
    .slice(at, end)
    .map(({ stem }) => stem)
    .join(' ');
