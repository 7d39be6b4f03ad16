// A field that has no value, told behind it: "end date unknown", "whose price or end date is missing", "the category we
// do not know".
import type { Filter } from '../../../core/audience/filter.ts';
import type { Field } from '../../../core/fields/field.ts';
import { any } from '../filters.ts';
import { clauseItem, facetOf } from '../items.ts';
import { phraseAt, type Reader, skipWords } from '../reader.ts';
import { fieldNoun } from './known.ts';
import { channelAt } from './reach.ts';
import type { Recognised } from './recogniser.ts';

const MISSING = [
  'unknown',
  'none',
  'not know',
  'n a',
  'nothing',
  'missing',
  'blank',
  'empty',
  'not known',
  'not set',
  'not recorded',
  'not given',
  'not there',
  'not filled in',
  'not on file',
  'unclear',
  'tbd',
  'tba',
  'do not know',
  'do not have',
  'have not got',
  'does not exist',
];
const LINKS = [
  'date',
  'dates',
  'is',
  'are',
  'was',
  'we',
  'still',
  'that',
  'which',
  'has',
  'been',
  'being',
  'just',
  'either',
  'i',
  ':',
  '=',
];

export function recogniseKnownBehind(reader: Reader, at: number): Recognised | null {
  return fieldsMissing(reader, at) ?? addressMissing(reader, at);
}

/** "whose email is missing", "where the WhatsApp number is unknown" */
function addressMissing(reader: Reader, at: number): Recognised | null {
  const start = skipWords(reader, at, ['whose', 'where', 'their', 'the']);
  const channel = channelAt(reader, start);
  if (!channel || start === at) return null;
  const noun = skipWords(reader, channel.end, [
    'address',
    'addresses',
    'number',
    'numbers',
    'account',
    'contact',
  ]);
  const past = pastMissing(reader, skipWords(reader, noun, LINKS));
  if (past === null) return null;
  const by: Filter = { op: 'in', field: 'reachable_by', values: [channel.value] };
  return { item: { ...clauseItem('reachable_by', { not: by }), isHead: false }, end: past };
}

function fieldsMissing(reader: Reader, at: number): Recognised | null {
  const fields: Field[] = [];
  let end = skipWords(reader, at, ['whose', 'where', 'their', 'the', 'with', 'either', 'a', 'an']);
  for (;;) {
    const noun = fieldNoun(reader, end);
    if (!noun || noun.field.key === 'name' || phraseAt(reader, end, 'nouns')?.end === noun.end) break;
    fields.push(noun.field);
    end = noun.end;
    const joined = skipWords(reader, end, ['or', 'and', 'the', 'their', '/', ',']);
    if (joined === end || !fieldNoun(reader, joined)) break;
    end = joined;
  }
  const past = fields.length > 0 ? pastMissing(reader, skipWords(reader, end, LINKS)) : null;
  if (past === null) return null;
  const filter = any(fields.map(({ key }): Filter => ({ not: { op: 'known', field: key } })));
  const [{ key }] = fields as [Field];
  return { item: { ...clauseItem(key, filter), isHead: false, facet: `${facetOf(key)}:known` }, end: past };
}

function pastMissing({ tokens }: Reader, at: number): number | null {
  const found = MISSING.map((phrase) => phrase.split(' ')).find((words) =>
    words.every((word, i) => tokens[at + i]?.word === word),
  );
  return found ? at + found.length : null;
}
