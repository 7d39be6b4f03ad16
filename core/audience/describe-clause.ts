import { formatDate } from '../../lib/dates.ts';
import { formatMoney } from '../../lib/money.ts';
import { fold, joinWords } from '../../lib/text.ts';
import type { Field } from '../fields/field.ts';
import { countryName } from '../places/countries.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { brandSubtree } from './brand-tree.ts';
import { describeRange } from './describe-dates.ts';
import type { Clause } from './filter.ts';

/** What the words of a filter are made from; a vocabulary has it, and a filter's scope. */
export type FilterWords = Pick<Vocabulary, 'fields' | 'brands' | 'people'> & { currency: string };

type Said = { words: FilterWords; isNegated?: boolean };

/** One clause in words: "brand is not Hilton (with Hilton Garden Inn)", "contract ends 1–31 October 2027". */
export function describeClause(clause: Clause, { words, isNegated = false }: Said): string {
  const field = words.fields.find(({ key }) => key === clause.field);
  const label = lowerFirst(field?.label ?? clause.field);
  if (clause.op === 'known') return `${label} is ${isNegated ? 'not ' : ''}known`;
  if (clause.op === 'contains') {
    return `${label} ${isNegated ? 'does not contain' : 'contains'} “${clause.text}”`;
  }
  if (field?.kind === 'date') return describeDates(clause, { label, isNegated });
  const say = (value: string | number) => describeValue(value, { field, words });
  if (clause.op === 'between') return `${label} is ${isNegated ? 'not ' : ''}${describeEnds(clause, say)}`;
  return `${label} is ${isNegated ? 'not ' : ''}${joinWords(shorten(clause.values.map(say)), 'or')}`;
}

type Between = Extract<Clause, { op: 'between' }>;
type In = Extract<Clause, { op: 'in' }>;

function describeEnds({ from, to }: Between, say: (value: string | number) => string): string {
  if (from != null && to != null) return from === to ? say(from) : `from ${say(from)} to ${say(to)}`;
  return from != null ? `at least ${say(from)}` : `at most ${say(to!)}`;
}

const VERBS: Readonly<Record<string, [string, string]>> = {
  contract_end: ['contract ends', 'contract does not end'],
  contract_start: ['contract starts', 'contract does not start'],
};

function describeDates(
  clause: In | Between,
  { label, isNegated }: { label: string; isNegated: boolean },
): string {
  const [is, isNot] = VERBS[clause.field] ?? [`${label} is`, `${label} is not`];
  return `${isNegated ? isNot : is} ${datesOf(clause)}`;
}

function datesOf(clause: In | Between): string {
  if (clause.op === 'in')
    return `on ${joinWords(shorten(clause.values.map((day) => formatDate(String(day)))), 'or')}`;
  const [from, to] = [clause.from, clause.to].map((end) => (end == null ? null : String(end)));
  if (from && to) return from === to ? `on ${formatDate(from)}` : describeRange({ from, to });
  return from ? `on or after ${formatDate(from)}` : `on or before ${formatDate(to!)}`;
}

function describeValue(
  value: string | number,
  { field, words }: { field: Field | undefined; words: FilterWords },
) {
  const text = String(value);
  if (field?.kind === 'money') return formatMoney({ minor: Number(value), currency: words.currency });
  if (field?.key === 'country') return countryName(text);
  if (field?.key === 'brand') return describeBrand(text, words);
  if (field?.key === 'owner') return words.people.find(({ id }) => id === text)?.name ?? text;
  return text;
}

function describeBrand(name: string, { brands }: FilterWords): string {
  const below = brandSubtree(brands, [name])
    .map((brand) => brand.name)
    .filter((below) => fold(below) !== fold(name));
  return below.length === 0 ? name : `${name} (with ${joinWords(shorten(below.toSorted(), 6))})`;
}

const shorten = (words: readonly string[], most = 12): readonly string[] =>
  words.length <= most ? words : [...words.slice(0, most - 1), `${words.length - most + 1} more`];

/** "Business type" → "business type"; "VIP level" stays. */
export const lowerFirst = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
