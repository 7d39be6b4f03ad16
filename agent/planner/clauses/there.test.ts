import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const [hotels, gyms, bangkok] = [is('type', 'Hotel'), is('type', 'Gym'), is('city', 'Bangkok')];
const planned = (lastFilter: ReturnType<typeof is> | null, say: string) =>
  plan(say, situation({ campaign: null, lastFilter, pendingApproval: false }));

describe('“there”', () => {
  it.each([
    ['draft a survey to the hotels there', 'draft_campaign'],
    ['how many hotels there', 'find_customers'],
  ])('is where those are that were spoken of before: “%s”', (say, name) => {
    const { calls } = planned(all(gyms, bangkok), say);
    expect(calls).toMatchObject([
      { name, args: { filter: { all: expect.arrayContaining([hotels, bangkok]) } } },
    ]);
  });

  it('is where what is told of takes place', () => {
    const { calls } = planned(null, 'announcement about the music in Phuket for the hotels there');
    expect(calls).toMatchObject([{ args: { filter: all(is('city', 'Phuket'), hotels) } }]);
  });

  it.each([
    'draft a survey for the hotels there',
    'Draft an announcement: free shipping to Thailand until Christmas, for customers there',
  ])('is never everywhere: “%s”', (say) => {
    expect(planned(null, say)).toMatchObject({ calls: [], question: expect.anything() });
  });

  it('is none where something is there', () => {
    const { calls } = planned(null, 'how many hotels are there in Bangkok?');
    expect(calls).toMatchObject([{ args: { filter: all(hotels, bangkok) } }]);
  });
});
