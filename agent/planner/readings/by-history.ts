// "… with an offer by their history": the renewal offers of the workspace, which its letters say by themselves.
import type { Plan, PlannerInput } from '../types.ts';
import type { Reading } from './reading.ts';

const BY_HISTORY =
  /[,;]?\s*\b(?:and\s+|each\s+)*(?:with|including|incl\.?|plus|offering|give|giving)\s+(?:them\s+|each\s+(?:of\s+them\s+|one\s+)?|everybody\s+|everyone\s+)?(?:an?\s+|the\s+|their\s+|our\s+)?(?:own\s+|right\s+|fitting\s+|renewal\s+|personal\s+)*offers?\s+(?:that\s+(?:fits?|suits?|depends?\s+on|follows?)|by|based\s+on|according\s+to|depending\s+on|for|from|fitting|suiting|following)\s+(?:(?:their|its|his|her|the|each|every)\s+)?(?:(?:one|customer|client)[’']s\s+)?(?:own\s+|past\s+|contract\s+|customer\s+)*history\b(?:\s+with\s+us)?/iu;
const RENEWING = ['renewal', 'early_renewal', 'win_back'];

/** The request without that, and that it was said; another kind of campaign has no such offer, and is asked about. */
export const readByHistory =
  (plan: (sentence: string, input: PlannerInput) => Plan): Reading =>
  ({ sentence, input }) => {
    const found = BY_HISTORY.exec(sentence);
    if (!found) return null;
    const rest = `${sentence.slice(0, found.index)} ${sentence.slice(found.index + found[0].length)}`.trim();
    const planned = plan(rest, input);
    const isRenewal = planned.calls.some(
      ({ name, args }) => name === 'draft_campaign' && RENEWING.includes(String(args.type)),
    );
    if (!isRenewal) return null;
    const calls = planned.calls.map((call) =>
      call.name === 'draft_campaign' ? { ...call, args: { ...call.args, offerByHistory: true } } : call,
    );
    return { ...planned, calls };
  };
