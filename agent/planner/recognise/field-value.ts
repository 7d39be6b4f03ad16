// A field named before its value: "tier Gold", "tagged VIP", "owner: nobody".
import type { Field } from '../../../core/fields/field.ts';
import { valueWithin } from '../filters.ts';
import { clauseItem, facetOf } from '../items.ts';
import { type Reader, skipWords, textOf } from '../reader.ts';
import { phrasedAt, phraseIndex } from './by-first-word.ts';
import { recogniseDated } from './dated.ts';
import { fieldNoun } from './known.ts';
import { recogniseOwner } from './owner.ts';
import type { Recognised } from './recogniser.ts';

export function recogniseFieldValue(reader: Reader, at: number): Recognised | null {
  return empty(reader, at) ?? recogniseOwner(reader, at) ?? valued(reader, at);
}

const LINKS = [
  'is',
  'are',
  'of',
  'in',
  'on',
  'a',
  'the',
  ':',
  '=',
  'as',
  '"',
  '“',
  '‘',
  'called',
  'set',
  'to',
];

const VALUED = ['choice', 'brand', 'place', 'text', 'yesno'];
const fieldsByWord = phraseIndex(({ key, label, synonyms, kind }: Field) =>
  VALUED.includes(kind) ? [label, key.replaceAll('_', ' '), ...Object.values(synonyms).flat()] : [],
);

/** "owner = nobody", "tier: none", "account manager is missing" */
function empty(reader: Reader, at: number): Recognised | null {
  const noun = fieldNoun(reader, at);
  const start = noun && skipWords(reader, noun.end, [':', '=', 'is', 'are']);
  if (!noun || start === noun.end || !EMPTY.has(reader.tokens[start!]?.word ?? '')) return null;
  const item = clauseItem(noun.field.key, { not: { op: 'known', field: noun.field.key } });
  return {
    item: { ...item, isHead: false, facet: `${facetOf(noun.field.key)}:known` },
    end: start! + 1,
  };
}
const EMPTY = new Set([
  'nobody',
  'none',
  'empty',
  'blank',
  'missing',
  'unknown',
  'unassigned',
  'nil',
  'null',
]);

function valued(reader: Reader, at: number): Recognised | null {
  for (const { value: field, words } of phrasedAt(
    fieldsByWord(reader.input.vocabulary.fields),
    reader.tokens,
    at,
  )) {
    const value = fieldValueAt(reader, field.key, skipWords(reader, at + words.length, LINKS));
    const not = negated(reader, field.key, at + words.length);
    if (not) return not;
    if (value && !isDated(reader, value))
      return {
        item: clauseItem(
          field.key,
          field.kind === 'text' && field.key !== 'name'
            ? valueWithin(field.key, [value.value, textOf(reader, value.start, value.end)])
            : { op: 'in', field: field.key, values: [value.value] },
        ),
        end: value.end,
      };
  }
  return null;
}

/** "tier: not Bronze", "platform is not USB" */
function negated(reader: Reader, field: string, at: number): Recognised | null {
  const link = skipWords(reader, at, [':', '=', 'is', 'are']);
  if (link === at || reader.tokens[link]?.word !== 'not') return null;
  const value = fieldValueAt(reader, field, skipWords(reader, link + 1, LINKS));
  const item = value && clauseItem(field, { not: { op: 'in', field, values: [value.value] } });
  return item && { item: { ...item, isHead: false }, end: value.end };
}

/** "contracts expired last month" is a date, not a state. */
const isDated = (reader: Reader, { start, end }: { start: number; end: number }): boolean =>
  (recogniseDated(reader, start)?.end ?? end) > end;

/** The longest value of this field at `at`. */
function fieldValueAt(
  { tokens, names }: Reader,
  field: string,
  at: number,
): { value: string; start: number; end: number } | null {
  for (let end = Math.min(tokens.length, at + names.longest); end > at; end--) {
    const phrase = tokens
      .slice(at, end)
      .map(({ stem }) => stem)
      .join(' ');
    const entry = names.find(phrase).find((one) => one.field === field);
    if (entry) return { value: entry.value, start: at, end };
  }
  return null;
}
