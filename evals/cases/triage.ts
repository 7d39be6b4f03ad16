// How replies should be read. Written by one author, first before the rules and twice after them: a first measure, not
// a proof. Real replies that were misread belong here, with their own origin, before the rules are changed.
import { heldCases } from './triage-held.ts';
import { nearMissCases as nearMissCases1 } from './triage-near-miss.ts';
import { nearMissCases2 } from './triage-near-miss-2.ts';
import { nearMissCases3 } from './triage-near-miss-3.ts';
import { nearMissCases4 } from './triage-near-miss-4.ts';
import { optOutCases as optOutCases1 } from './triage-opt-out.ts';
import { optOutCases2 } from './triage-opt-out-2.ts';
import { optOutCases3 } from './triage-opt-out-3.ts';
import { optOutCases4 } from './triage-opt-out-4.ts';
import { replyCases as replyCases1 } from './triage-replies.ts';
import { replyCases2 } from './triage-replies-2.ts';

export type { TriageCase } from './triage-case.ts';
export { heldCases };
export const optOutCases = [...optOutCases1, ...optOutCases2, ...optOutCases3, ...optOutCases4];
export const nearMissCases = [...nearMissCases1, ...nearMissCases2, ...nearMissCases3, ...nearMissCases4];
export const replyCases = [...replyCases1, ...replyCases2];
export const triageCases = [...optOutCases, ...nearMissCases, ...replyCases, ...heldCases];
