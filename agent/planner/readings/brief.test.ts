import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { readBriefParts } from '../brief-parts.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, { ...situation({ campaign: null, lastFilter: null, pendingApproval: false }), currency: 'THB' });

describe('what a brief says beside who and what', () => {
  it.each([
    [
      'upsell more zones to the gyms in Bangkok with a 10% discount. Our goal is to sell twenty zones. Budget THB 50,000.',
      {
        request: 'upsell more zones to the gyms in Bangkok',
        objective: 'Sell twenty zones.',
        offer: { kind: 'discount', says: 'Our offer for you: a 10% discount.' },
        budget: { minor: 5_000_000, currency: 'THB' },
      },
    ],
    [
      'win back hotels in Phuket. Offer: the first month is free until 31 March. Budget: €2k. Goals: ten contracts',
      {
        request: 'win back hotels in Phuket',
        objective: 'Ten contracts.',
        offer: { kind: 'free_item', says: 'The first month is free until 31 March.' },
        budget: { minor: 200_000, currency: 'EUR' },
      },
    ],
    [
      'an announcement about the new app. Audience: all Hiltons. Channel: email',
      {
        request: 'an announcement about the new app to all Hiltons by email',
        objective: null,
        offer: null,
        budget: null,
      },
    ],
    [
      'give them a free month to all gyms in Phuket',
      {
        request: 'to all gyms in Phuket',
        offer: { kind: 'free_item', says: 'Our offer for you: a free month.' },
      },
    ],
    [
      'upsell to small hotels in Vietnam, 10% off for the first year. By WhatsApp',
      {
        request: 'upsell to small hotels in Vietnam. By WhatsApp',
        offer: { kind: 'discount', says: 'Our offer for you: 10% off for the first year.' },
      },
    ],
    [
      'thank our ten biggest customers. No offer.',
      { request: 'thank our ten biggest customers', offer: null },
    ],
  ])('“%s”', (text, parts) => {
    expect(readBriefParts(text, 'THB')).toMatchObject(parts);
  });
});

describe('a brief', () => {
  it('becomes one draft with everything proposed', () => {
    expect(
      planned('Brief: win back gyms in Bangkok, offering a free month. Goal: ten contracts. Budget: 50k')
        .calls,
    ).toEqual([
      {
        name: 'draft_campaign',
        args: {
          type: 'win_back',
          filter: all(is('type', 'Gym'), is('city', 'Bangkok')),
          offer: { kind: 'free_item', says: 'Our offer for you: a free month.' },
          brief: { objective: 'Ten contracts.', budget: { minor: 5_000_000, currency: 'THB' } },
        },
      },
    ]);
  });

  it('never asks for approval, even where it speaks of sending', () => {
    const { calls } = planned('Brief: send renewal reminders to all Hiltons tomorrow at 9am');
    expect(calls.map(({ name }) => name)).toEqual(['draft_campaign']);
  });

  it('with a name that nobody knows asks, and the choices keep the rest of it', () => {
    const { calls, question } = planned('Brief: win back all Hyltons in Zanzibaria. Budget: 50k THB');
    expect(calls.filter(({ name }) => name === 'draft_campaign')).toEqual([]);
    for (const { say } of question?.choices ?? []) expect(say).toMatch(/^Brief: .*Budget: 50000 THB\.$/);
  });

  it('that says neither who nor what is told what is missing', () => {
    expect(planned('Brief: sell more')).toMatchObject({ calls: [] });
  });
});
