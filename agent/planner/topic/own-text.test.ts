import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const GYMS = { op: 'in', field: 'type', values: ['Gym'] };

describe('a text as it is to be sent', () => {
  it.each([
    [
      'message to gyms: New year, new playlists are live in your app.',
      'New year, new playlists are live in your app',
    ],
    ['email to all gyms: our support line is down tonight', 'our support line is down tonight'],
    [
      'message for gyms: Dear partner, our support line is closed on 5 December. Best, Ada',
      'our support line is closed on 5 December',
    ],
    [
      'send "Our app is back, thanks for your patience" to all gyms',
      'Our app is back, thanks for your patience',
    ],
  ])('is told whole: “%s”', (say, topic) => {
    expect(planned(say).calls[0]).toMatchObject({ name: 'draft_campaign', args: { filter: GYMS, topic } });
  });

  it('ends where more is said than the text', () => {
    const { args } = planned('email to all gyms: your invoice is ready, send it tomorrow at 9am').calls[0]!;
    expect(args).toMatchObject({
      topic: 'your invoice is ready',
      schedule: { date: '2026-11-22', time: '09:00' },
    });
  });

  it.each(['send an sms to all Hiltons about our app', 'sms to all Hiltons: our app is down'])(
    'goes by no other channel than was said: “%s”',
    (say) => {
      const { calls, question } = planned(say);
      expect(calls).toEqual([]);
      expect(question?.text).toMatch(/no channel “sms”/);
    },
  );
});
