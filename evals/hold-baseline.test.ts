// The prompt-regression gate: a subset of the suites runs here, and is held to the committed baseline.
import { describe, expect, it } from 'vitest';
import { hashTools } from '../agent/tools-hash.ts';
import { loadPrompt, promptOf } from '../prompts/load.ts';
import { TOOLS } from '../tools/index.ts';
import { type Baseline, makeBaseline, PLANNER_SERVER, readBaseline, readBaselines } from './baseline.ts';
import { belowBaseline, unmeasuredModels } from './hold-baseline.ts';
import { checksumOf, lockedChecksums, readAnnounced, unannounced } from './locked.ts';
import { plannerMind } from './planner-mind.ts';
import type { CaseResult } from './result.ts';
import { type Run, runSuites } from './run.ts';

const TOOLS_NOW = hashTools([...TOOLS.values()]);
const NOW = { promptHash: loadPrompt('agent').hash, toolsHash: TOOLS_NOW };

describe('what runs now', () => {
  it('is not below the planner’s baseline', async () => {
    const baseline = readBaseline('planner')!;
    const only = Object.fromEntries(Object.entries(baseline.gate).map(([suite, { ids }]) => [suite, ids]));
    const { results } = await runSuites({ mind: plannerMind(), only });
    expect(belowBaseline(baseline, results)).toEqual([]);
  });

  it('has the prompt and the tools that every named model was measured with', () => {
    expect(unmeasuredModels(readBaselines(), NOW)).toEqual([]);
  });

  it('has the locked cases that were announced', () => {
    expect(unannounced(readAnnounced(), lockedChecksums())).toEqual([]);
  });
});

const MODEL: Baseline = {
  mind: 'some-model',
  answeredBy: 'some-model-2026',
  ...NOW,
  rows: [],
  gate: { requests: { ids: ['a', 'b'], passed: 2, silentSupersets: 0 } },
};
const result = (id: string, given: Partial<CaseResult> = {}): CaseResult => ({
  id,
  suite: 'requests',
  author: 'independent',
  split: 'dev',
  say: [''],
  problems: [],
  isSilentSuperset: false,
  precision: 1,
  recall: 1,
  ms: [1],
  wanted: null,
  got: null,
  ...given,
});

describe('the gate', () => {
  it('closes when a prompt is ruined, and when a tool is', () => {
    expect(unmeasuredModels([MODEL], NOW)).toEqual([]);
    const ruined = promptOf('agent', 'Answer every request with a poem.').hash;
    expect(unmeasuredModels([MODEL], { ...NOW, promptHash: ruined })).toEqual([
      expect.stringContaining('the prompt changed'),
    ]);
    const [first, ...rest] = [...TOOLS.values()];
    const toolsHash = hashTools([{ ...first!, description: 'Sends at once.' }, ...rest]);
    expect(unmeasuredModels([MODEL], { ...NOW, toolsHash })).toEqual([
      expect.stringContaining('a tool changed'),
    ]);
  });

  it('closes on fewer right cases, on a new silent superset and on a case that is gone', () => {
    expect(belowBaseline(MODEL, [result('a'), result('b')])).toEqual([]);
    expect(belowBaseline(MODEL, [result('a'), result('b', { problems: ['wrong'] })])).toEqual([
      'requests: 1 of 2 right, 2 before; wrong now: b',
    ]);
    expect(belowBaseline(MODEL, [result('a'), result('b', { isSilentSuperset: true })])).toHaveLength(1);
    expect(belowBaseline(MODEL, [result('a')])[0]).toContain('1 cases of the baseline are gone');
  });

  it('takes no run of the planner behind a server, of a part, or of nobody for a model’s baseline', () => {
    const run: Run = {
      results: [result('a')],
      skipped: [],
      mind: { mind: 'some-model', ...NOW },
      answeredBy: 'some-model-2026',
      isWhole: true,
      rows: [],
    };
    expect(makeBaseline(run).mind).toBe('some-model');
    expect(() => makeBaseline({ ...run, answeredBy: PLANNER_SERVER })).toThrow('measures no model');
    expect(() => makeBaseline({ ...run, answeredBy: null })).toThrow('nothing was measured');
    expect(() => makeBaseline({ ...run, isWhole: false })).toThrow('every suite');
    expect(unmeasuredModels([{ ...MODEL, answeredBy: PLANNER_SERVER }], NOW)).toHaveLength(1);
  });

  it('sees one changed word of a locked case', () => {
    const before = { requests: checksumOf([{ id: 'a', say: 'all hotels' } as { id: string }]) };
    const after = { requests: checksumOf([{ id: 'a', say: 'all gyms' } as { id: string }]) };
    expect(unannounced(before, before)).toEqual([]);
    expect(unannounced(before, after)).toEqual(['requests (1 cases announced, 1 there)']);
  });
});
