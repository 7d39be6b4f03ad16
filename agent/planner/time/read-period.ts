// The period grammar: "Q1 2027", "within 60 days", "between October and December", "by the end of the year".
import { type Found, oncePerPlace, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Period, Unit } from './period.ts';
import { readBetween } from './read-between.ts';
import { readCount } from './read-count.ts';
import { readPlain } from './read-plain.ts';

/** The period that begins at `at`, with its bound ("by", "before", "between") if it has one. */
export const readPeriod = oncePerPlace((reader, at): Found<Period> | null => {
  const found =
    readBetween(reader, at) ??
    readBeyond(reader, at) ??
    readCounted(reader, at) ??
    readBounded(reader, at) ??
    readPlain(reader, at);
  return found && withTrailing(reader, found);
});

/** "more than 6 months ago", "in more than 6 months", "at least 90 days from now", "in 6 months or more" */
function readBeyond(reader: Reader, at: number): Found<Period> | null {
  const start = skipWords(reader, at, ['in']);
  const comparator = valueAt(reader, start, 'comparators');
  const isOpen = comparator !== null && ['gt', 'ge'].includes(comparator.value);
  const counted = readCount(reader, isOpen ? comparator.end : start);
  if (!counted || (comparator && !isOpen)) return null;
  // "three months or more ago", "three months ago or more"
  const isAgoFirst = reader.tokens[counted.end]?.word === 'ago';
  const behind = isAgoFirst ? counted.end + 1 : counted.end;
  const after = valueAt(reader, behind, 'comparatorsAfter');
  if (!isOpen && after?.value !== 'ge') return null;
  const rest = isAgoFirst ? counted.end : (after?.end ?? counted.end);
  const { word } = reader.tokens[rest] ?? { word: '' };
  const isBeyond = comparator?.value === 'gt';
  if (word === 'ago') {
    const inner: Period = { kind: 'ago', ...counted.value };
    return {
      value: isBeyond ? { kind: 'before', inner } : { kind: 'by', inner },
      end: Math.max(rest + 1, after?.end ?? 0),
    };
  }
  const isAhead = start > at || AHEAD.includes(word);
  if (!isAhead) return null;
  const inner: Period = { kind: 'ahead', ...counted.value };
  return {
    value: isBeyond ? { kind: 'after', inner } : { kind: 'from', inner },
    end: skipWords(reader, rest, [...AHEAD, 'now', 'time', 'today']),
  };
}

const AHEAD = ['from', 'away', 'out', 'ahead'];

/** "within 60 days", "in the next two months", "the last 90 days", "30 days from now", "in at most 45 days". */
function readCounted(reader: Reader, at: number): Found<Period> | null {
  const bound = phraseAt(reader, at, 'bounds');
  const isBound = bound?.value.some(({ value }) => value === 'within' || value === 'by') ?? false;
  const opening = skipWords(reader, isBound ? bound!.end : at, ['the', 'less', 'than', 'a', 'period', 'of']);
  const most = valueAt(reader, opening, 'comparators');
  const isMost = most !== null && ['lt', 'le'].includes(most.value);
  const start = isMost ? most.end : opening;
  const relative = valueAt(reader, start, 'relatives');
  const counted =
    readCount(reader, relative?.end ?? start) ?? (opening > at ? readCount(reader, opening - 1) : null);
  // "the last ten days of December" is a part of December.
  if (!counted || reader.tokens[counted.end]?.word === 'of') return null;
  const after = wordsAt(reader, counted.end, 2);
  const end = counted.end + (COUNTED_ENDS.find(([words]) => `${after} `.startsWith(`${words} `))?.[1] ?? 0);
  const isWithin = isMost || (bound?.value.some(({ value }) => value === 'within') ?? false);
  if (!isWithin && !relative && end === counted.end) return null;
  const isPast = relative?.value === 'last' || ['ago', 'back'].includes(after.split(' ')[0]!);
  return { value: { kind: isPast ? 'last' : 'next', ...counted.value }, end };
}

