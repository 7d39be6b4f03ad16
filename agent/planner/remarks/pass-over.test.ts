import { expect, it } from 'vitest';
import { EMPTY_THREAD, situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (sentence: string) => plan(sentence, situation(EMPTY_THREAD));
const isActedOn = (sentence: string): boolean => {
  const { calls, question } = planned(sentence);
  return calls.length > 0 && !question;
};

it('passes over what is told beside a request, and says which words those were', () => {
  const { calls, unused } = planned('my regional director keeps pestering me, list hotels in Phuket');
  expect(calls.map(({ name }) => name)).toEqual(['find_customers']);
  expect(unused.join(' ')).toContain('pestering');
});

it.each([
  'draft a survey for hotels in Phuket, my laptop is about to freeze',
  'list gyms in Krabi before my train leaves the platform',
  'out of pure boredom, how many Hiltons do we have in Thailand?',
])('acts on “%s”', (sentence) => expect(isActedOn(sentence)).toBe(true));

it.each([
  'draft a survey for hotels in Phuket, printer friendly ones',
  'list gyms in Krabi beside the train station',
  'draft a survey for hotels in Phuket whose printer has jammed',
  'draft a survey for hotels in Phuket. It is meant for those along the river.',
  'draft a survey for hotels in Phuket we share a laundry with',
  'glamorous venues: list hotels in Phuket',
  'draft a survey for hotels in Phuket with 4 whirlpools, my laptop is about to freeze',
])('asks about “%s”', (sentence) => expect(isActedOn(sentence)).toBe(false));

it('leaves everything in doubt where one strange word may restrict', () => {
  const { question } = planned('my laptop is about to freeze, draft a survey for haunted hotels in Phuket');
  expect(question?.text).toContain('haunted');
});

it('does not make a request of words that are all strange', () => {
  expect(planned('asdf qwer zxcv').calls).toEqual([]);
});
