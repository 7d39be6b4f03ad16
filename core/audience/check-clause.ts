import { isDate } from '../../lib/dates.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { isRelativeDay } from '../../lib/relative-day.ts';
import { fold, joinWords } from '../../lib/text.ts';
import type { Field, FieldKind } from '../fields/field.ts';
import { findCountry } from '../places/countries.ts';
import { findRegion } from '../places/regions.ts';
import { checkDid, checkTop, type Refuse } from './check-event.ts';
import type { Clause } from './filter.ts';
import { nearestWords } from './nearest-words.ts';

type Operator = Clause['op'];

const WORDY: readonly Operator[] = ['in', 'contains', 'like', 'known'];
const ORDERED: readonly Operator[] = ['in', 'between', 'known', 'top'];
const OPERATORS: Record<FieldKind, readonly Operator[]> = {
  text: WORDY,
  choice: WORDY,
  brand: WORDY,
  place: WORDY,
  number: ORDERED,
  money: ORDERED,
  date: ORDERED,
  yesno: ['in', 'known'],
  event: ['did', 'known'],
};
/** Worked out from other data, so that there is no text in which to look. */
const DERIVED: readonly Operator[] = ['in', 'known'];
const OWN_OPERATORS: Readonly<Record<string, readonly Operator[]>> = {
  contract_status: DERIVED,
  size: DERIVED,
  region: DERIVED,
  country: DERIVED,
  reachable_by: DERIVED,
  consent: DERIVED,
  contact_role: DERIVED,
  activity_status: ['in'],
  segment: ['in'],
  anything: ['contains', 'like'],
  random: ['top'],
};
/** Their values are a closed list; what is not on it is a mistake rather than a value nobody has. */
const CLOSED = new Set(['contract_status', 'size', 'activity_status']);

export const operatorsOf = ({ key, kind, isBuiltIn }: Field): readonly Operator[] =>
  (isBuiltIn ? OWN_OPERATORS[key] : undefined) ?? OPERATORS[kind];

/** Checks one clause against the registry and answers it with its values in the registry's spelling. */
export function checkClause(clause: Clause, fields: readonly Field[], at: string): Clause {
  const field = fields.find((known) => known.key === clause.field);
  if (!field) throw unknownField(clause.field, fields, at);
  const refuse: Refuse = (why) => {
    throw new AppError('filter:invalid', `The condition on ${field.label} at ${at} is wrong: ${why}.`, {
      nextStep: 'Correct this condition.',
      where: { at, field: field.key },
    });
  };
  const allowed = operatorsOf(field);
  if (!allowed.includes(clause.op)) {
    refuse(`"${clause.op}" does not apply to it; ${joinWords(allowed, 'or')} would`);
  }
  switch (clause.op) {
    case 'known':
      return field.kind === 'event' ? { op: 'did', field: field.key, from: null, to: null } : clause;
    case 'contains':
    case 'like':
      return hasNul(clause.text) ? refuse('its text holds a NUL character') : clause;
    case 'in':
      return { ...clause, values: clause.values.map((value) => checkValue(value, field, refuse)) };
    case 'did':
      return checkDid(clause, refuse);
    case 'top':
      return checkTop(clause, refuse);
    case 'between':
      return checkBetween(clause, field, refuse);
  }
}

function checkBetween(clause: Extract<Clause, { op: 'between' }>, field: Field, refuse: Refuse): Clause {
  const [from, to] = [clause.from, clause.to].map((end) =>
    end == null ? null : checkValue(end, field, refuse),
  );
  if (from == null && to == null) refuse('it needs a beginning or an end');
  const isRelative = [from, to].some((end) => isRelativeDay(String(end)));
  if (from != null && to != null && !isRelative && from > to) refuse(`${from} comes after ${to}`);
  return { op: 'between', field: field.key, from: from ?? null, to: to ?? null };
}

function checkValue(value: string | number, field: Field, refuse: Refuse): string | number {
  if (field.kind === 'number' || field.kind === 'money') {
    const number = toNumber(value) ?? refuse(`${quote(value)} is no number`);
    const isWhole = field.kind === 'number' || Number.isSafeInteger(number);
    return isWhole ? number : refuse(`${quote(value)} is no whole number of minor units`);
  }
  const text = String(value);
  if (hasNul(text)) return refuse('a value holds a NUL character');
  if (field.kind === 'date') {
    const isDay = isDate(text) || isRelativeDay(text);
    return isDay ? text : refuse(`${quote(text)} is neither a calendar date (yyyy-mm-dd) nor a relative one`);
  }
  if (field.kind === 'yesno') return YES_NO.get(fold(text)) ?? refuse(`${quote(text)} is neither yes nor no`);
  if (!field.isBuiltIn) return spelled(text, field) ?? text;
  if (field.key === 'country') {
    return findCountry(text) ?? findCountry(text.toUpperCase()) ?? refuse(`${quote(text)} is no country`);
  }
  if (field.key === 'region') return findRegion(text) ?? text;
  if (field.key === 'segment') return isId(text) ? text : refuse(`${quote(text)} is no segment's id`);
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
