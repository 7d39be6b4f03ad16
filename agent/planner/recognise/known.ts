// Whether a field has a value at all: "without a price", "no end date", "with a known contract end".
import type { Field } from '../../../core/fields/field.ts';
import { all, any } from '../filters.ts';
import { clauseItem, facetOf } from '../items.ts';
import type { Sense } from '../lexicon/lexicon.ts';
import { type Found, phraseAt, type Reader, skipWords } from '../reader.ts';
import { readPeriod } from '../time/read-period.ts';
import { stems } from '../tokens.ts';
import { phrasedAt, phraseIndex } from './by-first-word.ts';
import { channelAt } from './reach.ts';
import type { Recognised } from './recogniser.ts';

const AFTER =
  'on is was has been deposited saved registered available maintained record known recorded at all set file date dates stored noted entered given filled in for them there listed'.split(
    ' ',
  );
const CHANNEL_NOUNS = [
  'address',
  'addresses',
  'number',
  'numbers',
  'account',
  'accounts',
  'id',
  'contact',
  'contacts',
];

export function recogniseKnown(reader: Reader, at: number): Recognised | null {
  const opening = phraseAt(reader, at, 'known') ?? neither(reader, at);
  if (!opening) return null;
  const start = skipWords(reader, opening.end, [
    'a',
    'an',
    'any',
    'the',
    'known',
    'given',
    'recorded',
    'both',
  ]);
  const isMissing = opening.value.some(({ value }) => value === 'without');
  const address = addressOfChannel(reader, start, isMissing);
  if (address) return withSecond(reader, address, isMissing);
  const found = fieldNoun(reader, start);
  if (
    !found ||
    isGoingOn(reader, found) ||
    isValueNext(reader, found) ||
    (!isMissing && isNoun(reader, start, found.end))
  )
    return null;
  const end = skipWords(reader, found.end, AFTER);
  if (found.field.kind === 'yesno' && !found.field.isBuiltIn) {
    const values = [isMissing ? 'no' : 'yes'];
    return { item: clauseItem(found.field.key, { op: 'in', field: found.field.key, values }), end };
  }
  const known = { op: 'known' as const, field: found.field.key };
  const item = clauseItem(found.field.key, isMissing ? { not: known } : known);
  return { item: { ...item, isHead: false, facet: `${facetOf(found.field.key)}:known` }, end };
}

/** "neither a tier nor an account manager" */
const neither = (reader: Reader, at: number): Found<Sense[]> | null => {
  const start = skipWords(reader, at, ['has', 'have', 'having', 'with', 'and', 'or']);
  const isNone = ['neither', 'nor'].includes(reader.tokens[start]?.word ?? '');
  const isField =
    isNone && fieldNoun(reader, skipWords(reader, start + 1, ['a', 'an', 'any', 'the'])) !== null;
  return isField ? { value: [{ kind: 'known', value: 'without' }], end: start + 1 } : null;
};

/** "both a WhatsApp number and an email address" */
function withSecond(reader: Reader, first: Recognised, isMissing: boolean): Recognised {
  const link = reader.tokens[first.end]?.word ?? '';
  const start = skipWords(reader, first.end + 1, ['a', 'an', 'the', 'any']);
  const second = ['and', 'or', 'nor'].includes(link) ? addressOfChannel(reader, start, isMissing) : null;
  if (!second || first.item.kind !== 'clause' || second.item.kind !== 'clause') return first;
  const both = [first.item.filter, second.item.filter];
  const isAll = isMissing ? link !== 'and' : link === 'and';
  return { item: { ...first.item, filter: isAll ? all(both) : any(both) }, end: second.end };
}

