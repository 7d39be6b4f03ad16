import { describe, expect, it } from 'vitest';
import { situation, withDraft } from '../../evals/fixture.ts';
import { plan } from './plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const filter = { op: 'in' as const, field: 'brand', values: ['Hilton'] };
/** Thursday at nine, where the workspace is. */
const OURS = { kind: 'at' as const, at: '2026-11-26T02:00:00.000Z' };
const THEIRS = { kind: 'local' as const, date: '2026-11-26', time: '10:00' };

describe('another day or hour', () => {
  it.each([
    ['actually make that friday', { kind: 'at', at: '2026-11-27T02:00:00.000Z' }],
    ['make it 10:30', { kind: 'at', at: '2026-11-26T03:30:00.000Z' }],
    ['friday 9am their time', { kind: 'local', date: '2026-11-27', time: '09:00' }],
  ])('of an hour that was ours stays ours unless theirs is said: “%s”', (say, schedule) => {
    const { calls } = plan(say, situation(withDraft({ filter, schedule: OURS })));
    expect(calls[0]?.args).toMatchObject({ patch: { schedule } });
  });

  it('of an hour in each place stays that', () => {
    const { calls } = plan('make that friday', situation(withDraft({ filter, schedule: THEIRS })));
    expect(calls[0]?.args).toMatchObject({ patch: { schedule: { ...THEIRS, date: '2026-11-27' } } });
  });
});

describe('a part of today', () => {
  it.each([
    ['tonight at 10pm', '22:00'],
    [', tonight at 10pm', '22:00'],
    [', 10pm tonight', '22:00'],
    [', this evening', '18:00'],
    ['at 10 tonight', '22:00'],
    ['tonight', '18:00'],
    ['this afternoon at 4', '16:00'],
    ['this evening', '18:00'],
  ])('is of today: “%s”', (when, time) => {
    const { calls } = plan(`send a thank you to the Hiltons ${when}`, situation(nothing));
    expect(calls[0]?.args.schedule).toEqual({ kind: 'local', date: '2026-11-21', time });
  });
});
