// The first so many of an order, or some at random: "top 20", "the 10 biggest", "5% sample", "by contract value".
import { ownValue } from '../../../lib/own-value.ts';
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import { fieldAt } from './field-at.ts';
import { fieldNoun } from './known.ts';
import type { Recognised } from './recogniser.ts';

type Size = { count: number } | { percent: number };
type Order = { field: string; order: 'highest' | 'lowest' };

export function recogniseRank(reader: Reader, at: number): Recognised | null {
  return ordered(reader, at) ?? countOfMost(reader, at) ?? sampled(reader, at) ?? orderOf(reader, at);
}

/** "top 20", "20 biggest", "the most valuable 5%" */
function ordered(reader: Reader, at: number): Recognised | null {
  const start = skipWords(reader, at, ['the', 'our', 'my']);
  const first = superlativeAt(reader, start);
  const size = sizeAt(reader, first?.end ?? start);
  const order = first ?? (size && superlativeAt(reader, skipWords(reader, size.end, WHO)));
  if (!size || !order) return null;
  const end = Math.max(size.end, order.end);
  return { item: { kind: 'rank', ...order.value, ...ofContracts(reader, end), size: size.value }, end };
}

/** "the ten smallest contracts": by what they are worth. */
const ofContracts = ({ tokens, input }: Reader, at: number): { field?: string } =>
  ['contract', 'deal', 'agreement'].includes(tokens[at]?.stem ?? '') &&
  input.vocabulary.fields.some(({ key }) => key === 'contract_value')
    ? { field: 'contract_value' }
    : {};

function superlativeAt(reader: Reader, at: number): Found<Order> | null {
  const found = valueAt(reader, at, 'superlatives');
  const most = mostOf(reader, at);
  if (most && most.end > (found?.end ?? at)) return most;
  if (!found) return null;
  const [meant, order] = found.value.split(':') as [string, Order['order']];
  const has = (key: string) => reader.input.vocabulary.fields.some((field) => field.key === key);
  // Where nothing is agreed for a year, the best are those who ordered for most.
  const field = [meant, WITHOUT_CONTRACTS[meant] ?? ''].find(has);
  return field ? { value: { field, order }, end: found.end } : null;
}

const EXTREMES: Readonly<Record<string, Order['order']>> = {
  most: 'highest',
  highest: 'highest',
  biggest: 'highest',
  largest: 'highest',
  greatest: 'highest',
  top: 'highest',
  fewest: 'lowest',
  least: 'lowest',
  lowest: 'lowest',
  smallest: 'lowest',
};

/** "with the most zones", "paying the lowest price": a number and which end of it. */
function mostOf(reader: Reader, at: number): Found<Order> | null {
  const start = skipWords(reader, at, [
    'with',
    'who',
    'that',
    'have',
    'has',
    'having',
    'by',
    'the',
    'paying',
    'customers',
  ]);
  const order = ownValue(EXTREMES, reader.tokens[start]?.word ?? '');
  const field = order && fieldAt(reader, skipWords(reader, start + 1, OF_NUMBER));
  return order && field ? { value: { field: field.value.key, order }, end: field.end } : null;
}

/** "the highest number of zones" */
const OF_NUMBER = ['number', 'amount', 'count', 'of'];

/** "the 10 hotels with the most zones": the count here, what it goes by further on. */
function countOfMost(reader: Reader, at: number): Recognised | null {
  const size = sizeAt(reader, skipWords(reader, at, ['the', 'our', 'my']));
  if (!size || phraseAt(reader, size.end, 'units', 'currencies') !== null) return null;
  for (let i = size.end; i < reader.tokens.length; i++) {
    const order = mostBehind(reader, i);
    if (order) return { item: { kind: 'rank', ...order.value, size: size.value }, end: size.end };
  }
  return null;
}

/** "with the most zones", "who pay the least per zone" */
function mostBehind(reader: Reader, at: number): Found<Order> | null {
  if (isLed(reader, at)) {
    const most = mostOf(reader, at);
    if (most) return most;
  }
  // "who spent the most"
  const deed = skipWords(reader, at, ['who', 'that']);
  const verb = /^(pay|pays|paying|spend|spends|spending|spent|bring|brings|order|ordered|buy|bought)$/.test(
    reader.tokens[deed]?.word ?? '',
  );
  const found = verb ? superlativeAt(reader, deed) : null;
  const isPerUnit =
    found &&
    reader.tokens[found.end]?.word === 'per' &&
    fieldAt(reader, found.end + 1)?.value.key === 'unit_count';
  return isPerUnit ? { value: { ...found.value, field: 'unit_price' }, end: found.end + 2 } : found;
}

