// A part of the premises by its name: "with a Kids Club zone", "an executive lounge zone", "a zone called Edge".
import { clauseItem } from '../items.ts';
import { phraseAt, type Reader, skipWords, textOf } from '../reader.ts';
import { stems } from '../tokens.ts';
import type { Recognised } from './recogniser.ts';

const OPENINGS = ['with', 'have', 'has', 'having', 'get', 'got', 'run', 'runs', 'where', 'without'];
const ARTICLES = ['a', 'an', 'the', 'their', 'any'];
const LONGEST = 4;
const MORE = new Set('additional extra new another further more second third fourth fifth free'.split(' '));

export function recogniseUnitName(reader: Reader, at: number): Recognised | null {
  const opened = skipWords(reader, at, OPENINGS);
  const start = skipWords(reader, opened, ARTICLES);
  if (start === at && !/^(has|have|having)$/.test(reader.tokens[at - 1]?.word ?? '')) return null;
  for (let end = start + 1; end <= start + LONGEST; end++) {
    const field = textFieldAt(reader, { start, end });
    if (field)
      return { item: named(textOf(reader, start, end), isWithout(reader, at, opened), field), end: end + 1 };
    // "who has Edge as a zone?"
    const isAs = reader.tokens[end]?.word === 'as';
    const unit = isAs ? skipWords(reader, end + 1, ['a', 'an', 'one', 'of', 'their', 'the']) : end;
    if (isAs && isUnit(reader, unit))
      return { item: named(textOf(reader, start, end), isWithout(reader, at, opened)), end: unit + 1 };
    if (!isUnit(reader, end)) continue;
    // "an additional zone": one more, of no name.
    if (opened === at && reader.tokens.slice(start, end).every(({ word }) => MORE.has(word))) return null;
    const isCount = reader.tokens.slice(start, end).some((_, i) => isNumber(reader, start + i));
    return isCount
      ? null
      : { item: named(textOf(reader, start, end), isWithout(reader, at, opened)), end: end + 1 };
  }
  return calledInCapitals(reader, start);
}

/** "which hotels have a Drift Bar?": a name of its own, of more words than one; "a bar" is anything. */
function calledInCapitals(reader: Reader, start: number): Recognised | null {
  const { tokens } = reader;
  const isArticle = ['a', 'an'].includes(tokens[start - 1]?.word ?? '');
  let end = start;
  while (
    end < start + LONGEST &&
    /^\p{Lu}\p{Ll}/u.test(tokens[end]?.text ?? '') &&
    !tokens[end]!.isTranslated
  )
    end++;
  const isStrange = (token: Reader['tokens'][number]): boolean =>
    !reader.book.words.has(token.stem) && reader.names.find(token.stem).length === 0;
  return isArticle && end > start + 1 && isStrange(tokens[start]!) && tokens[end]?.kind !== 'word'
    ? { item: named(textOf(reader, start, end), false), end }
    : null;
}

/** "with Android 14 players": a text of the tenant's own behind whose value it is named; "with old players" says too little. */
function textFieldAt(
  { tokens, input, sentence }: Reader,
  { start, end }: { start: number; end: number },
): string | null {
  const noun = tokens[end]?.stem;
  const own = tokens.slice(start, end);
  const isNamed = own[0]?.kind === 'word' && own.some(({ kind }) => kind === 'number');
  if (!noun || !isNamed || own.some(({ kind }) => kind === 'mark') || !sentence) return null;
  const field = input.vocabulary.fields.find(
    ({ kind, isBuiltIn, label, synonyms }) =>
      kind === 'text' &&
      !isBuiltIn &&
      [label, ...Object.values(synonyms).flat()].some((phrase) => stems(phrase).join(' ') === noun),
  );
  return field?.key ?? null;
}

const isWithout = ({ tokens }: Reader, at: number, opened: number): boolean =>
  tokens.slice(at, opened).some(({ word }) => word === 'without');

function named(text: string, isMissing: boolean, field = 'unit_name'): Recognised['item'] {
  const filter = { op: 'contains' as const, field, text };
  return { ...clauseItem(field, isMissing ? { not: filter } : filter), isHead: false };
}

const VAGUE = new Set(['many', 'few', 'several', 'some', 'lots', 'most', 'loads', 'enough', 'fewer', 'more']);

const isNumber = (reader: Reader, at: number): boolean =>
  VAGUE.has(reader.tokens[at]?.word ?? '') ||
  reader.tokens[at]?.kind !== 'word' ||
  phraseAt(reader, at, 'numbers', 'comparators', 'nouns', 'operators', 'amountWords') !== null;

function isUnit({ tokens, input }: Reader, at: number): boolean {
  const { one, many } = input.vocabulary.unit;
  return [one, many, 'zone'].flatMap(stems).includes(tokens[at]?.stem ?? '');
}
