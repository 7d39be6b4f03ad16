import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const [hotels, thai] = [is('type', 'Hotel'), is('country', 'TH')];
const said = (say: string, lastFilter: ReturnType<typeof is> | null = null) =>
  plan(say, situation({ campaign: null, lastFilter, pendingApproval: false }));

describe('who shall be the only ones in one place', () => {
  it.each([
    'draft renewals for hotels in Thailand, but in Phuket only Hiltons',
    'how many hotels in Thailand, in Phuket only Hiltons?',
  ])('is asked, beside others elsewhere: “%s”', (say) => {
    expect(said(say)).toMatchObject({
      calls: [],
      question: { text: expect.stringContaining('in Phuket only Hiltons') },
    });
  });

  it('is asked of a list at hand', () => {
    expect(said('but in Phuket only Hiltons', all(hotels, thai))).toMatchObject({
      calls: [],
      question: expect.anything(),
    });
  });

  it('is plain where nobody else was named', () => {
    const { calls } = said('in Phuket only Hiltons, draft a survey');
    expect(calls).toMatchObject([
      { args: { filter: { all: expect.arrayContaining([is('brand', 'Hilton'), is('city', 'Phuket')]) } } },
    ]);
  });
});
