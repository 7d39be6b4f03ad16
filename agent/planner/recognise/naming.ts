// Text in a name: "whose name contains Sands", "called Azure", "with a zone called Edge", "with a Drift Bar zone".
import { clauseItem } from '../items.ts';
import { phraseAt, type Reader, skipWords, textOf } from '../reader.ts';
import { stems } from '../tokens.ts';
import { recogniseName } from './name.ts';
import type { Recognised } from './recogniser.ts';

export function recogniseNaming(reader: Reader, at: number): Recognised | null {
  return (
    unitCalled(reader, at) ??
    nameContains(reader, at) ??
    nameLike(reader, at) ??
    inTheName(reader, at) ??
    mentioning(reader, at) ??
    ownedByGroup(reader, at)
  );
}

/** "whose name is like Hiltn", "with a name similar to Sands": slips of the keys are forgiven. */
function nameLike(reader: Reader, at: number): Recognised | null {
  const start = skipWords(reader, at, ['whose', 'with', 'a', 'names']);
  const name = ['name', 'names'].includes(reader.tokens[start]?.word ?? '') ? start + 1 : null;
  const like = name && skipWords(reader, name, ['is', 'are', 'sounds', 'sound', 'looks', 'look']);
  if (!like || !['like', 'similar', 'resembles'].includes(reader.tokens[like]?.word ?? '')) return null;
  const said = textAt(reader, skipWords(reader, like + 1, ['to']));
  const filter = said && { op: 'like' as const, field: 'name', text: said.text };
  return filter && { item: { ...clauseItem('name', filter), isHead: true }, end: said.end };
}

/** "owned by Accor": the group says by itself whose they are. */
function ownedByGroup(reader: Reader, at: number): Recognised | null {
  const naming = phraseAt(reader, at, 'naming');
  if (!naming?.value.some(({ value }) => value === 'owner')) return null;
  const named = recogniseName(reader, skipWords(reader, naming.end, ['the']))?.item;
  return named?.kind === 'clause' && ['owner_group', 'brand'].includes(named.facet)
    ? { item: { kind: 'word', senses: [{ kind: 'skip', value: 'filler' }] }, end: naming.end }
    : null;
}

const WRITING =
  /\b(?:send|draft|write|tell|e-?mail|message|text|campaign|remind\w*|invit\w+|announce|prepare|create|compose|letter|make|add)\b/i;

/** "customers mentioning jazz", "whose notes mention a pool": anywhere in what is known of them; never what a message says. */
function mentioning(reader: Reader, at: number): Recognised | null {
  const start = skipWords(reader, at, ['that', 'who', 'which', 'whose', 'notes', 'note', 'with', 'any']);
  const word = reader.tokens[start]?.word ?? '';
  const isAsked = start > at || /^\s*(?:which|who|how many)\b/i.test(reader.sentence);
  const isSaid = word === 'mentioning' || (isAsked && /^mention(?:s|ed)?$/.test(word));
  if (!isSaid || WRITING.test(reader.sentence)) return null;
  const said = textAt(reader, skipWords(reader, start + 1, ['a', 'an', 'the', 'word']));
  return (
    said && {
      item: { ...containsItem('anything', said.text), isHead: false },
      end: skipWords(reader, said.end, ['anywhere', 'somewhere']),
    }
  );
}

function unitCalled(reader: Reader, at: number): Recognised | null {
  const start = skipWords(reader, at, ['with', 'a', 'an', 'that', 'have', 'has', 'having', 'the']);
  if (!isUnit(reader, start)) return null;
  const called = skipWords(reader, start + 1, ['called', 'named', 'name', 'is']);
  const isNamed = called > start + 1 || isProper(reader, called);
  return isNamed ? contains(reader, 'unit_name', called) : null;
}

/** "with zone Edge": a name that is nothing else. */
function isProper({ tokens, book, names }: Reader, at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    /^\p{Lu}/u.test(token.text) &&
    book.find(token.stem).length + names.find(token.stem).length === 0
  );
}

function nameContains(reader: Reader, at: number): Recognised | null {
  const naming = phraseAt(reader, at, 'naming');
  if (!naming?.value.some(({ value }) => value === 'name') || OURS.test(reader.tokens[at - 1]?.stem ?? ''))
    return null;
  return contains(reader, 'name', skipWords(reader, naming.end, ['the', 'word']));
}

/** "our new app called Beatbox": nobody's name. */
const OURS =
  /^(?:feature|app|product|service|playlist|tool|event|plan|offer|programme|program|station|party|webinar|version|update|release|package|device|player|website|portal|newsletter|roadshow|workshop|course)$/;

/** "with Sands in the name", "with “Sands” in their name" */
function inTheName(reader: Reader, at: number): Recognised | null {
  const isOpened = ['with', 'having', 'containing', 'has', 'have'].includes(reader.tokens[at]?.word ?? '');
  const start = isOpened ? at + 1 : at;
  const quoted = readQuoted(reader, start);
  if (!isOpened && !quoted) return null;
  for (let end = quoted?.end ?? start + 1; end <= at + 5; end++) {
    const closing = /^in (the|their|its) names?$/.test(
      reader.tokens
        .slice(end, end + 3)
        .map(({ word }) => word)
        .join(' '),
    );
    if (closing)
      return { item: containsItem('name', quoted?.text ?? textOf(reader, start, end)), end: end + 3 };
  }
  return null;
}

function contains(reader: Reader, field: string, at: number): Recognised | null {
  const text = textAt(reader, at);
  return text && { item: containsItem(field, text.text), end: text.end };
}

const textAt = (reader: Reader, at: number) => readQuoted(reader, at) ?? readBare(reader, at);

const containsItem = (field: string, text: string) => ({
  ...clauseItem(field, { op: 'contains' as const, field, text }),
  isHead: field === 'name',
});

const QUOTES = ['"', '“', '”', '‘', '’', "'", '«', '»'];

export function readQuoted(reader: Reader, at: number): { text: string; end: number } | null {
  if (!QUOTES.includes(reader.tokens[at]?.text ?? '')) return null;
  const close = reader.tokens.findIndex(({ text }, i) => i > at + 1 && QUOTES.includes(text));
  return close < 0 ? null : { text: textOf(reader, at + 1, close), end: close + 1 };
}

/** The words up to the first one that leads on: a preposition, a mark, a verb. */
function readBare(reader: Reader, at: number): { text: string; end: number } | null {
  let end = at;
  // "called about the contract" names nothing.
  if (reader.tokens[at] && leadsOn(reader, at)) return null;
  while (end < reader.tokens.length && end < at + 4 && (end === at || !leadsOn(reader, end))) end++;
  const text = textOf(reader, at, end);
  return text && reader.tokens[at]?.kind !== 'mark' ? { text, end } : null;
}

function leadsOn({ tokens, book }: Reader, at: number): boolean {
  const { kind, stem } = tokens[at]!;
  return (
    kind === 'mark' ||
    book
      .find(stem)
      .some((sense) => ['skip', 'operators', 'dateWords', 'nouns', 'bounds'].includes(sense.kind))
  );
}

function isUnit({ tokens, input }: Reader, at: number): boolean {
  const { one, many } = input.vocabulary.unit;
  return [one, many, 'zone'].flatMap(stems).includes(tokens[at]?.stem ?? '');
}
