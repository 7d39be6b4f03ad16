// Dates of a field: "expiring in October", "lapsed last year", "started since March 2025".
import { clauseItem, type Item } from '../items.ts';
import { type Found, phraseAt, type Reader, skipWords } from '../reader.ts';
import { type Direction, isDay, type Period } from '../time/period.ts';
import { readPeriod } from '../time/read-period.ts';
import type { Recognised } from './recogniser.ts';

type Trigger = { field: string; direction: Direction; isStrong: boolean; isOver: boolean };

const FILLERS = [
  'is',
  'are',
  'on',
  'date',
  'dates',
  'be',
  'going',
  'to',
  'at',
  'some',
  'time',
  'the',
  'their',
  'contract',
  'contracts',
  'will',
  'sometime',
  'for',
  'was',
  'were',
  'that',
  'which',
  'again',
  'falls',
  'fall',
  'any',
  'come',
  'sometimes',
  'point',
  'stage',
  'back',
  'way',
];
// Everyday words speak of an expiry only where a date follows.
const WEAK =
  /^(?:up|end|finish|start|beginning|starting|coming up|up for|due|renewal|renew|renewing|began|started|ending|go live|joined|signed|opened)$/;
/** Of what is over there is nothing to come, unless a date follows. */
const OVER = /^(?:is|are|be) (?:over|done)$|^out of contract$/;

/** A word of a date field, and the period that follows it. */
export function recogniseDated(reader: Reader, at: number): Recognised | null {
  return dateBehind(reader, at) ?? byDate(reader, at) ?? ofNoField(reader, at);
}

/** "whose contract has lapsed" where nothing is known of contracts: nobody is picked by it. */
function ofNoField(reader: Reader, at: number): Recognised | null {
  const found = phraseAt(reader, at, 'dateWords');
  const isMissing = !reader.input.vocabulary.fields.some(({ key }) => key === 'contract_end');
  const isOver = /^(?:expired|lapsed)$/.test(reader.tokens[(found?.end ?? 0) - 1]?.word ?? '');
  const isPast = found?.value.some(({ value }) => value === 'contract_end:past');
  return found && isPast && isOver && isMissing ? { item: { kind: 'unknown' }, end: found.end } : null;
}

/** "with a February renewal", "having an October end date": the date before its word. */
function dateBehind(reader: Reader, at: number): Recognised | null {
  if (!['with', 'having', 'have', 'has'].includes(reader.tokens[at]?.word ?? '')) return null;
  const start = skipWords(reader, at + 1, ['a', 'an', 'the', 'their']);
  const period = readPeriod(reader, start);
  if (!period) return null;
  const trigger = triggerAt(reader, period.end);
  if (trigger?.value.direction !== 'future') return null;
  const { field, direction } = trigger.value;
  const end = skipWords(reader, trigger.end, ['date', 'dates']);
  return { item: { kind: 'dated', field, direction, period: period.value }, end };
}

function byDate(reader: Reader, at: number): Recognised | null {
  const trigger = triggerAt(reader, at);
  if (!trigger || reader.tokens[trigger.end]?.word === 'of') return null;
  const { field } = trigger.value;
  const period = periodAfter(reader, trigger);
  // "renewals for the contracts that expired in August": the verb says where the date lies.
  const second = triggerAt(reader, skipWords(reader, trigger.end, FILLERS))?.value;
  const direction = second?.field === field ? second.direction : trigger.value.direction;
  const isLetter = /^renewals?$/.test(reader.tokens[at]!.word) && trigger.end === at + 1;
  // "send renewals today": when to send them.
  if (period && isLetter && isDay(period.value)) return null;
  if (period) {
    const isBound = period.value.kind === 'before' || period.value.kind === 'by';
    const isSince = reader.tokens[trigger.end - 1]?.word === 'since' && !isBound;
    const value: Period = isSince ? { kind: 'from', inner: period.value } : period.value;
    return { item: { kind: 'dated', field, direction, period: value }, end: period.end };
  }
  if (!trigger.value.isStrong) return null;
  return { item: withoutPeriod(reader, trigger.value), end: trigger.end };
}

/** "ending end of March", "due to renew in March": a second word of the same date may stand between. */
function periodAfter(reader: Reader, { value, end }: Found<Trigger>): Found<Period> | null {
  const start = skipWords(reader, end, FILLERS);
  const own = readPeriod(reader, start) ?? readPeriod(reader, end);
  const second = own ? null : triggerAt(reader, start);
  if (own || second?.value.field !== value.field) return own;
  return readPeriod(reader, skipWords(reader, second.end, FILLERS)) ?? readPeriod(reader, second.end);
}

function triggerAt(reader: Reader, at: number): Found<Trigger> | null {
  const found = phraseAt(reader, at, 'dateWords') ?? fieldWord(reader, at);
  if (!found) return null;
  const [field = '', direction] = found.value[0]!.value.split(':');
  if (!reader.input.vocabulary.fields.some(({ key }) => key === field)) return null;
  const text = reader.tokens
    .slice(at, found.end)
    .map(({ stem }) => stem)
    .join(' ');
  const isOver = OVER.test(text);
  return {
    value: { field, direction: direction as Direction, isStrong: !WEAK.test(text), isOver },
    end: found.end,
  };
}

// Of the built-in ones these have no words of their own in the lexicon.
const LAST = new Set(['last_order', 'last_active', 'last_contacted', 'last_reply']);

/** A tenant's own date field, by its label or synonyms; what is not an expiry is taken to lie in the past. */
function fieldWord(
  { input, tokens, book }: Reader,
  at: number,
): Found<{ kind: 'dateWords'; value: string }[]> | null {
  for (const { key, kind, label, synonyms, isBuiltIn } of input.vocabulary.fields) {
    if (kind !== 'date' || (isBuiltIn && !LAST.has(key))) continue;
    for (const phrase of [label, ...Object.values(synonyms).flat()]) {
      const words = phrase.toLowerCase().split(/\s+/);
      const isHere = words.every((word, i) => tokens[at + i]?.word === word || tokens[at + i]?.stem === word);
      if (isHere && book)
        return { value: [{ kind: 'dateWords', value: `${key}:past` }], end: at + words.length };
    }
  }
  return null;
}

/** "expired" is a state; "expiring" without a date leaves open when. */
function withoutPeriod(reader: Reader, { field, direction, isOver }: Trigger): Recognised['item'] {
  const hasStatus = reader.input.vocabulary.fields.some(({ key }) => key === 'contract_status');
  if ((direction === 'past' || isOver) && field === 'contract_end' && hasStatus)
    return clauseItem('contract_status', { op: 'in', field: 'contract_status', values: ['lapsed'] });
  return { kind: 'dated', field, direction, period: null } satisfies Omit<
    Extract<Item, { kind: 'dated' }>,
    'start' | 'end' | 'text'
  >;
}
