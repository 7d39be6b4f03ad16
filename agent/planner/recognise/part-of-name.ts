// Words that stand in customers' names and mean nothing else: "the Lantern House in Antwerp", "all Lotus Petal spas".
import { fold } from '../../../lib/text.ts';
import { clauseItem } from '../items.ts';
import type { Customer } from '../names/customer-names.ts';
import { type Reader, skipWords, textOf } from '../reader.ts';
import type { Recognised } from './recogniser.ts';

const LONGEST = 4;

/** Two words or more, or one that is written as a name. */
export function recognisePartOfName(reader: Reader, at: number): Recognised | null {
  let end = at;
  while (end < reader.tokens.length && end < at + LONGEST && isOnlyName(reader, end)) end++;
  for (; end > at; end--) {
    const words = stemsAt(reader, at, end);
    if (words.length === 1 && !isWrittenAsName(reader, at)) continue;
    const found = reader.names.customersWith(words);
    const text = textOf(reader, at, end);
    if (found.some(({ name }) => fold(name).includes(fold(text))))
      return meant(reader, { at, end, found, text });
  }
  return null;
}

type Part = { at: number; end: number; found: readonly Customer[]; text: string };

/** One customer, several of them, or a question which of several. */
function meant(reader: Reader, { at, end, found, text }: Part): Recognised {
  const one = oneOf(reader, { at, end, found, text });
  if (one) return one;
  if (isPlural(reader, at, end) || found.length > MOST)
    return { item: clauseItem('name', { op: 'contains', field: 'name', text }), end };
  const options = [
    ...found.slice(0, 4).map(({ name }) => ({ label: name, instead: name })),
    { label: `All with “${text}” in their name`, instead: `customers whose name contains "${text}"` },
  ];
  return { item: { kind: 'ambiguous', options }, end };
}

// Beyond that it is no name that one customer could go by.
const MOST = 40;

/** The words beside it may say which: "the Lantern House in Antwerp", "Pullman Arcadia Krabi". */
function oneOf(reader: Reader, { at, end, found }: Part): Recognised | null {
  if (found.length === 1 && !isPlural(reader, at, end))
    return { item: { kind: 'customer', customers: found }, end };
  const next = skipWords(reader, end, ['in', 'at', 'the', ',']);
  for (const length of [3, 2, 1]) {
    const both = reader.names.customersWith([
      ...stemsAt(reader, at, end),
      ...stemsAt(reader, next, next + length),
    ]);
    if (both.length === 1 && next + length <= reader.tokens.length)
      return { item: { kind: 'customer', customers: both }, end: next + length };
  }
  return null;
}

const ALL = new Set(['all', 'every', 'each', 'any', 'both', 'many', 'which']);

const isPlural = ({ tokens }: Reader, at: number, end: number): boolean =>
  tokens.slice(0, at).some(({ word }) => ALL.has(word)) ||
  tokens.slice(at, end + 1).some(({ word, stem, kind }) => kind === 'word' && word !== stem);

const stemsAt = ({ tokens }: Reader, at: number, end: number): string[] =>
  tokens.slice(at, end).map(({ stem }) => stem);

const isOnlyName = ({ tokens, names, book, input }: Reader, at: number): boolean => {
  const { stem, word, kind } = tokens[at]!;
  return (
    kind === 'word' &&
    stem.length > 2 &&
    names.customersWith([stem]).length > 0 &&
    names.find(stem).length === 0 &&
    book.find(stem).length === 0 &&
    input.places.findCountry(word) === null
  );
};

const isWrittenAsName = ({ tokens, sentence }: Reader, at: number): boolean =>
  at > 0 && /^\p{Lu}/u.test(tokens[at]!.text) && sentence !== sentence.toUpperCase();
