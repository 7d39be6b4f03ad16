// What the planner makes of a sentence about the draft in hand, for tests.
import { expect } from 'vitest';
import { plan } from '../agent/planner/plan.ts';
import { is } from '../evals/cases/request-case.ts';
import { CAMPAIGN_ID, situation, withDraft } from '../evals/fixture.ts';

export const callsOf = (say: string, draft: object = {}) =>
  plan(say, situation(withDraft({ filter: is('city', 'Phuket'), ...draft }))).calls;

/** The patch of its one edit. */
export const patchOf = (say: string, draft: object = {}) => {
  const [call] = callsOf(say, draft);
  expect(call).toMatchObject({ name: 'edit_campaign', args: { campaignId: CAMPAIGN_ID } });
  return call?.args.patch;
};
