import { expect, it } from 'vitest';
import type { Repeat, Schedule } from './draft.ts';
import { nextOccurrence } from './next-occurrence.ts';

const NOW = '2026-11-21T03:00:00Z';
const local = (date: string): Schedule => ({ kind: 'local', date, time: '09:00' });
const next = (schedule: Schedule, repeat: Partial<Repeat> & Pick<Repeat, 'every'>, now = NOW) =>
  nextOccurrence(
    { schedule, repeat: { until: null, ...repeat } },
    { now: new Date(now), timeZone: 'Europe/Berlin' },
  )?.schedule ?? null;

it('is the same clock time a day, a week or a month later', () => {
  expect(next(local('2026-11-25'), { every: 'day' })).toEqual(local('2026-11-26'));
  expect(next(local('2026-11-25'), { every: 'week' })).toEqual(local('2026-12-02'));
  expect(next(local('2026-11-25'), { every: 'month' })).toEqual(local('2026-12-25'));
});

it('keeps the clock time of an instant when the clocks change', () => {
  const before = { kind: 'at', at: '2027-03-25T09:00:00+01:00' } as const;
  expect(next(before, { every: 'week' })).toEqual({ kind: 'at', at: '2027-04-01T07:00:00.000Z' });
});

it('of a 31st is the last day of a short month, and the 31st again after it', () => {
  const february = next(local('2027-01-31'), { every: 'month' });
  expect(february).toEqual(local('2027-02-28'));
  expect(next(february!, { every: 'month', since: '2027-01-31' })).toEqual(local('2027-03-31'));
});

it('leaves out those that passed unseen, and ends with its last day', () => {
  expect(next(local('2026-11-02'), { every: 'week' }, '2026-11-21T09:30:00Z')).toEqual(local('2026-11-23'));
  expect(next(local('2026-11-25'), { every: 'week', until: '2026-12-02' })).toEqual(local('2026-12-02'));
  expect(next(local('2026-11-25'), { every: 'week', until: '2026-12-01' })).toBeNull();
});
