// Days as `describe-dates.ts` says them, read back.
import { isDate } from '../../lib/dates.ts';
import { unsayRelativeDay, unsayRelativeSpan } from '../../lib/relative-day.ts';
import { withoutRemark } from './split-words.ts';

type Days = { from: string | null; to: string | null };

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "31 October 2027" or "30 days before today". */
export function parseDay(said: string): string | null {
  const found = /^(\d{1,2}) ([A-Z][a-z]+) (\d{1,4})$/.exec(said);
  if (!found) return unsayRelativeDay(said);
  const month = MONTHS.indexOf(found[2]!) + 1;
  const date = [found[3]!.padStart(4, '0'), String(month).padStart(2, '0'), found[1]!.padStart(2, '0')].join(
    '-',
  );
  return month > 0 && isDate(date) ? date : null;
}

export function parseDays(said: string): Days | null {
  const words = withoutRemark(said);
  const days = unsayRelativeSpan(words) ?? openEnded(words) ?? fromTo(words) ?? range(words);
  return days && (days.from !== null || days.to !== null) ? days : null;
}

function openEnded(words: string): Days | null {
  const found = /^(on or after|on or before|during) (.+)$/.exec(words);
  if (!found) return null;
  const day = parseDay(found[2]!);
  if (day === null) return null;
  return { from: found[1] === 'on or before' ? null : day, to: found[1] === 'on or after' ? null : day };
}

/** Some ways to say a day hold no " to ", so that the first one cuts. */
function fromTo(words: string): Days | null {
  const [first, ...rest] = words.startsWith('from ') ? words.slice(5).split(' to ') : [];
  if (first === undefined || rest.length !== 1) return null;
  return both(parseDay(first), parseDay(rest[0]!));
}

/** "1–31 October 2027", "1 October – 31 December 2027", "15 December 2026 – 15 January 2027". */
function range(words: string): Days | null {
  const within = /^(\d{1,2})–(\d{1,2})( [A-Z][a-z]+ \d{1,4})$/.exec(words);
  if (within) return both(parseDay(within[1]! + within[3]!), parseDay(within[2]! + within[3]!));
  const [first, last, ...more] = words.split(' – ');
  if (first === undefined || last === undefined || more.length > 0) return null;
  const year = / \d{1,4}$/.exec(last)?.[0] ?? '';
  return both(parseDay(first) ?? parseDay(first + year), parseDay(last));
}

const both = (from: string | null, to: string | null): Days | null =>
  from !== null && to !== null ? { from, to } : null;
