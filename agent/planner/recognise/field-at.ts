import type { Field } from '../../../core/fields/field.ts';
import { type Found, phraseAt, type Reader } from '../reader.ts';
import { stems } from '../tokens.ts';

/** A field with numbers, by its label, its synonyms, the unit's name, or the language's own words. */
export function fieldAt(reader: Reader, at: number): Found<Field> | null {
  const own = phraseAt(reader, at, 'amountWords');
  const { fields, unit } = reader.input.vocabulary;
  let best: Found<Field> | null = null;
  const take = (field: Field | undefined, end: number) => {
    if (field && end > (best?.end ?? at)) best = { value: field, end };
  };
  if (own) take(fieldOf(reader, own.value[0]!.value), own.end);
  for (const field of fields) {
    if ((field.kind !== 'number' && field.kind !== 'money') || field.key === 'random') continue;
    const extra = EXTRA[field.key]?.(unit) ?? [];
    for (const phrase of [field.label, ...Object.values(field.synonyms).flat(), ...extra]) {
      const words = stems(phrase);
      if (words.length > 0 && words.every((word, i) => reader.tokens[at + i]?.stem === word))
        take(field, at + words.length);
    }
  }
  return best;
}

type Unit = { one: string; many: string };
const EXTRA: Readonly<Record<string, (unit: Unit) => string[]>> = {
  unit_count: ({ one, many }) => [one, many, 'venue'],
  unit_price: ({ one }) => [`${one} price`, `${one} rate`, `${one} fee`],
};

export const fieldOf = (reader: Reader, key: string): Field | undefined =>
  reader.input.vocabulary.fields.find((field) => field.key === key);