const COUNTED_ENDS: readonly (readonly [string, number])[] = [
  ['from now', 2],
  ['from today', 2],
  ['time', 1],
  ['ago', 1],
  ['ahead', 1],
  ['away', 1],
];

const wordsAt = ({ tokens }: Reader, at: number, count: number): string =>
  tokens
    .slice(at, at + count)
    .map(({ word }) => word)
    .join(' ');

const BOUNDS: Record<string, 'by' | 'before' | 'after' | 'from'> = {
  by: 'by',
  until: 'by',
  before: 'before',
  after: 'after',
  since: 'from',
  from: 'from',
};

function readBounded(reader: Reader, at: number): Found<Period> | null {
  for (const { value } of phraseAt(reader, at, 'bounds')?.value ?? []) {
    const kind = BOUNDS[value];
    if (!kind) continue;
    const end = phraseAt(reader, at, 'bounds')!.end;
    const inner: Inner | null =
      readRunning(reader, end) ?? readPlain(reader, end) ?? readCounted(reader, end);
    if (!inner) continue;
    // "Before the end of the year" ends with its last day, not before its last months.
    const isByEnd = kind === 'before' && (inner.isEnd || isEndOf(reader, end));
    return { value: { kind: isByEnd ? 'by' : kind, inner: inner.value }, end: inner.end };
  }
  return null;
}

type Inner = Found<Period> & { isEnd?: boolean };

/** "before the year is out", "by Q1's end": its last day. */
function readRunning(reader: Reader, at: number): Inner | null {
  const start = skipWords(reader, at, ['the']);
  const unit = valueAt(reader, start, 'units');
  const found: Found<Period> | null =
    unit && unit.value !== 'day'
      ? { value: { kind: 'calendar', unit: unit.value as Unit, offset: 0, part: null }, end: unit.end }
      : readPlain(reader, start);
  if (!found) return null;
  const end = skipWords(reader, found.end, ["'", '’', 's', 'is', 'has']);
  const isEnd = ['end', 'ends', 'out', 'over'].includes(reader.tokens[end]?.word ?? '');
  return isEnd ? { ...found, end: end + 1, isEnd } : null;
}

const isEndOf = (reader: Reader, at: number): boolean =>
  (/^eo[yqmw]$/.test(reader.tokens[at]?.word ?? '') ||
    phraseAt(reader, skipWords(reader, at, ['the']), 'bounds')?.value.some(
      ({ value }) => value === 'endOf',
    )) ??
  false;

/** "2027 or later", "March onwards", "15 January at the latest" */
function withTrailing(reader: Reader, found: Found<Period>): Found<Period> {
  const { value, end } = found;
  if ('inner' in value && value.kind !== 'from') {
    const latest = trailing(reader, end, LATEST);
    return latest === null ? found : { value, end: latest };
  }
  const onwards = trailing(reader, end, ONWARDS);
  if (onwards !== null)
    return { value: value.kind === 'from' ? value : { kind: 'from', inner: value }, end: onwards };
  const latest = value.kind === 'from' ? null : trailing(reader, end, LATEST);
  return latest === null ? found : { value: { kind: 'by', inner: value }, end: latest };
}

const ONWARDS = [
  'or later',
  'or after',
  'and later',
  'and after',
  'and beyond',
  'or beyond',
  'onward',
  'onwards',
  'and onwards',
  'at the earliest',
  'on',
];
const LATEST = ['at the latest', 'at latest', 'latest', 'or earlier', 'or before', 'or sooner'];

function trailing(reader: Reader, at: number, phrases: readonly string[]): number | null {
  const found = phrases.find((phrase) => {
    const words = phrase.split(' ');
    const isHere = wordsAt(reader, at, words.length) === phrase;
    // "March on" goes on, "March on Soundtrack" does not.
    return isHere && (phrase !== 'on' || endsThere(reader, at + 1));
  });
  return found === undefined ? null : at + found.split(' ').length;
}

const endsThere = ({ tokens }: Reader, at: number): boolean => !tokens[at] || tokens[at]!.kind === 'mark';
