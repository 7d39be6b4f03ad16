// How replies should be read. Written before the rules, by one author: a first measure, not a proof. Real replies
// that were misread belong here, with their own origin, before the rules are changed.
import { nearMissCases } from './triage-near-miss.ts';
import { optOutCases } from './triage-opt-out.ts';
import { replyCases } from './triage-replies.ts';

export type { TriageCase } from './triage-case.ts';
export { nearMissCases, optOutCases, replyCases };
export const triageCases = [...optOutCases, ...nearMissCases, ...replyCases];
