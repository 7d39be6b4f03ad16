// A brief: who, what and when as in any request, and beside them a goal, an offer and a budget. Everything is proposed,
// nothing is sent, whatever the brief says of sending.
import { type BriefParts, readBriefParts } from '../brief-parts.ts';
import { readFrame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { readCreate } from './create.ts';
import type { Reading } from './reading.ts';
import { saying } from './reading.ts';

const LABELLED = /^\s*(?:campaign\s+)?brief\s*[:–-]\s*(?<text>[\s\S]+)$/iu;
const ASKED =
  /^\s*(?:please\s+)?(?:plan|design|work out|propose|generate|create|make|build)\s+(?:me\s+|us\s+)?(?:an?|the)\s+(?:complete|whole|full|entire)\s+campaign\b[\s:,]*(?<text>[\s\S]+)$/iu;

export const readBrief: Reading = (frame) => {
  const text = (LABELLED.exec(frame.sentence) ?? ASKED.exec(frame.sentence))?.groups?.text;
  if (!text) return null;
  const parts = readBriefParts(text, frame.input.currency ?? 'THB');
  const plan = readCreate(readFrame(`draft ${parts.request}`, frame.input));
  if (!plan)
    return saying(
      frame,
      'I need to know who the campaign is for and what kind it is, for instance “Brief: win back all lapsed hotels in Phuket, offering a free month. Goal: ten signed contracts. Budget: 50k.”',
    );
  return plan.question ? asking(plan, parts) : drafting(plan, parts);
};

function drafting(plan: Plan, { objective, offer, budget }: BriefParts): Plan {
  const calls = plan.calls
    .filter(({ name }) => name === 'draft_campaign')
    .map(({ name, args }) => ({
      name,
      args: {
        ...args,
        ...(offer ? { offer } : {}),
        brief: { ...(objective ? { objective } : {}), ...(budget ? { budget } : {}) },
      },
    }));
  return { ...plan, calls };
}

/** A choice goes on with the rest of the brief. */
function asking(plan: Plan, { objective, offer, budget }: BriefParts): Plan {
  const rest = [
    objective ? `Goal: ${objective}` : '',
    offer ? `Offer: ${offer.says}` : '',
    budget ? `Budget: ${budget.minor / 100} ${budget.currency}.` : '',
  ].filter(Boolean);
  const again = (say: string) => [`Brief: ${say.replace(/^draft\s+/i, '')}.`, ...rest].join(' ');
  const question = plan.question!;
  return {
    ...plan,
    question: { ...question, choices: question.choices.map((one) => ({ ...one, say: again(one.say) })) },
  };
}
