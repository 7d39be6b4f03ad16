import { expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const ask = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));

it('two occasions are two campaigns, and each answer is one of them', () => {
  const { calls, question } = ask(
    'write a Christmas greeting for all our customers, but in Thailand make it New Year',
  );
  expect(calls).toEqual([]);
  const thai = { op: 'in', field: 'country', values: ['TH'] };
  const drafts = question!.choices.map(({ say }) => ask(say).calls[0]?.args);
  expect(drafts[0]).toMatchObject({ type: 'seasonal', topic: 'Christmas', filter: { not: thai } });
  expect(drafts[1]).toMatchObject({ type: 'seasonal', topic: 'New Year', filter: thai });
});
