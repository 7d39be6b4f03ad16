import { expect, it } from 'vitest';
import { laterTimes } from './later.ts';

it('a conversation comes back in the morning of a day to come; on a Monday, the next Monday is meant', () => {
  for (let day = 16; day <= 22; day++) {
    const now = new Date(2026, 10, day, 22, 30);
    const { tomorrow, monday, hours } = laterTimes(now);
    expect(new Date(tomorrow)).toEqual(new Date(2026, 10, day + 1, 9));
    expect(new Date(monday)).toEqual(new Date(2026, 10, 23, 9));
    expect(new Date(hours)).toEqual(new Date(2026, 10, day + 1, 1, 30));
  }
});
