import { describe, expect, it } from 'vitest';
import { forecast } from './forecast.ts';

const now = new Date('2026-11-21T03:00:00Z');
const MINUTE = 60_000;
const later = (minutes: number) => new Date(now.getTime() + minutes * MINUTE);
const due = (count: number, at = now) =>
  Array.from({ length: count }, () => ({ at, awake: (one: Date) => one }));
const minutes = (times: readonly Date[]) => times.map((at) => (at.getTime() - now.getTime()) / MINUTE);

describe('when messages would leave', () => {
  it('is when they are due, where no limit is in the way', async () => {
    expect(minutes(await forecast([...due(1), ...due(1, later(5))], [], now))).toEqual([0, 5]);
    expect(minutes(await forecast(due(3), [{ perMs: MINUTE, max: 3, used: 0 }], now))).toEqual([0, 0, 0]);
  });

  it('is later as each moving window has room', async () => {
    expect(minutes(await forecast(due(5), [{ perMs: MINUTE, max: 2, used: 0 }], now))).toEqual([
      0, 0, 1, 1, 2,
    ]);
    expect(minutes(await forecast(due(3), [{ perMs: MINUTE, max: 2, used: 1 }], now))).toEqual([0, 1, 1]);
    const both = [
      { perMs: MINUTE, max: 1, used: 0 },
      { perMs: 10 * MINUTE, max: 2, used: 0 },
    ];
    expect(minutes(await forecast(due(4), both, now))).toEqual([0, 1, 10, 11]);
  });

  it('never holds more in a window than it allows', async () => {
    const windows = [
      { perMs: MINUTE, max: 3, used: 2 },
      { perMs: 7 * MINUTE, max: 5, used: 0 },
    ];
    const given = Array.from({ length: 40 }, (_, n) => ({
      at: later((n * 7) % 11),
      awake: (one: Date) => one,
    }));
    const times = (await forecast(given, windows, now)).map((at) => at.getTime());
    for (const { perMs, max } of windows)
      for (const from of times)
        expect(times.filter((at) => at >= from && at < from + perMs).length).toBeLessThanOrEqual(max);
    for (const [n, { at }] of given.entries()) expect(times[n]).toBeGreaterThanOrEqual(at.getTime());
  });

  it('that falls into the reader’s night is their morning', async () => {
    const awake = (at: Date) => (at > now ? later(600) : at);
    const times = await forecast(
      [
        { at: now, awake },
        { at: now, awake },
      ],
      [{ perMs: MINUTE, max: 1, used: 0 }],
      now,
    );
    expect(minutes(times)).toEqual([0, 600]);
  });
});
