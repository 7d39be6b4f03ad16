import { describe, expect, it } from 'vitest';
import { all, between, ends, is } from '../../../evals/cases/request-case.ts';
import { EMPTY_THREAD, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const hilton = is('brand', 'Hilton');
const planned = schedule({ kind: 'local', date: '2026-12-04', time: '09:00' });
function schedule(value: { kind: 'local'; date: string; time: string }) {
  return withDraft({ filter: hilton, schedule: value });
}
const patchOf = (say: string, thread = planned) => plan(say, situation(thread)).calls[0]?.args.patch;

describe('what stands is moved', () => {
  it.each([
    ['one hour later', '2026-12-04', '10:00'],
    ['make it two hours earlier please', '2026-12-04', '07:00'],
    ['push it back by a week', '2026-12-11', '09:00'],
    ['a day later', '2026-12-05', '09:00'],
    ['no, the week after', '2026-12-11', '09:00'],
    ['no wait, a day later', '2026-12-05', '09:00'],
    ['a week later, same time', '2026-12-11', '09:00'],
    ['the day after', '2026-12-05', '09:00'],
    ['einen Tag später, gleiche Uhrzeit', '2026-12-05', '09:00'],
    ['un jour plus tard', '2026-12-05', '09:00'],
    ['un día antes', '2026-12-03', '09:00'],
    ['meia hora mais tarde', '2026-12-04', '09:30'],
    ['เลื่อนไปอีกหนึ่งวัน', '2026-12-05', '09:00'],
    ['1時間早くして', '2026-12-04', '08:00'],
    ['推迟一天', '2026-12-05', '09:00'],
    ['bring it forward by 2 days', '2026-12-02', '09:00'],
  ])('%s', (say, date, time) => {
    expect(patchOf(say)).toEqual({ schedule: { kind: 'local', date, time } });
  });

  it.each([
    ['the quarter after', '2027-04-01', '2027-06-30'],
    ['the following month', '2027-04-01', '2027-04-30'],
    ['the year before', '2026-01-01', '2026-12-31'],
    ['a month later', '2027-02-01', '2027-04-30'],
  ])('%s, of the dates of contracts', (say, from, to) => {
    const draft = withDraft({ filter: all(hilton, ends('2027-01-01', '2027-03-31')) });
    expect(patchOf(say, draft)).toEqual({ filter: all(hilton, ends(from, to)) });
    const listed = { ...EMPTY_THREAD, lastFilter: ends('2027-01-01', '2027-03-31') };
    expect(plan(say, situation(listed)).calls).toEqual([
      { name: 'find_customers', args: { filter: ends(from, to) } },
    ]);
  });

  it.each([
    ['same day, 16:00', '2026-12-04', '16:00'],
    ['change the time to 14:00', '2026-12-04', '14:00'],
    ['friday 10', '2026-11-27', '10:00'],
    ['tuesday next week, 8:30', '2026-11-24', '08:30'],
    ['nächsten Dienstag um 8 Uhr', '2026-11-24', '08:00'],
    ['来週の火曜日8時に', '2026-11-24', '08:00'],
    ['mardi prochain, même heure', '2026-11-24', '09:00'],
  ])('another time: %s', (say, date, time) => {
    expect(patchOf(say)).toEqual({ schedule: { kind: 'local', date, time } });
  });

  it.each([
    'without a date please, right away once approved',
    'no fixed time',
    'ohne Termin, gleich nach Freigabe',
  ])('no time at all: %s', (say) => expect(patchOf(say)).toEqual({ schedule: { kind: 'now' } }));

  it('is not moved before today, nor without anything to move, nor where it could be two things', () => {
    expect(patchOf('a month earlier')).toBeUndefined();
    expect(patchOf('an hour later', withDraft({ filter: hilton }))).toBeUndefined();
    const two = withDraft({
      filter: all(ends('2027-01-01', '2027-03-31'), between('contract_start', '2024-01-01', '2024-12-31')),
    });
    expect(patchOf('the quarter after', two)).toBeUndefined();
  });
});

describe('a greeting before the feast of each country', () => {
  it.each([
    ['send it before each country’s feast', '10:00'],
    ['schedule it for their own holiday at 9:30', '09:30'],
  ])('%s', (say, time) => {
    expect(patchOf(say)).toEqual({
      schedule: { kind: 'feast', occasion: null, from: '2026-11-21', date: '2026-11-28', time },
    });
  });

  it('is no day that is named', () => {
    expect(patchOf('send it on 20 December at 9am')).toMatchObject({ schedule: { date: '2026-12-20' } });
  });
});
