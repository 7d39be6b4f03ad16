import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const ask = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));

describe('what a filter cannot say', () => {
  it.each([
    'the three biggest hotels in each country',
    'top 5 customers per city by contract value',
    'send a survey to the 10 biggest hotels of every brand',
  ])('is asked about, and nobody else taken instead: “%s”', (say) => {
    const { calls, question } = ask(say);
    expect(calls).toEqual([]);
    expect(JSON.stringify(ask(question!.choices[0]!.say).calls[0]?.args.filter)).toContain('"op":"top"');
  });

  it('is that somebody has two values of one field', () => {
    const { calls, question } = ask('which Hiltons have both SYB and Beat Breeze?');
    expect(calls).toEqual([]);
    expect(ask(question!.choices[0]!.say).calls[0]?.args.filter).toEqual({
      all: [
        { op: 'in', field: 'brand', values: ['Hilton'] },
        { op: 'in', field: 'platform', values: ['Soundtrack Your Brand', 'Beat Breeze'] },
      ],
    });
  });

  it('is not what is said of two places', () => {
    expect(ask('hotels in both Phuket and Krabi').calls).toHaveLength(1);
  });
});
