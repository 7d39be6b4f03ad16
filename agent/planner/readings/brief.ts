// A brief: who, what and when as in any request, and beside them a goal, an offer and a budget. Everything is proposed,
// nothing is sent, whatever the brief says of sending.
import type { Schedule } from '../../../core/campaigns/draft.ts';
import { type BriefParts, readBriefParts } from '../brief-parts.ts';
import { readStory, type Story } from '../brief-story.ts';
import { type Frame, readFrame } from '../frame.ts';
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
  const story = readStory(parts.request, frame.input);
  const request = story ? `${story.order} about: ${story.topic}` : parts.request;
  const inner = readFrame(`draft ${request}`, frame.input);
  const plan = readCreate(inner);
  if (!plan)
    return saying(
      frame,
      'I need to know who the campaign is for and what kind it is, for instance “Brief: win back all lapsed hotels in Phuket, offering a free month. Goal: ten signed contracts. Budget: 50k.”',
    );
  const told = { ...plan, unused: [...plan.unused, ...inner.passedOver] };
  if (plan.question) return asking(told, parts);
  return drafting(story ? telling(told, { story, schedule: ownTime(story, frame) }) : told, parts);
};

/** When it is to be sent, not when that happens of which it tells. */
const ownTime = ({ order }: Story, { input }: Frame): Schedule | null =>
  readFrame(`draft ${order}`, input).schedule;

function telling(plan: Plan, { story, schedule }: { story: Story; schedule: Schedule | null }): Plan {
  const calls = plan.calls.map(({ name, args: { schedule: _, ...args } }) => ({
    name,
    args: {
      ...args,
      topic: story.topic,
      // What is told says more than the word that it is told with.
      ...(story.type && args.type === 'announcement' ? { type: story.type } : {}),
      ...(schedule ? { schedule } : {}),
    },
  }));
  return { ...plan, calls };
}

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
