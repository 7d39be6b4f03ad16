// A saved audience is meant by its name, or right after it was saved.
import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const hotels = is('type', 'Hotel');
const fresh = situation({ campaign: null, lastFilter: null, pendingApproval: false });
const segments = [
  { id: 's1', name: 'PKT hotels' },
  { id: 's2', name: 'Bangkok' },
];
const named = { ...fresh, vocabulary: { ...fresh.vocabulary, segments } };
const first = { op: 'in', field: 'segment', values: ['s1'] };

describe('a segment', () => {
  it.each([
    ['survey for PKT hotels', first],
    ['survey for the PKT hotels', first],
    ['survey for PKT hotels in Phuket', { all: [first, is('city', 'Phuket')] }],
    ['survey for the segment Bangkok', { op: 'in', field: 'segment', values: ['s2'] }],
    ['survey for hotels in Bangkok', all(hotels, is('city', 'Bangkok'))],
  ])('is meant by a name that says nothing else: “%s”', (say, filter) => {
    expect(plan(say, named).calls[0]).toMatchObject({ name: 'draft_campaign', args: { filter } });
  });

  const saved = situation({
    ...{ campaign: null, lastFilter: hotels, pendingApproval: false },
    earlier: [
      {
        said: 'save the hotels as X',
        calls: [{ name: 'save_segment', args: { name: 'X', filter: hotels }, campaignId: null }],
      },
    ],
  });
  it.each(['survey for it', 'use it for a survey', 'send that segment a survey', 'draft a survey for them'])(
    'that was just saved is pointed at: “%s”',
    (say) => {
      expect(plan(say, saved).calls[0]).toMatchObject({
        name: 'draft_campaign',
        args: { type: 'survey', filter: hotels },
      });
    },
  );
});
