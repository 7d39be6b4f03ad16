// The planner's own sentences: the exact calls, over the invented tenant that they were written for.
import { plan } from '../../agent/planner/plan.ts';
import type { PlannerThread } from '../../agent/planner/types.ts';
import { WRITTEN_CASES } from '../cases/index.ts';
import type { RequestCase } from '../cases/request-case.ts';
import { EMPTY_THREAD, situation, withDraft } from '../fixture.ts';
import { gradePlan } from '../grade-plan.ts';
import type { CaseResult } from '../result.ts';
import { splitOf } from '../split.ts';
import type { Suite } from '../suite.ts';

export const threadOf = ({ given }: RequestCase): PlannerThread => ({
  ...(given?.draft ? withDraft(given.draft) : EMPTY_THREAD),
  lastFilter: given?.lastFilter ?? null,
  pendingApproval: given?.pendingApproval ?? false,
});

/** One suite of those sentences. They prescribe the planner's own calls, so a model is not held to them. */
export const writtenSuite = (name: string): Suite => ({
  name,
  async run({ mind, wants, record }) {
    if (mind.provenance.mind !== 'planner') return;
    const cases = WRITTEN_CASES.filter(({ suite }) => suite === name).flatMap((group) => group.cases);
    for (const one of cases) {
      const origin = { id: one.id, author: 'rules', split: splitOf(one.split) } as const;
      if (wants(origin)) record({ ...origin, suite: name, ...runPlan(one) });
    }
  },
});

function runPlan(one: RequestCase): Omit<CaseResult, 'id' | 'suite' | 'author' | 'split'> {
  const began = performance.now();
  const planned = plan(one.say, situation(threadOf(one)));
  const ms = [performance.now() - began];
  const { passed, got, wanted } = gradePlan(planned, one);
  const acts = planned.calls.some(({ name }) => name === 'draft_campaign');
  return {
    say: [one.say],
    problems: passed ? [] : ['other calls than expected'],
    isSilentSuperset: Boolean(one.expect.ask) && acts,
    precision: null,
    recall: null,
    ms,
    wanted,
    got,
  };
}
