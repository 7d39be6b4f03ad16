import { expect, it } from 'vitest';
import { htmlReport } from './html-report.ts';
import type { CaseResult } from './result.ts';
import { tally } from './tally.ts';

const failure: CaseResult = {
  id: 'a',
  suite: 'requests',
  author: 'rules',
  split: 'dev',
  say: ['all <b>Hiltons</b>'],
  problems: ['2 customers too many'],
  isSilentSuperset: true,
  precision: 0.5,
  recall: 1,
  ms: [3],
  wanted: { act: 'draft' },
  got: { act: 'send' },
};

it('shows a failure beside its expectation, and what was said as text only', () => {
  const mind = { mind: 'planner', promptHash: null, toolsHash: 'abc' };
  const run = {
    results: [failure],
    skipped: [],
    mind,
    answeredBy: null,
    isWhole: true,
    rows: tally([failure]),
  };
  const page = htmlReport({ run, failures: [failure], hidden: 3 });
  expect(page).toContain('all &lt;b&gt;Hiltons&lt;/b&gt;');
  expect(page).toContain('3 of cases that whoever writes rules must not see');
  expect(page).toMatch(/act&quot;: &quot;draft[\s\S]*act&quot;: &quot;send/);
  expect(page).not.toContain('<b>');
});
