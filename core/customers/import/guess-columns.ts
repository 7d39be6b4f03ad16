// What the columns of a table mean, each with the reason: what a person said before, the heading, then the values.
import { isTimeZone } from '../../../lib/dates.ts';
import { fold } from '../../../lib/text.ts';
import type { Field } from '../../fields/field.ts';
import { findCountry } from '../../places/countries.ts';
import { type Column, columnReader, columnWords } from './columns.ts';
import { findBrand, type KnownBrand } from './match-brand.ts';
import { known } from './raw-record.ts';
import { readCount } from './read-values.ts';

export type ColumnGuess = {
  label: string;
  column: Column | null;
  because: string;
  /** 0 … 1; below SURE_ENOUGH it is only proposed. */
  confidence: number;
  samples: string[];
};

/** A guess that is less sure than this is shown, and not used before a person says so. */
export const SURE_ENOUGH = 0.6;

type Input = {
  /** Each column's heading with some of its values. */
  columns: readonly { label: string; samples: readonly string[] }[];
  fields: readonly Field[];
  brands: readonly KnownBrand[];
  /** By folded heading: what a person said it is. */
  remembered: ReadonlyMap<string, Column | null>;
};

export function guessColumns({ columns, fields, brands, remembered }: Input): ColumnGuess[] {
  const read = columnReader(fields);
  const words = columnWords(fields);
  const byValues = valueReader(fields, brands);
  const guesses = columns.map(({ label, samples }): ColumnGuess => {
    const shown = { label, samples: samples.slice(0, 3) };
    const said = remembered.get(fold(label));
    if (said !== undefined) return { ...shown, column: said, because: 'a person said so', confidence: 1 };
    const plain = label.replace(/ \(\d+\)$/, '');
    const column = read(plain);
    if (isCounted(column) && areNames(samples)) return { ...shown, ...ZONES };
    if (column) return { ...shown, column, because: `the heading "${plain}"`, confidence: 1 };
    const known = samples.filter((value) => value !== '');
    const found = byHeading(plain, words) ?? byValues(known);
    if (isCounted(found?.column) && areNames(samples)) return { ...shown, ...ZONES };
    return found ? { ...shown, ...found } : { ...shown, column: null, because: UNKNOWN, confidence: 0 };
  });
  return proposeName(settleNames(onlyOnce(guesses)));
}

const UNKNOWN = 'nothing says what it is; it is kept in the source text';

/** "Zones: Lobby, Bar": whoever lists them does not count them. */
const ZONES = {
  column: { kind: 'field', key: 'unit_name' },
  because: 'its values are names, not numbers',
  confidence: 0.8,
} as const;
const isCounted = (column: Column | null | undefined): boolean =>
  column?.kind === 'field' && column.key === 'unit_count';
const areNames = (samples: readonly string[]): boolean => {
  const said = samples.filter((value) => known(value));
  return said.length > 0 && said.every((value) => /\p{L}{2}/u.test(value) && 'problem' in readCount(value));
};

type Found = Pick<ColumnGuess, 'column' | 'because' | 'confidence'>;

// "Former name" is not the name, "Billing city" not the city.
const OTHERS =
  /\b(former|previous|old|other|alternative|billing|parent|second|2|our|their|updated|created|modified)\b/;

/** A heading that holds a known one ("Hotel city", "Contract end date"), or is one with a slip of the keys. */
function byHeading(label: string, words: ReadonlyMap<string, Column>): Found | null {
  const folded = fold(label);
  if (OTHERS.test(folded)) return null;
  const within = [...words]
    .filter(([word]) => word.length >= 4 && ` ${folded} `.includes(` ${word} `))
    .toSorted(([a], [b]) => b.length - a.length)[0];
  if (within) return { column: within[1], because: `"${within[0]}" in the heading`, confidence: 0.75 };
  const slip = [...words].find(([word]) => word.length >= 5 && isOneSlip(word, folded));
  return slip ? { column: slip[1], because: `the heading is nearly "${slip[0]}"`, confidence: 0.7 } : null;
}

