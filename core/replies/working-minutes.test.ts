import { describe, expect, it } from 'vitest';
import { workingMinutes } from './working-minutes.ts';

const hours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
const between = (from: string, to: string, timeZone = 'Asia/Bangkok') =>
  workingMinutes({ from: new Date(from), to: new Date(to), hours, timeZone });

describe('the working minutes of a wait', () => {
  it.each([
    ['an hour of a working day', '2026-11-20T03:00:00Z', '2026-11-20T04:00:00Z', 60],
    ['a night', '2026-11-19T11:00:00Z', '2026-11-20T02:00:00Z', 0],
    ['from before the opening to after the closing', '2026-11-20T00:00:00Z', '2026-11-20T23:00:00Z', 540],
    ['a weekend between Friday 17:00 and Monday 10:00', '2026-11-20T10:00:00Z', '2026-11-23T03:00:00Z', 120],
    ['no time at all', '2026-11-20T03:00:00Z', '2026-11-20T03:00:00Z', 0],
  ])('of %s', (_what, from, to, minutes) => {
    expect(between(from, to)).toBe(minutes);
  });

  it('are those of the zone’s own clocks, also over the change of the hour', () => {
    // The clocks of Berlin went back on Sunday 25 October 2026.
    expect(between('2026-10-23T15:00:00Z', '2026-10-26T09:00:00Z', 'Europe/Berlin')).toBe(60 + 60);
  });
});
