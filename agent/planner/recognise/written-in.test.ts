import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };
const argsOf = (say: string) => plan(say, situation(nothing)).calls[0]?.args;
const [hilton, hotels] = [is('brand', 'Hilton'), is('type', 'Hotel')];

describe('the language of a message', () => {
  it.each([
    ['send a survey to the Hiltons in German', hilton, 'de'],
    ['draft a thank-you to the Hiltons, in Thai', hilton, 'th'],
    ['survey in French for the Hiltons in Germany', all(hilton, is('country', 'DE')), 'fr'],
    ['draft a survey for German hotels in Thai', all(is('country', 'DE'), hotels), 'th'],
  ])('is no country: “%s”', (say, filter, language) => {
    expect(argsOf(say)).toMatchObject({ filter, language });
  });

  it('is none where nothing is written', () => {
    expect(argsOf('how many hotels in German?')).toEqual({ filter: all(hotels, is('country', 'DE')) });
  });
});