/** "without an e-mail address": nobody there has one. */
function addressOfChannel(reader: Reader, at: number, isMissing: boolean): Recognised | null {
  const channel = phraseAt(reader, at, 'channels');
  const word = channel ? channel.end : reader.tokens[at]?.word === 'phone' ? at + 1 : null;
  if (word === null) return null;
  const noun = skipWords(reader, word, CHANNEL_NOUNS);
  const end =
    noun > word || isMissing
      ? skipWords(
          reader,
          noun,
          AFTER.filter((one) => one !== 'on' && one !== 'in' && one !== 'for'),
        )
      : noun;
  // "…, no LINE please" says how to write, not to whom.
  const opening = reader.tokens.slice(Math.max(0, at - 2), at).map((token) => token.word);
  if (
    noun === word &&
    opening.at(-1) === 'no' &&
    [undefined, ',', '.', '(', '-', 'but'].includes(opening.at(-2))
  )
    return null;
  if (!isMissing && noun === word) return null;
  const key = channelAt(reader, at)?.value;
  if (!key) return { item: { kind: 'unknown' }, end };
  const by = { op: 'in' as const, field: 'reachable_by', values: [key] };
  const item = clauseItem('reachable_by', isMissing ? { not: by } : by);
  return { item: { ...item, isHead: false }, end };
}

// Verbs name a date, not the field: "without renewal", "has lapsed".
const fieldsByNoun = phraseIndex(({ kind, label, synonyms, columns }: Field) =>
  [label, ...Object.values(synonyms).flat(), ...columns].filter(
    (word) => kind !== 'date' || /date|end$|start$|expiry/.test(word),
  ),
);

export function fieldNoun({ tokens, input }: Reader, at: number): { field: Field; end: number } | null {
  const { fields, unit } = input.vocabulary;
  let best: { field: Field; end: number } | null = null;
  const take = (field: Field, length: number) => {
    if (at + length > (best?.end ?? at)) best = { field, end: at + length };
  };
  for (const { value, words } of phrasedAt(fieldsByNoun(fields), tokens, at)) take(value, words.length);
  const counted = fields.find(({ key }) => key === 'unit_count');
  for (const words of [unit.one, unit.many].map(stems))
    if (counted && words.length > 0 && words.every((word, i) => tokens[at + i]?.stem === word))
      take(counted, words.length);
  return best;
}

/** "with tag VIP", "having the tag “VIP”": its value follows. */
function isValueNext(reader: Reader, { field, end }: { field: Field; end: number }): boolean {
  const at = skipWords(reader, end, ['"', '“', '‘', "'", ':', 'of', 'is', 'as', 'the', 'called']);
  return [3, 2, 1].some((length) => {
    const words = reader.tokens.slice(at, at + length).map(({ stem }) => stem);
    return reader.names.find(words.join(' ')).some((entry) => entry.field === field.key);
  });
}

/** "with contracts" says nothing of them. */
const isNoun = (reader: Reader, at: number, end: number): boolean =>
  phraseAt(reader, at, 'nouns')?.end === end;

/** "no end date before 2027", "a price from 100"; "no end date in Spain" goes on with something else. */
function isBounded(reader: Reader, at: number): boolean {
  const bound = phraseAt(reader, at, 'bounds');
  return bound !== null && (readPeriod(reader, at) !== null || reader.tokens[bound.end]?.kind === 'number');
}

/** A bound or a value follows: then the field is compared, not merely present. */
function isGoingOn(reader: Reader, { field, end }: { field: Field; end: number }): boolean {
  const isMeasured = ['date', 'number', 'money'].includes(field.kind);
  const behind = skipWords(reader, end, ['date', 'dates', 'of', 'is', 'per', 'a']);
  const next = phraseAt(reader, end, 'comparators', 'months', 'relatives', 'naming');
  return (
    Boolean(next) ||
    reader.tokens[behind]?.kind === 'number' ||
    (isMeasured && phraseAt(reader, behind, 'comparators', 'numbers') !== null) ||
    (isMeasured && isBounded(reader, end)) ||
    (isMeasured && behind > end && readPeriod(reader, behind) !== null)
  );
}
