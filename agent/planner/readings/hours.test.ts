import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const fresh = situation({ campaign: null, lastFilter: null, pendingApproval: false });
const topicOf = (say: string) => plan(say, fresh).calls[0]?.args.topic;

describe('hours with a beginning and an end', () => {
  it.each([
    ['from 02:00 to 04:00', 'maintenance on 3 December from 02:00 to 04:00'],
    ['between 02:00 and 04:00', 'maintenance on 3 December between 02:00 and 04:00'],
    ['from 2am to 4am', 'maintenance on 3 December from 2am to 4am'],
    ['02:00–04:00', 'maintenance on 3 December 02:00–04:00'],
  ])('are when something happens: “%s”', (hours, topic) => {
    expect(
      topicOf(`Technical notice about maintenance on 3 December ${hours} to all hotels in Bangkok`),
    ).toBe(topic);
    expect(
      topicOf(`Technical notice to all hotels in Bangkok about maintenance on 3 December ${hours}`),
    ).toBe(topic);
  });

  it.each(['2-4am', '02:00-04:00'])('are no hour to send at behind a colon: “%s”', (hours) => {
    const { calls } = plan(`Tell all hotels in Bangkok: maintenance on 3 December ${hours}`, fresh);
    expect(calls[0]!.args).toMatchObject({ topic: `maintenance on 3 December ${hours}` });
    expect(calls[0]!.args).not.toHaveProperty('schedule');
  });

  it('stay with what is said when the day of it is asked about', () => {
    const { question } = plan(
      'Tell all hotels in Bangkok about the maintenance on 3 December from 02:00 to 04:00',
      fresh,
    );
    expect(question?.choices.map(({ say }) => say)).toContain(
      'Tell all hotels in Bangkok about "the maintenance on 3 December from 02:00 to 04:00"',
    );
  });

  it('are none of it behind what says when it goes out', () => {
    expect(topicOf('Announce the new app to all hotels in Bangkok, send it between 9:00 and 11:00')).toBe(
      'the new app',
    );
    expect(
      topicOf('send renewal reminders to all hotels in Bangkok between 09:00 and 11:00'),
    ).toBeUndefined();
  });
});
