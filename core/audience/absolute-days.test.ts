import { describe, expect, it } from 'vitest';
import { isRelativeDay, resolveDay, sayRelativeDay, sayRelativeSpan } from '../../lib/relative-day.ts';
import { absoluteDays } from './absolute-days.ts';

const TODAY = '2026-11-21';

describe('a relative day', () => {
  it.each([
    ['today', '2026-11-21'],
    ['today-30d', '2026-10-22'],
    ['today+2w', '2026-12-05'],
    ['today+1q', '2027-02-21'],
    ['week-start', '2026-11-16'],
    ['week-end', '2026-11-22'],
    ['month-start', '2026-11-01'],
    ['month-end', '2026-11-30'],
    ['month-end+3m', '2027-02-28'],
    ['quarter-start', '2026-10-01'],
    ['quarter-end+1q', '2027-03-31'],
    ['year-start-1y', '2025-01-01'],
    ['year-end', '2026-12-31'],
    ['today-9999y', '0001-01-01'],
    ['today+9999y', '9999-12-31'],
    ['2026-01-01', '2026-01-01'],
  ])('%s is %s', (day, date) => {
    expect(resolveDay(day, TODAY)).toBe(date);
  });

  it('moves along with the day on which it is read', () => {
    expect(resolveDay('month-end', '2028-02-10')).toBe('2028-02-29');
    expect(resolveDay('today-1m', '2026-03-31')).toBe('2026-02-28');
    const clause = { op: 'did', field: 'ordered', from: 'today-1d', to: null } as const;
    expect(absoluteDays(clause, TODAY)).toEqual({ ...clause, from: '2026-11-20' });
    expect(absoluteDays(clause, '2027-01-01')).toEqual({ ...clause, from: '2026-12-31' });
  });

  it.each([
    '',
    'yesterday',
    'today-',
    'today-0d',
    'today-30',
    'today 30d',
    'month',
    'month-middle',
    'today-1d\n',
    'TODAY',
  ])('is not %j', (text) => {
    expect(isRelativeDay(text)).toBe(false);
  });

  it('has words', () => {
    expect(sayRelativeDay('today-1d')).toBe('1 day before today');
    expect(sayRelativeDay('quarter-end+2q')).toBe('the end of the quarter 2 quarters from now');
    expect(sayRelativeSpan('today', 'today+2w')).toBe('in the next 2 weeks');
    expect(sayRelativeSpan('month-start-1m', 'month-end-1m')).toBe('in the last month');
    expect(sayRelativeSpan('month-start-1q', 'month-end-1q')).toBeNull();
    expect(sayRelativeSpan('month-end', 'month-start')).toBeNull();
  });
});
