import { describe, expect, it } from 'vitest';
import { tenantSettings } from '../tenants/settings.ts';
import { type Hours, opensAt } from './sending-hours.ts';

const hours = (settings: object): Hours => tenantSettings.parse(settings);
const WORK = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', skipsHolidays: true };
const day = hours({ quietHours: { from: '21:00', to: '08:00' } });
const work = hours({ sendWindow: WORK });

type Case = [
  string,
  { at: string; timeZone?: string | null; country?: string | null; by?: Hours; opens: string | null },
];

describe('a campaign goes out', () => {
  const BANGKOK = 'Asia/Bangkok';
  it.each<Case>([
    ['at once by day', { at: '2026-11-20T03:00:00Z', timeZone: BANGKOK, opens: null }],
    [
      'after the quiet hours',
      { at: '2026-11-20T15:00:00Z', timeZone: BANGKOK, opens: '2026-11-21T01:00:00Z' },
    ],
    [
      'when the window opens',
      { at: '2026-11-20T01:30:00Z', timeZone: BANGKOK, by: work, opens: '2026-11-20T02:00:00Z' },
    ],
    [
      'on Monday, after a Friday evening',
      { at: '2026-11-20T10:00:00Z', timeZone: BANGKOK, by: work, opens: '2026-11-23T02:00:00Z' },
    ],
    [
      'after the holidays of their country',
      {
        at: '2026-12-24T20:00:00Z',
        timeZone: 'Europe/London',
        country: 'GB',
        by: work,
        opens: '2026-12-29T09:00:00Z',
      },
    ],
    [
      'on a day that is a holiday elsewhere only',
      { at: '2026-12-25T03:00:00Z', timeZone: BANGKOK, country: 'TH', by: work, opens: null },
    ],
    [
      'when all of the country is awake, where its zone is not known',
      { at: '2026-11-20T14:00:00Z', country: 'AU', opens: '2026-11-21T00:00:00Z' },
    ],
    [
      'by the workspace’s zone, where nothing is known',
      { at: '2026-11-20T15:00:00Z', opens: '2026-11-21T01:00:00Z' },
    ],
    [
      'by the workspace’s zone, where a country is never open all at once',
      {
        at: '2026-11-20T10:00:00Z',
        country: 'RU',
        by: hours({ sendWindow: { from: '12:00', to: '13:00' } }),
        opens: '2026-11-21T05:00:00Z',
      },
    ],
    [
      'by the workspace’s zone, where the zone is none',
      { at: '2026-11-20T15:00:00Z', timeZone: 'Mars/Olympus', opens: '2026-11-21T01:00:00Z' },
    ],
  ])('%s', (_, { at, timeZone = null, country = null, by = day, opens }) => {
    const open = opensAt(new Date(at), { timeZone, country }, { hours: by, kind: 'campaign' });
    expect(open?.toISOString() ?? null).toBe(opens && new Date(opens).toISOString());
  });

  it('while an answer waits for the quiet hours only', () => {
    const friday = new Date('2026-11-20T10:30:00Z');
    const place = { timeZone: 'Asia/Bangkok', country: 'TH' };
    expect(opensAt(friday, place, { hours: work, kind: 'answer' })).toBeNull();
  });
});

it('a sending window that ends before it begins is refused', () => {
  expect(() => hours({ sendWindow: { from: '17:00', to: '09:00' } })).toThrow(/ends before it begins/);
});
