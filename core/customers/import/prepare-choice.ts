import { fold } from '../../../lib/text.ts';
import type { Field } from '../../fields/field.ts';

export type ReadChoice =
  | { kind: 'value'; value: string; isCertain: boolean }
  | { kind: 'other_field'; label: string; value: string }
  | { kind: 'unknown'; value: string };

const matches = (text: string, { value, synonyms }: Field['values'][number]): boolean =>
  [value, ...synonyms].some((word) => fold(word) === fold(text));

/**
 * A typed value as one of the field's own. "Shopping Mall?" is a Mall, but not certainly; a word that belongs to
 * another field ("Mini PC" where a business type should be) is told as that. A field without declared values takes
 * every word.
 */
export function readChoice(text: string, field: Field, all: readonly Field[]): ReadChoice {
  if (field.values.length === 0) return { kind: 'value', value: text, isCertain: true };
  const plain = text.replace(/\s*\?+\s*$/, '');
  const found = field.values.find((one) => matches(plain, one));
  if (found) return { kind: 'value', value: found.value, isCertain: plain === text.trim() };
  const other = all.find(({ key, values }) => key !== field.key && values.some((one) => matches(plain, one)));
  if (other) return { kind: 'other_field', label: other.label, value: text };
  return { kind: 'unknown', value: plain };
}
