// How long a contract still runs: "with less than 60 days left", "60 days or less to go", "90 days out from renewal".
import { type Found, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Period } from '../time/period.ts';
import { readCount } from '../time/read-count.ts';
import type { Recognised } from './recogniser.ts';

const LEFT =
  'left|to go|to run|remaining|until expiry|until the end|until it expires|until they expire|until renewal|before expiry|before renewal|before the end|before the contract ends|before it ends|before they expire|out from renewal|away from expiry|away from renewal|from expiry|from renewal|to renewal|to expiry'
    .split('|')
    .map((phrase) => phrase.split(' '));
const OPENINGS = ['with', 'has', 'have', 'having', 'only', 'just', 'got'];
const CLOSINGS = ['on', 'in', 'of', 'their', 'the', 'contract', 'contracts', 'agreement'];

export function recogniseTimeLeft(reader: Reader, at: number): Recognised | null {
  if (!reader.input.vocabulary.fields.some(({ key }) => key === 'contract_end')) return null;
  const start = skipWords(reader, at, OPENINGS);
  const comparator = valueAt(reader, start, 'comparators');
  const counted = readCount(reader, comparator?.end ?? start);
  const left = counted && readLeft(reader, skipWords(reader, counted.end, ['of', 'contract', 'time']));
  if (!left) return null;
  const isMore = ['gt', 'ge'].includes(comparator?.value ?? left.value);
  const period: Period = isMore
    ? { kind: 'from', inner: { kind: 'ahead', ...counted.value } }
    : { kind: 'next', ...counted.value };
  const item = { kind: 'dated', field: 'contract_end', direction: 'future', period } as const;
  return { item, end: skipWords(reader, left.end, CLOSINGS) };
}

/** "left", "left or less", "or less left": past it, and how the number before it was meant. */
function readLeft(reader: Reader, at: number): Found<string> | null {
  const early = valueAt(reader, at, 'comparatorsAfter');
  const start = early?.end ?? at;
  const words = LEFT.find((phrase) => phrase.every((word, i) => reader.tokens[start + i]?.word === word));
  if (!words) return null;
  const late = early ? null : valueAt(reader, start + words.length, 'comparatorsAfter');
  return { value: (early ?? late)?.value ?? 'le', end: late?.end ?? start + words.length };
}

const WITH_US = [
  'with us for',
  'customers for',
  'clients for',
  'customer for',
  'been with us for',
  'with us',
  'under contract for',
  'on board for',
].map((phrase) => phrase.split(' '));

/** "with us for more than 3 years", "an agreement over 3 years old": how long a contract has run. */
export function recogniseTenure(reader: Reader, at: number): Recognised | null {
  const { tokens } = reader;
  if (!reader.input.vocabulary.fields.some(({ key }) => key === 'contract_start')) return null;
  const start = skipWords(reader, at, [
    'been',
    'who',
    'have',
    'has',
    'are',
    'that',
    'which',
    'contract',
    'agreement',
  ]);
  const said = WITH_US.find((phrase) => phrase.every((word, i) => tokens[start + i]?.word === word));
  const from = said ? start + said.length : at;
  const comparator = valueAt(reader, from, 'comparators');
  const counted = readCount(reader, comparator?.end ?? from);
  const isOld = counted !== null && tokens[counted.end]?.word === 'old';
  if (!counted || !(said || (isOld && comparator))) return null;
  const isLess = ['lt', 'le'].includes(comparator?.value ?? 'ge');
  const inner: Period = { kind: 'ago', ...counted.value };
  const isExact = comparator?.value === 'eq';
  const period: Period = isExact ? inner : isLess ? { kind: 'from', inner } : { kind: 'by', inner };
  const item = { kind: 'dated', field: 'contract_start', direction: 'past', period } as const;
  const late = valueAt(reader, counted.end, 'comparatorsAfter');
  return {
    item,
    end: skipWords(reader, isOld ? counted.end + 1 : (late?.end ?? counted.end), ['already', 'now']),
  };
}
