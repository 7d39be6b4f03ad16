import type { Field } from '../../../core/fields/field.ts';
import { type Found, phraseAt, type Reader } from '../reader.ts';
import { stems } from '../tokens.ts';
import { phrasedAt, phraseIndex } from './by-first-word.ts';

const measuresByWord = phraseIndex(({ key, kind, label, synonyms }: Field) =>
  (kind === 'number' || kind === 'money') && key !== 'random'
    ? [label, ...Object.values(synonyms).flat()]
    : [],
);

/** A field with numbers, by its label, its synonyms, the unit's name, or the language's own words. */
export function fieldAt(reader: Reader, at: number): Found<Field> | null {
  const own = phraseAt(reader, at, 'amountWords');
  const { fields, unit } = reader.input.vocabulary;
  let best: Found<Field> | null = null;
  const take = (field: Field | undefined, end: number) => {
    if (field && end > (best?.end ?? at)) best = { value: field, end };
  };
  for (const { value } of own?.value ?? []) take(fieldOf(reader, value), own!.end);
  for (const { value, words } of phrasedAt(measuresByWord(fields), reader.tokens, at))
    take(value, at + words.length);
  for (const [key, extra] of Object.entries(EXTRA))
    for (const words of extra(unit).map(stems))
      if (words.length > 0 && words.every((word, i) => reader.tokens[at + i]?.stem === word))
        take(fieldOf(reader, key), at + words.length);
  return best;
}

type Unit = { one: string; many: string };
const EXTRA: Readonly<Record<string, (unit: Unit) => string[]>> = {
  unit_count: ({ one, many }) => [one, many, 'venue'],
  unit_price: ({ one }) => [`${one} price`, `${one} rate`, `${one} fee`],
};

export const fieldOf = (reader: Reader, key: string): Field | undefined =>
  reader.input.vocabulary.fields.find((field) => field.key === key);