/** Whether one letter is missing, too many, another one, or has changed places with its neighbour. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  return (
    Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === [...right].reverse().join(''))
  );
}

function valueReader(fields: readonly Field[], brands: readonly KnownBrand[]) {
  const contact = (detail: 'email' | 'phone'): Column => ({ kind: 'contact', detail, role: null });
  const field = (key: string): Column => ({ kind: 'field', key });
  const kinds: { column: Column; what: string; confidence: number; test: (value: string) => boolean }[] = [
    {
      column: contact('email'),
      what: 'e-mail addresses',
      confidence: 0.9,
      test: (v) => /^\S+@\S+\.\S+$/.test(v),
    },
    {
      column: contact('phone'),
      what: 'telephone numbers',
      confidence: 0.7,
      test: (v) => /^\+\d[\d ()-]{7,}$/.test(v),
    },
    {
      column: field('time_zone'),
      what: 'time zones',
      confidence: 0.95,
      test: (v) => v.includes('/') && isTimeZone(v),
    },
    {
      column: field('country'),
      what: 'countries',
      confidence: 0.8,
      test: (v) => v.length > 2 && findCountry(v) !== null,
    },
    {
      column: field('brand'),
      what: 'brands of this workspace',
      confidence: 0.8,
      test: (v) => findBrand(brands, v) !== null,
    },
    ...fields
      .filter(({ values, key }) => values.length > 0 && (key === 'type' || !FROM_ELSEWHERE.has(key)))
      .map(({ key, label, values }) => {
        const words = new Set(values.flatMap(({ value, synonyms }) => [value, ...synonyms].map(fold)));
        return {
          column: field(key),
          what: `values of ${label}`,
          confidence: 0.8,
          test: (v: string) => words.has(fold(v)),
        };
      }),
  ];
  return (samples: readonly string[]): Found | null => {
    if (samples.length === 0) return null;
    const found = kinds.find(({ test }) => samples.filter(test).length >= samples.length * 0.8);
    return found
      ? { column: found.column, because: `its values are ${found.what}`, confidence: found.confidence }
      : null;
  };
}

const FROM_ELSEWHERE = new Set(['contract_status', 'size', 'activity_status']);

/** Of two columns that seem to be one field the surer one is it; a heading that says so exactly is never put aside. */
function onlyOnce(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  return guesses.map((guess) => {
    if (guess.column?.kind !== 'field' || guess.confidence === 1) return guess;
    const { key } = guess.column;
    const rival = guesses.find(
      (other) =>
        other !== guess &&
        other.column?.kind === 'field' &&
        other.column.key === key &&
        (other.confidence > guess.confidence ||
          (other.confidence === guess.confidence && guesses.indexOf(other) < guesses.indexOf(guess))),
    );
    if (!rival) return guess;
    return {
      ...guess,
      column: null,
      confidence: 0,
      because: `"${rival.label}" is that already; it is kept in the source text`,
    };
  });
}

const isName = ({ column }: ColumnGuess): boolean => column?.kind === 'field' && column.key === 'name';

/** "Company, Name, Email": the plain "Name" beside another name column is the person's. */
function settleNames(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const names = guesses.filter((guess) => isName(guess) && guess.because !== 'a person said so');
  const person = names.length > 1 && names.find(({ label }) => fold(label) === 'name');
  if (!person) return [...guesses];
  const because = 'another column names the customer, so this is the person';
  return guesses.map((guess) =>
    guess === person
      ? { ...guess, column: { kind: 'contact', detail: 'name', role: null }, because, confidence: 0.9 }
      : guess,
  );
}

/** Without a column of names the one whose values differ most is proposed; a person has to say so. */
function proposeName(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  if (guesses.some(isName)) return [...guesses];
  const texts = guesses.filter(
    ({ column, samples }) =>
      !column && samples.length > 0 && samples.every((value) => /\p{L}{3}/u.test(value) && known(value)),
  );
  const best = texts.find(({ samples }) => new Set(samples).size === samples.length);
  if (!best) return [...guesses];
  const because = 'its values are different names; say whether they are those of the customers';
  return guesses.map((guess) =>
    guess === best ? { ...guess, column: { kind: 'field', key: 'name' }, because, confidence: 0.5 } : guess,
  );
}
