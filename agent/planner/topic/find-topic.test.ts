import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const planned = (say: string) => plan(say, situation(nothing));
const HILTONS = { op: 'in', field: 'brand', values: ['Hilton'] };

describe('what a message asks its readers', () => {
  it.each([
    ['write to the Hiltons asking whether they have time for a visit', 'do you have time for a visit?'],
    ['write to the Hiltons to ask if they have time for a visit', 'do you have time for a visit?'],
    ['write a personal note to the Hiltons asking for a coffee', 'we would be glad of a coffee'],
  ])('is its topic: “%s”', (say, topic) => {
    expect(planned(say).calls[0]).toMatchObject({ args: { filter: HILTONS, topic } });
  });

  it.each([
    ['tell the Hiltons their invoice for November is ready', 'your invoice for November is ready'],
    ['tell the Hiltons the price is going up', 'the price is going up'],
    ['inform the Hiltons of the price change from 1 January', 'the price change from 1 January'],
  ])('is what they are told: “%s”', (say, topic) => {
    expect(planned(say).calls[0]).toMatchObject({ args: { filter: HILTONS, topic } });
  });

  it('is not told from who asked for it, and so is asked', () => {
    expect(planned('send a reminder to all Hiltons asking for a call').question).toBeDefined();
  });
});

describe('where something takes place', () => {
  it.each([
    [
      'announce the new store in Bangkok to the customers in Vietnam',
      is('country', 'VN'),
      'the new store in Bangkok',
    ],
    [
      'tell the gyms in Bangkok about the party in Phuket',
      all(is('type', 'Gym'), is('city', 'Bangkok')),
      'the party in Phuket',
    ],
  ])('is no condition beside whoever gets it: “%s”', (say, filter, topic) => {
    expect(planned(say).calls[0]?.args).toMatchObject({ filter, topic });
  });

  it('is who gets it, where they are there', () => {
    expect(
      planned('announcement about the music in Phuket for the hotels there').calls[0]?.args,
    ).toMatchObject({
      filter: all(is('city', 'Phuket'), is('type', 'Hotel')),
    });
  });

  it('has its day, beside the one to send it on', () => {
    const say =
      'Draft an event invitation to our climbing night on 4 December for the gyms in Phuket, to go out tomorrow at 9:00';
    expect(planned(say).calls[0]?.args).toMatchObject({
      topic: 'our climbing night on 4 December',
      schedule: { kind: 'local', date: '2026-11-22', time: '09:00' },
    });
  });

  it.each([
    ['the Hiltons: invite them to a webinar on 3 December at 4pm', 'a webinar on 3 December at 4pm'],
    [
      'send the Hiltons an invitation to our dinner on 12 December at 7pm',
      'our dinner on 12 December at 7pm',
    ],
  ])('has its hour, and nobody is invited then: “%s”', (say, topic) => {
    const { args } = planned(say).calls[0]!;
    expect(args).toMatchObject({ type: 'event', filter: HILTONS, topic });
    expect(args.schedule).toBeUndefined();
  });

  it('says nothing of who is invited', () => {
    const [draft] = planned('invite everyone in Phuket to our roadshow on 5 December at the Marriott').calls;
    expect(draft).toMatchObject({
      args: {
        filter: { op: 'in', field: 'city', values: ['Phuket'] },
        type: 'event',
        topic: 'our roadshow on 5 December at the Marriott',
      },
    });
  });
});

describe('how long something lasts', () => {
  it.each([
    [
      'inform the Hiltons about a maintenance on Sunday night from 2 to 4am',
      'a maintenance on Sunday night from 2 to 4am',
    ],
    ['tell the Hiltons about our new opening hours, 9 to 5', 'our new opening hours, 9 to 5'],
  ])('is part of the message, and no hour to send at: “%s”', (say, topic) => {
    const { args } = planned(say).calls[0]!;
    expect(args).toMatchObject({ filter: HILTONS, topic });
    expect(args.schedule).toBeUndefined();
  });

  it('leaves the hour to send at behind it', () => {
    const { args } = planned('tell the Hiltons about our party from 7pm to 11pm tomorrow at 9am').calls[0]!;
    expect(args).toMatchObject({
      schedule: { date: '2026-11-22', time: '09:00' },
      topic: 'our party from 7pm to 11pm',
    });
  });
});

describe('what is no condition and no time', () => {
  it.each<[string, object]>([
    [
      'congratulate the Hiltons on their 10th anniversary',
      { filter: HILTONS, topic: 'your 10th anniversary' },
    ],
    [
      'tell the Hiltons about our new app called Beatbox',
      { filter: HILTONS, topic: 'our new app called Beatbox' },
    ],
    [
      'our support line changes to +66 2 123 4567 from 1 December, let all Hiltons know',
      { filter: HILTONS, topic: 'our support line changes to +66 2 123 4567 from 1 December' },
    ],
    ['tell the owners of the Hiltons we miss them', { filter: HILTONS, roles: ['owner_manager'] }],
  ])('“%s”', (say, args) => {
    const { calls } = planned(say);
    expect(calls[0]).toMatchObject({ name: 'draft_campaign', args });
    expect(calls[0]?.args.schedule).toBeUndefined();
  });
});