const isLed = ({ tokens }: Reader, at: number): boolean =>
  ['with', 'having', 'by', 'paying'].includes(tokens[at]!.word);

const WHO = ['who', 'that', 'customers', 'people', 'with', 'the'];
const WITHOUT_CONTRACTS: Readonly<Record<string, string>> = {
  contract_value: 'order_value',
  unit_count: 'order_value',
};

function sizeAt(reader: Reader, at: number): Found<Size> | null {
  const token = reader.tokens[at];
  const spelled = token?.kind === 'number' ? null : valueAt(reader, at, 'numbers');
  const count = Number(token?.kind === 'number' ? token.text.replaceAll(',', '') : (spelled?.value ?? 0));
  const end = spelled?.end ?? at + 1;
  const percent = ['%', 'percent'].includes(reader.tokens[end]?.word ?? '');
  if (percent) return count > 0 && count <= 100 ? { value: { percent: count }, end: end + 1 } : null;
  return Number.isInteger(count) && count > 0 ? { value: { count }, end } : null;
}

const RANDOM = ['random', 'randomly', 'arbitrary'];

/** "a random 10", "10 random", "sample of 20", "10% sample", "20 … at random" */
function sampled(reader: Reader, at: number): Recognised | null {
  const { tokens } = reader;
  const start = skipWords(reader, at, ['a', 'pick', 'take', 'choose', 'select', 'any', 'draw']);
  const isFirst = [...RANDOM, 'sample'].includes(tokens[start]?.stem ?? '');
  const size = sizeAt(reader, isFirst ? skipWords(reader, start, [...RANDOM, 'sample', 'of']) : start);
  if (!size) return null;
  const after = skipWords(reader, size.end, [...RANDOM, 'sample', 'of']);
  const isNext = after > size.end && tokens[size.end]!.word !== 'of';
  const isLater =
    !isFirst &&
    !isNext &&
    tokens.some(
      ({ word }, i) =>
        i > size.end && (word === 'randomly' || (word === 'random' && tokens[i - 1]?.word === 'at')),
    ) &&
    phraseAt(reader, size.end, 'units', 'currencies') === null;
  if (!isFirst && !isNext && !isLater) return null;
  return {
    item: { kind: 'rank', field: 'random', order: 'highest', size: size.value },
    end: isNext ? after : size.end,
  };
}

/** "by contract start", "by end date" */
const dateAt = (reader: Reader, at: number) => {
  const noun = fieldNoun(reader, at);
  return noun?.field.kind === 'date' ? { value: noun.field, end: noun.end } : null;
};

/** "by their total value", "by what they spent" */
const BEFORE_MEASURE = 'the their annual yearly highest total what how much they have he she'.split(' ');

const isCounted = (reader: Reader, from: number): boolean =>
  reader.tokens.some(
    ({ word }, at) => at >= from && /^(top|first|best)$/.test(word) && sizeAt(reader, at + 1) !== null,
  );

/** "by value", "ranked by zones": what an order goes by. */
function orderOf(reader: Reader, at: number): Recognised | null {
  const { tokens } = reader;
  const chance = skipWords(reader, at, ['picked', 'chosen', 'selected', 'drawn', 'taken']);
  if (tokens[chance]?.word === 'at' && tokens[chance + 1]?.word === 'random')
    return { item: { kind: 'rank', field: 'random', order: 'highest', size: null }, end: chance + 2 };
  const first = superlativeAt(reader, skipWords(reader, at, ['the']));
  if (first && tokens[first.end]?.word === 'first')
    return { item: { kind: 'rank', ...first.value, size: null }, end: first.end + 1 };
  // "biggest spenders in London, top 15"
  if (first && first.end > at + 1 && tokens[at]!.word !== 'top' && isCounted(reader, first.end))
    return { item: { kind: 'rank', ...first.value, size: null }, end: first.end };
  const most = mostBehind(reader, at);
  if (most) return { item: { kind: 'rank', ...most.value, size: null }, end: most.end };
  const start = skipWords(reader, at, ['ranked', 'measured', 'according', 'sorted', 'sort', 'ordered']);
  const word = tokens[start]?.word ?? '';
  if (word !== 'by' && word !== 'to') return null;
  const behind = skipWords(reader, start + 1, BEFORE_MEASURE);
  const field = fieldAt(reader, behind) ?? dateAt(reader, behind);
  return field && field.value.key !== 'random'
    ? { item: { kind: 'rank', field: field.value.key, order: null, size: null }, end: field.end }
    : null;
}
