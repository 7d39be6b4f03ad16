// What customers are to be told may stand in front of the request: all of it is the message's, and none of it narrows or widens
// who gets it.
import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const soundtrack = is('platform', 'Soundtrack Your Brand');
const hotels = is('type', 'Hotel');

describe('what is told first', () => {
  it.each([
    [
      'our prices go up by 5 % on 1 January, tell the outlets in Vietnam',
      'our prices go up by 5 % on 1 January',
      all(is('type', 'Retail'), is('country', 'VN')),
    ],
    [
      'price goes up 5% on 1 January for all outlets in Vietnam, let them know',
      'price goes up 5% on 1 January',
      all(is('type', 'Retail'), is('country', 'VN')),
    ],
    [
      'the office is closed on 5 December, let the hotels in Phuket know',
      'the office is closed on 5 December',
      all(hotels, is('city', 'Phuket')),
    ],
    [
      'maintenance on 3 December from 2 to 4 am, tell everyone on Soundtrack',
      'maintenance on 3 December from 2 to 4 am',
      soundtrack,
    ],
    ['support is down. let all hotels know', 'support is down', hotels],
    ['the new app is out so tell the gyms', 'the new app is out', is('type', 'Gym')],
    [
      'wir schließen am 24. Dezember, sag den Hotels in Berlin Bescheid',
      'wir schließen am 24. Dezember',
      all(hotels, is('city', 'Berlin')),
    ],
    [
      'on ferme le 24 décembre, préviens les hôtels de Bangkok',
      'on ferme le 24 décembre',
      all(hotels, is('city', 'Bangkok')),
    ],
    [
      'los precios suben en enero, avisa a los hoteles de Tokio',
      'los precios suben en enero',
      all(hotels, is('city', 'Tokyo')),
    ],
  ])('is what the message says: “%s”', (say, topic, filter) => {
    const { calls, question, unused } = planned(say);
    expect({ question, unused }).toEqual({ question: undefined, unused: [] });
    expect(calls[0]).toMatchObject({ name: 'draft_campaign', args: { topic, filter } });
    expect(calls[0]!.args).not.toHaveProperty('schedule');
  });

  it.each([
    'the Hiltons in Phuket are closed on Monday, tell the GMs',
    'the contracts end in May, tell the hotels',
    'prices in Vietnam go up on 1 January, tell everybody',
    'hotels in Berlin are getting a new app, tell them',
  ])('asks where it could say who is meant: “%s”', (say) => {
    const { calls, question } = planned(say);
    expect(calls).toEqual([]);
    expect(question).toBeDefined();
  });
});
