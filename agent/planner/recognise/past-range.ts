// A stretch of time in which something happened, or did not.
import { type Found, type Reader, skipWords } from '../reader.ts';
import { type DateRange, type Period, resolvePeriod } from '../time/period.ts';
import { readCount } from '../time/read-count.ts';
import { readPeriod } from '../time/read-period.ts';

/** "in 90 days", "in over a year" of what has happened, or has not. */
function behind(period: Period): Period {
  if (period.kind === 'next') return { ...period, kind: 'last' };
  const isAhead = (period.kind === 'after' || period.kind === 'from') && period.inner.kind === 'ahead';
  return isAhead ? ({ ...period.inner, kind: 'last' } as Period) : period;
}

/** A stretch of time that lies behind; its value is null where there are no such dates. */
export function pastRange(reader: Reader, at: number): Found<DateRange | null> | null {
  const start = skipWords(reader, at, ['for', 'in', 'over', 'more', 'than', 'the', 'at', 'least']);
  const counted = readCount(reader, start);
  const period: Found<Period> | null =
    readPeriod(reader, at) ?? (counted && { value: { kind: 'last', ...counted.value }, end: counted.end });
  if (!period) return null;
  // "in 90 days" of what has happened lies behind.
  const past = behind(period.value);
  const range = resolvePeriod(past, { today: reader.input.today, direction: 'past' });
  const isTurned = range?.from != null && range.to != null && range.from > range.to;
  return { value: isTurned ? null : range, end: period.end };
}
