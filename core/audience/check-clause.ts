import { isDate } from '../../lib/dates.ts';
import { AppError } from '../../lib/errors.ts';
import { fold, joinWords } from '../../lib/text.ts';
import type { Field, FieldKind } from '../fields/field.ts';
import { findCountry } from '../places/countries.ts';
import { findRegion } from '../places/regions.ts';
import type { Clause } from './filter.ts';
import { nearestWords } from './nearest-words.ts';

type Operator = Clause['op'];

const OPERATORS: Record<FieldKind, readonly Operator[]> = {
  text: ['in', 'contains', 'known'],
  choice: ['in', 'contains', 'known'],
  brand: ['in', 'contains', 'known'],
  place: ['in', 'contains', 'known'],
  number: ['in', 'between', 'known'],
  money: ['in', 'between', 'known'],
  date: ['in', 'between', 'known'],
  yesno: ['in', 'known'],
};
/** Worked out from other data, so that there is no text in which to look. */
const DERIVED = new Set(['contract_status', 'size', 'region', 'country']);
/** Their values are a closed list; what is not on it is a mistake rather than a value nobody has. */
const CLOSED = new Set(['contract_status', 'size']);

/** Checks one clause against the registry and answers it with its values in the registry's spelling. */
export function checkClause(clause: Clause, fields: readonly Field[], at: string): Clause {
  const field = fields.find((known) => known.key === clause.field);
  if (!field) throw unknownField(clause.field, fields, at);
  const refuse = (why: string): never => {
    throw new AppError('filter:invalid', `The condition on ${field.label} at ${at} is wrong: ${why}.`, {
      nextStep: 'Correct this condition.',
      where: { at, field: field.key },
    });
  };
  const allowed = OPERATORS[field.kind].filter((op) => op !== 'contains' || !DERIVED.has(field.key));
  if (!allowed.includes(clause.op)) {
    refuse(`"${clause.op}" does not apply to it; ${joinWords(allowed, 'or')} would`);
  }
  if (clause.op === 'known') return clause;
  if (clause.op === 'contains') {
    if (hasNul(clause.text)) refuse('its text holds a NUL character');
    return clause;
  }
  const check = (value: string | number) => checkValue(value, field, refuse);
  if (clause.op === 'in') return { ...clause, values: clause.values.map(check) };
  const [from, to] = [clause.from, clause.to].map((end) => (end == null ? null : check(end)));
  if (from == null && to == null) refuse('it needs a beginning or an end');
  if (from != null && to != null && from > to) refuse(`${from} comes after ${to}`);
  return { op: 'between', field: field.key, from: from ?? null, to: to ?? null };
}

function checkValue(value: string | number, field: Field, refuse: (why: string) => never): string | number {
  if (field.kind === 'number' || field.kind === 'money')
    return toNumber(value) ?? refuse(`${quote(value)} is no number`);
  const text = String(value);
  if (hasNul(text)) return refuse('a value holds a NUL character');
  if (field.kind === 'date')
    return isDate(text) ? text : refuse(`${quote(text)} is no calendar date (yyyy-mm-dd)`);
  if (field.kind === 'yesno') return YES_NO.get(fold(text)) ?? refuse(`${quote(text)} is neither yes nor no`);
  if (field.key === 'country') {
    return findCountry(text) ?? findCountry(text.toUpperCase()) ?? refuse(`${quote(text)} is no country`);
  }
  if (field.key === 'region') return findRegion(text) ?? text;
  return spelled(text, field) ?? (CLOSED.has(field.key) ? refuse(notListed(text, field)) : text);
}

const YES_NO = new Map([
  ...['yes', 'true', '1', 'y'].map((word) => [word, 'yes'] as const),
  ...['no', 'false', '0', 'n'].map((word) => [word, 'no'] as const),
]);

function toNumber(value: string | number): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(value.trim()) ? Number(value) : null;
}

/** A choice's value by itself or by one of its synonyms ("SYB" is Soundtrack Your Brand). */
function spelled(text: string, field: Field): string | undefined {
  const asked = fold(text);
  return field.values.find(({ value, synonyms }) => [value, ...synonyms].some((word) => fold(word) === asked))
    ?.value;
}

const notListed = (text: string, field: Field): string =>
  `${quote(text)} is not one of ${joinWords(field.values.map(({ value }) => value))}`;

function unknownField(key: string, fields: readonly Field[], at: string): AppError {
  const words = fields.flatMap((field) => [field.key, field.label, ...Object.values(field.synonyms).flat()]);
  const owner = (word: string) =>
    fields.find((field) => [field.key, field.label, ...Object.values(field.synonyms).flat()].includes(word))!
      .key;
  const nearest = [...new Set(nearestWords(key, words).map(owner))];
  return new AppError('field:unknown', `There is no field ${quote(key)} (at ${at}).`, {
    nextStep: `Use ${joinWords(nearest.length > 0 ? nearest : fields.map((field) => field.key), 'or')}.`,
    where: { at, field: key.slice(0, 60), nearest },
  });
}

const quote = (value: string | number): string => `"${String(value).slice(0, 60)}"`;
const hasNul = (text: string): boolean => text.includes('\0');
