// How names and values stand in the words of a filter, so that the words can be read back (parse-words.ts).
import { formatMoney } from '../../lib/money.ts';
import { fold, joinWords } from '../../lib/text.ts';
import type { Field } from '../fields/field.ts';
import { countryName } from '../places/countries.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { brandSubtree } from './brand-tree.ts';

type Named = { id: string; name: string };

/** What the words of a filter are made from; a vocabulary has it, and a filter's scope. */
export type FilterWords = Pick<Vocabulary, 'fields' | 'brands' | 'people'> & {
  currency: string;
  campaigns?: readonly Named[];
  segments?: readonly Named[];
  /** The day on which relative dates are told as dates too; without it they are not. */
  today?: string;
};

/** Words that would be taken for the grammar's own. */
const RESERVED = /(^| )(or|not|known|from|at least|at most|exactly)( |$)/i;
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’&./+@#_-]*( [\p{L}\p{M}\p{N}'’&./+@#_-]+)*$/u;

const isPlain = (text: string): boolean => PLAIN.test(text) && !RESERVED.test(text);

/** A text as it is where it cannot be misread, else in quotation marks, closing ones inside it doubled. */
export const say = (text: string): string => (isPlain(text) ? text : quoted(text));
export const quoted = (text: string): string => `“${text.replaceAll('”', '””')}”`;

/** A thing by its name where that means it alone, else by its id in square brackets. */
export function sayNamed(id: string, known: readonly Named[] = []): string {
  const name = known.find((one) => one.id === id)?.name;
  const isAlone = name !== undefined && known.filter((one) => one.name === name).length === 1;
  return isAlone ? quoted(name) : `[${id}]`;
}

/** "Business type" → "business type"; "VIP level" stays. */
export const lowerFirst = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

const GRAMMAR = /(^| )(is|not|contains|resembles|does|starts|ends)( |$)/;

/** A field's label where it means that field alone and reads as one, else its key in square brackets. */
export function sayField(key: string, fields: readonly Field[]): string {
  const field = fields.find((one) => one.key === key);
  const label = lowerFirst(field?.label ?? '');
  const isAlone = fields.filter((one) => lowerFirst(one.label) === label).length === 1;
  return isAlone && PLAIN.test(label) && !GRAMMAR.test(label) ? label : `[${key}]`;
}

type Said = { field: Field | undefined; words: FilterWords };

/** One value of a condition: an amount with its currency, a country by its name, a person by theirs. */
export function sayValue(value: string | number, { field, words }: Said): string {
  const text = String(value);
  if (field?.kind === 'number') return text;
  if (field?.kind === 'money') return formatMoney({ minor: Number(value), currency: words.currency });
  if (!field?.isBuiltIn) return say(text);
  if (field.key === 'country') return say(countryName(text));
  if (field.key === 'brand') return sayBrand(text, words);
  if (field.key === 'owner') return sayOwner(text, words);
  if (field.key === 'segment') return sayNamed(text, words.segments);
  return say(text);
}

/** Somebody meant by id stands by name alone; words for somebody stand in quotation marks. */
function sayOwner(value: string, { people }: FilterWords): string {
  const person = people.find(({ id }) => id === value);
  if (!person) return quoted(value);
  const isAlone = people.filter(({ name }) => name === person.name).length === 1;
  return isAlone && isPlain(person.name) ? person.name : `[${value}]`;
}

function sayBrand(name: string, { brands }: FilterWords): string {
  const below = brandSubtree(brands, [name])
    .map((brand) => brand.name)
    .filter((below) => fold(below) !== fold(name));
  if (below.length === 0) return say(name);
  return `${say(name)} (with ${joinWords(shorten(below.toSorted()).map(say))})`;
}

// What a brand brings with it is told in short; the brand itself says it all.
const MOST_BELOW = 6;
const shorten = (words: readonly string[]): readonly string[] =>
  words.length <= MOST_BELOW
    ? words
    : [...words.slice(0, MOST_BELOW - 1), `${words.length - MOST_BELOW + 1} more`];
