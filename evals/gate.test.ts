import { describe, expect, it } from 'vitest';
import { plan } from '../agent/planner/plan.ts';
import { WRITTEN_CASES } from './cases/index.ts';
import { situation } from './fixture.ts';
import { gradePlan } from './grade-plan.ts';
import { threadOf } from './suites/written.ts';

describe.each(WRITTEN_CASES.map(({ about, cases }) => [about, cases] as const))('%s', (_, cases) => {
  it.each(cases.map((one) => [one.id, one.say, one] as const))('%s: %s', (_id, say, one) => {
    const { passed, got, wanted } = gradePlan(plan(say, situation(threadOf(one))), one);
    if (!passed) expect(got).toEqual(wanted);
    expect(passed).toBe(true);
  });
});
