import { describe, expect, it } from 'vitest';
import { feastSchedule } from '../campaigns/default-schedule.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';
import { greetingDay } from './feast-day.ts';

const from = '2026-11-21';
const seasonal = CAMPAIGN_TYPES.find(({ key }) => key === 'seasonal')!;

describe('the day of a greeting', () => {
  it.each([
    // 25 December 2026 is a Friday and a holiday.
    ['Germany', { occasion: null, country: 'DE', from }, '2026-12-24'],
    [
      'Christmas in Thailand, where people work on it',
      { occasion: 'Christmas', country: 'TH', from },
      '2026-12-24',
    ],
    ['Songkran, before its three days', { occasion: null, country: 'TH', from: '2027-03-01' }, '2027-04-12'],
    // The eve of 6 February 2027, a Saturday, is a working Friday.
    ['Lunar New Year in Hong Kong', { occasion: null, country: 'HK', from: '2026-12-28' }, '2027-02-05'],
    [
      'the New Year after a weekend',
      { occasion: 'the New Year', country: 'GB', from: '2028-11-01' },
      '2028-12-29',
    ],
  ])('is the last working day before the feast: %s', (_, asked, day) => {
    expect(greetingDay(asked)).toBe(day);
  });

  it('is the feast itself where no working day is left before it', () => {
    expect(greetingDay({ occasion: null, country: 'DE', from: '2026-12-25' })).toBe('2026-12-25');
  });

  it('is unknown without a country, and for a season', () => {
    expect(greetingDay({ occasion: null, country: null, from })).toBeNull();
    expect(greetingDay({ occasion: 'the summer season', country: 'DE', from })).toBeNull();
  });
});

describe('when a greeting goes out unless somebody says', () => {
  const ctx = { today: from };

  it('is before the feast that its topic names, or that of each country', () => {
    expect(feastSchedule(ctx, { type: seasonal, topic: 'Merry Christmas' })).toEqual({
      kind: 'feast',
      occasion: 'Christmas',
      from,
      date: '2026-12-24',
      time: '10:00',
    });
    expect(feastSchedule(ctx, { type: seasonal, topic: null })).toMatchObject({
      occasion: null,
      date: '2026-11-30',
    });
  });

  it('is a usual day for a season, and for what is no greeting', () => {
    expect(feastSchedule(ctx, { type: seasonal, topic: 'the summer season' })).toBeNull();
    expect(feastSchedule(ctx, { type: CAMPAIGN_TYPES[0]!, topic: null })).toBeNull();
  });
});
