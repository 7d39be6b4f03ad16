import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const calls = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false })).calls;
const HILTONS = { op: 'in', field: 'brand', values: ['Hilton'] };

describe('some in their own language, as everybody is written to', () => {
  it.each([
    'draft a thank you to all Hiltons, French ones in French',
    'draft a thank you to all Hiltons (the German ones in German)',
    'draft a thank you to all Hiltons, the Thai customers in Thai and the German ones in German',
  ])('narrows nobody and turns nobody else’s: “%s”', (say) => {
    const { filter, language } = calls(say)[0]!.args;
    expect({ filter, language }).toEqual({ filter: HILTONS, language: undefined });
  });

  it('is who gets it, where nobody else is named, and a language for all of them', () => {
    expect(calls('draft renewals for Thai customers in Thai')[0]?.args).toMatchObject({
      filter: { op: 'in', field: 'country', values: ['TH'] },
      language: 'th',
    });
  });
});
