import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const ask = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));

describe('where somebody will be', () => {
  it.each([
    ["I'm in Phuket next week, which hotels there expire this quarter?", 'next week'],
    ['We will be in Phuket from 3 to 5 December, so show me the hotels there', 'from 3 to 5 December'],
    ['our technician visits Phuket tomorrow. List the hotels there', 'tomorrow'],
  ])('is whom “there” means, and when is told as not used: “%s”', (say, when) => {
    const { calls, unused } = ask(say);
    expect(JSON.stringify(calls[0]?.args.filter)).toContain('{"op":"in","field":"city","values":["Phuket"]}');
    expect(JSON.stringify(calls[0]?.args.filter)).toContain('"Hotel"');
    expect(unused).toEqual([when]);
  });

  it('is nowhere where none is named', () => {
    expect(ask('I am in a hurry today, send renewal reminders to the hotels there').calls).toEqual([]);
  });
});
