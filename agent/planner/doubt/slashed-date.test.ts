import { expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

it.each([
  ['renewals to the Hiltons expiring on 05/06', 'on 5 June', 'on 6 May'],
  ['renewals to the Hiltons expiring on 05/06/2027', 'on 5 June 2027', 'on 6 May 2027'],
])('“%s” is asked about, and nothing is said of how it was taken', (say, day, month) => {
  const { calls, question, ranges } = plan(say, situation());
  expect({ calls, ranges }).toEqual({ calls: [], ranges: [] });
  expect(question?.choices.map((one) => one.say)).toEqual([
    `renewals to the Hiltons expiring ${day}`,
    `renewals to the Hiltons expiring ${month}`,
  ]);
});

it.each([
  'renewals to the Hiltons expiring on 31/10',
  'renewals to the Hiltons expiring on 6/6',
  'who answered 9/10 in the survey?',
])('“%s” is not', (say) => {
  expect(plan(say, situation())).toMatchObject({ calls: [{}] });
});
