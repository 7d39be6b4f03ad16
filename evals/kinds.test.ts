import { describe, expect, it } from 'vitest';
import { kindLines, kindsOf } from './kinds.ts';
import type { CaseResult } from './result.ts';

const failed = (id: number, one: Partial<CaseResult>): CaseResult => ({
  id: String(id),
  suite: 'requests',
  author: 'independent',
  split: 'locked',
  say: ['a sentence that nobody may see'],
  problems: ['did ask, not draft'],
  isSilentSuperset: false,
  precision: null,
  recall: null,
  ms: [1],
  wanted: [],
  got: [{ questions: ['I do not know “secret”, so I have not guessed who is meant.'] }],
  ...one,
});

describe('what went wrong, by kind', () => {
  it('tells what was asked about and which fields are missing, without a word of the case', () => {
    const wanted = [{ filter: { op: 'known', field: 'unit_price' } }];
    const got = [{ questions: [], filter: { op: 'in', field: 'brand', values: ['Hilton'] } }];
    const kinds = kindsOf(failed(1, { problems: ['turn 2: 3 customers too many: A, B'], wanted, got }));
    expect(kinds).toEqual(['follow-up: customers too many', 'lacks unit_price', 'invents brand']);
    expect(kindsOf(failed(2, {}))).toEqual(['asked: unknown words']);
  });

  it('names no kind that fewer than three cases share', () => {
    const results = [1, 2, 3].map((id) => failed(id, {}));
    const [line] = kindLines([...results, failed(4, { problems: ['type: survey, not renewal'] })]);
    expect(line).toBe('requests independent locked: asked: unknown words 3, other 1');
    expect(line).not.toMatch(/secret|sentence/);
  });
});
