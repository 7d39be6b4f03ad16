import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));

describe('two messages, each for people of its own', () => {
  it.each([
    [
      'email the Hiltons about the new app, and the Marriotts about the price change',
      'email the Marriotts about the price change',
    ],
    [
      'tell the Hiltons that the app is down and the Marriotts that it is back',
      'tell the Marriotts that it is back',
    ],
    [
      'write to gyms about the new app; hotels about the price change',
      'write to hotels about the price change',
    ],
  ])('are asked about, not written to all of them: “%s”', (say, second) => {
    const { calls, question } = planned(say);
    expect(calls).toEqual([]);
    expect(question?.choices.map((choice) => choice.say)).toContain(second);
  });

  it('are one, where “that” describes who gets it', () => {
    const say =
      'send an upsell about sunset playlists to the hotels in Phuket and Krabi that have a zone called Rooftop';
    expect(planned(say).question).toBeUndefined();
  });

  it('are one, where both are told to the same', () => {
    const { args } = planned('tell the Hiltons about our new app and about our price change').calls[0]!;
    expect(args.topic).toBe('our new app and about our price change');
  });
});
