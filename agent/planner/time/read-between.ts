// Two ends: "between May and July", "Jan–Mar", "from now until Christmas", "30 to 60 days from now", "this month or next".
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Period, Unit } from './period.ts';
import { numberAt } from './read-count.ts';
import { readPlain } from './read-plain.ts';
import { readSlice } from './read-slice.ts';

export const readBetween = (reader: Reader, at: number): Found<Period> | null =>
  readSlice(reader, at, () => null) ??
  readDistance(reader, at) ??
  readNeighbours(reader, at) ??
  readEnds(reader, at);

const isOpening = (reader: Reader, at: number): boolean =>
  phraseAt(reader, at, 'bounds')?.value.some(({ value }) => value === 'between' || value === 'from') ?? false;

function readEnds(reader: Reader, at: number): Found<Period> | null {
  const isOpen = isOpening(reader, at);
  const start = (isOpen ? readNow(reader, at + 1) : null) ?? readPlain(reader, isOpen ? at + 1 : at);
  if (!start) return null;
  const joiner = joinerAt(reader, pastRemark(reader, start.end), isOpen);
  const end = joiner === null ? null : readPlain(reader, joiner);
  return end && { value: { kind: 'between', start: start.value, end: end.value }, end: end.end };
}

/** "Christmas (25 Dec)": the same day in other words. */
function pastRemark(reader: Reader, at: number): number {
  const inner = reader.tokens[at]?.text === '(' ? readPlain(reader, at + 1) : null;
  return inner && reader.tokens[inner.end]?.text === ')' ? inner.end + 1 : at;
}

/** "from now", "between today and …" */
const readNow = ({ tokens }: Reader, at: number): Found<Period> | null =>
  tokens[at]?.word === 'now' ? { value: { kind: 'day', offset: 0 }, end: at + 1 } : null;

/** "and" joins the ends only after "between": "October and November" are two months, not a stretch. */
function joinerAt(reader: Reader, at: number, isOpen: boolean): number | null {
  const { tokens, sentence } = reader;
  if (['-', '–', '—'].includes(tokens[at]?.text ?? '')) return at + 1;
  // "Jan-Mar": the mark inside is no word of its own.
  const [before, next] = [tokens[at - 1], tokens[at]];
  if (before && next && /^\s*[-–—]\s*$/.test(sentence.slice(before.end, next.start))) return at;
  const start = skipWords(reader, at, ['on', 'onward', 'onwards', 'up', 'right', 'all', 'the', 'way']);
  const word = tokens[start]?.word ?? '';
  const isJoiner =
    ['to', 'until', 'till', 'through', 'thru', 'til'].includes(word) || (isOpen && word === 'and');
  return isJoiner ? skipWords(reader, start + 1, ['and', 'including']) : null;
}

/** "30 to 60 days from now", "in 30-60 days", "between 3 and 6 months ago" */
function readDistance(reader: Reader, at: number): Found<Period> | null {
  const isOpen = isOpening(reader, at);
  const lead = skipWords(reader, isOpen ? at + 1 : at, ['in', 'the', 'within', 'next']);
  const near = numberAt(reader, lead);
  const nearUnit = near && valueAt(reader, near.end, 'units');
  const joiner = near && joinerAt(reader, nearUnit?.end ?? near.end, isOpen);
  const far = joiner === null || joiner === undefined ? null : numberAt(reader, joiner);
  const unit = far && valueAt(reader, far.end, 'units');
  if (!near || !far || !unit) return null;
  const after = reader.tokens[unit.end]?.word ?? '';
  const isAgo = after === 'ago' || after === 'back';
  const isAhead = lead > at || ['from', 'away', 'out', 'ahead'].includes(after);
  if (!isAgo && !isAhead) return null;
  const kind = isAgo ? 'ago' : 'ahead';
  const ends: Period[] = [
    { kind, count: near.value, unit: (nearUnit?.value ?? unit.value) as Unit },
    { kind, count: far.value, unit: unit.value as Unit },
  ];
  const [start, end] = (isAgo ? ends.toReversed() : ends) as [Period, Period];
  return {
    value: { kind: 'between', start, end },
    end: isAgo ? unit.end + 1 : skipWords(reader, unit.end, ['from', 'now', 'today', 'away', 'out', 'ahead']),
  };
}

const OFFSETS: Record<string, number> = { this: 0, next: 1, last: -1 };

/** "this quarter or next", "this and next month", "last month and this one": two that follow on each other. */
function readNeighbours(reader: Reader, at: number): Found<Period> | null {
  const start = skipWords(reader, at, ['in', 'during', 'either', 'within']);
  const first = relativeAt(reader, start);
  const joiner =
    first && skipWords(reader, first.end, ['or', 'and', ',', 'in', 'the', '/', '+', '&', 'plus']);
  if (!first || joiner === first.end) return null;
  const second = relativeAt(reader, joiner!);
  const unit = first.unit ?? second?.unit;
  const isOneUnit = second && unit && (second.unit ?? unit) === unit;
  if (!isOneUnit || Math.abs(second.offset - first.offset) !== 1 || (first.unit && second.unit)) return null;
  const of = (offset: number): Period => ({ kind: 'calendar', unit, offset, part: null });
  const [low, high] = [first.offset, second.offset].sort((a, b) => a - b) as [number, number];
  return { value: { kind: 'between', start: of(low), end: of(high) }, end: second.end };
}

function relativeAt(reader: Reader, at: number): { offset: number; unit: Unit | null; end: number } | null {
  const relative = valueAt(reader, at, 'relatives');
  const offset = OFFSETS[relative?.value ?? ''];
  if (!relative || offset === undefined) return null;
  const unit = valueAt(reader, relative.end, 'units');
  if (unit && unit.value !== 'day') return { offset, unit: unit.value as Unit, end: unit.end };
  return { offset, unit: null, end: skipWords(reader, relative.end, ['one']) };
}
