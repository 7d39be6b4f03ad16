// Stretches of time, said of contracts that end.
import { ends, find, type RequestCase } from './request-case.ts';

type Row = [say: string, from: string | null, to: string | null];

const ROWS: Row[] = [
  ['in the first half of december', '2026-12-01', '2026-12-15'],
  ['in the second half of january', '2027-01-16', '2027-01-31'],
  ['in the last week of december', '2026-12-25', '2026-12-31'],
  ['the week of 7 december', '2026-12-07', '2026-12-13'],
  ['in h1 next year', '2027-01-01', '2027-06-30'],
  ['next weekend', '2026-11-28', '2026-11-29'],
  ['between 1 and 15 december', '2026-12-01', '2026-12-15'],
  ['dec 1-15', '2026-12-01', '2026-12-15'],
  ['1-15 december', '2026-12-01', '2026-12-15'],
  ['12/2026', '2026-12-01', '2026-12-31'],
  ['in the next couple of months', '2026-11-21', '2027-01-21'],
  ['within a month', '2026-11-21', '2026-12-21'],
  ['within a fortnight', '2026-11-21', '2026-12-05'],
  ['in more than 6 months', '2027-05-22', null],
  ['on or before 31 december', '2026-11-21', '2026-12-31'],
  ['the rest of the year', '2026-11-21', '2026-12-31'],
  ['in the 3rd week of december', '2026-12-15', '2026-12-21'],
  ['in 2 weeks time', '2026-11-21', '2026-12-05'],
  ['in a week', '2026-11-21', '2026-11-28'],
];

export const TIME_CASES: RequestCase[] = ROWS.map(([say, from, to], at) => ({
  id: `time-${at + 1}`,
  origin: 'written',
  split: 'dev',
  say: `customers expiring ${say}`,
  expect: { calls: find(ends(from, to)) },
}));
