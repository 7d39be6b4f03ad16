// A value as it is said, as the field keeps it: a day, an amount in minor units, a number, yes or no, a colleague.
import type { Field } from '../../../../core/fields/field.ts';
import { toMinor } from '../../../../lib/money.ts';
import { fold } from '../../../../lib/text.ts';
import { type Frame, readFrame } from '../../frame.ts';
import { firstNameOf } from '../../names/first-name.ts';
import { readAmount } from '../../recognise/read-amount.ts';
import { resolvePeriod } from '../../time/period.ts';
import { readDay } from '../../time/read-day.ts';

/** A field of the registry that a person may set, by its label, key or a synonym. */
export function namedField(said: string, { input: { vocabulary } }: Frame): Field | undefined {
  const word = fold(said.replace(/^(?:new|current)\s+/i, ''));
  const called = ({ key, label, synonyms }: Field) =>
    [label, key.replaceAll('_', ' '), ...(synonyms.en ?? [])].some((name) => fold(name) === word);
  return vocabulary.fields.find((field) => field.kind !== 'event' && called(field));
}

/** Null where the words are no such value. */
export function readValue(said: string, field: Field, frame: Frame): string | number | boolean | null {
  switch (field.kind) {
    case 'date':
      return dayOf(said, frame);
    case 'money':
      return minorOf(said, frame);
    case 'number':
      return numberOf(said, frame);
    case 'yesno':
      return /^(?:yes|true|y)$/i.test(said) ? true : /^(?:no|false|n)$/i.test(said) ? false : null;
    default:
      return field.key === 'owner' ? colleague(said, frame) : said;
  }
}

const readerOf = (said: string, { input }: Frame) => readFrame(said, input).reader;

function dayOf(said: string, frame: Frame): string | null {
  const reader = readerOf(said, frame);
  const day = readDay(reader, 0);
  if (!day || day.end < reader.tokens.length) return null;
  return resolvePeriod(day.value, { today: frame.input.today, direction: 'future' })?.from ?? null;
}

function minorOf(said: string, frame: Frame): number | null {
  const { currency } = frame.input;
  const words = said.replace(/\s+(?:per|a|each|for each)\s+.*$/i, '');
  const reader = readerOf(words, frame);
  const amount = readAmount(reader, 0);
  if (!amount || amount.end < reader.tokens.length || !currency) return null;
  // Prices are kept in one currency: another one is no value here.
  const isOther = amount.value.currency !== null && amount.value.currency.value !== currency;
  return isOther ? null : toMinor(amount.value.value, currency);
}

function numberOf(said: string, frame: Frame): number | null {
  const reader = readerOf(said, frame);
  const amount = readAmount(reader, 0);
  return amount && amount.end === reader.tokens.length && !amount.value.currency ? amount.value.value : null;
}

/** As it is said where nobody is called so: the change is refused with the reason. */
function colleague(said: string, { input: { vocabulary, person } }: Frame): string {
  const word = fold(said);
  if (word === 'me') return person.name;
  const found = vocabulary.people.filter(({ name }) => fold(name) === word || firstNameOf(name) === word);
  return found.length === 1 ? found[0]!.name : said;
}
