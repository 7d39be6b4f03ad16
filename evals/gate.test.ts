import { describe, expect, it } from 'vitest';
import { plan } from '../agent/planner/plan.ts';
import type { PlannerThread } from '../agent/planner/types.ts';
import type { RequestCase } from './cases/request-case.ts';
import { ASK_CASES } from './cases/requests-ask.ts';
import { CREATE_CASES } from './cases/requests-create.ts';
import { FIND_CASES } from './cases/requests-find.ts';
import { FOLLOW_UP_CASES } from './cases/requests-follow-up.ts';
import { EMPTY_THREAD, situation, withDraft } from './fixture.ts';
import { gradePlan } from './grade-plan.ts';

const threadOf = ({ given }: RequestCase): PlannerThread => ({
  ...(given?.draft ? withDraft(given.draft) : EMPTY_THREAD),
  lastFilter: given?.lastFilter ?? null,
  pendingApproval: given?.pendingApproval ?? false,
});

describe.each([
  ['sentences that make a campaign', CREATE_CASES],
  ['sentences that count and list', FIND_CASES],
  ['sentences about the campaign at hand', FOLLOW_UP_CASES],
  ['sentences that must be asked back, refused or only talked about', ASK_CASES],
] as const)('%s', (_, cases) => {
  it.each(cases.map((one) => [one.id, one.say, one] as const))('%s: %s', (_id, say, one) => {
    const { passed, got, wanted } = gradePlan(plan(say, situation(threadOf(one))), one);
    if (!passed) expect(got).toEqual(wanted);
    expect(passed).toBe(true);
  });
});
