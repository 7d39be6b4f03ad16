// "back to the survey: only Asia", "in the Paris survey keep only the gold ones": another draft of the conversation and, in
// the same breath, what shall be done with it. What follows is read on that draft alone.
import type { Draft } from '../../../core/campaigns/draft.ts';
import { fold } from '../../../lib/text.ts';
import { ask } from '../doubt/ask.ts';
import { type Frame, readFrame } from '../frame.ts';
import { draftsOf, type ThreadDraft } from '../thread/drafts.ts';
import { stem } from '../tokens.ts';
import { isMessageWord } from '../topic/message-words.ts';
import type { Plan, PlannerInput } from '../types.ts';
import type { Reading } from './reading.ts';
import { meantDraft } from './switch.ts';

const OPENING = String.raw`^(?:\W|(?:ok(?:ay)?|and|but|so|now|then|please|well|right|let['’]?s|go|going|get|switch)\b)*`;
const BACK = new RegExp(
  String.raw`${OPENING}(?:back to|return to|switch(?: back)? to)\s+(?<head>[^,:;–—]{2,60}?)\s*(?:[,:;–—]|\s-\s)\s*(?<rest>\S.*)$`,
  'isu',
);
const INSIDE = new RegExp(
  String.raw`${OPENING}(?:in|for|on|of)\s+(?<said>(?:the|that|my|our)\s+\S.*)$`,
  'isu',
);

/** A draft of which nothing was said yet. */
const BLANK: Omit<Draft, 'name' | 'type'> = {
  filter: { all: [] },
  excludedCustomerIds: [],
  channels: [],
  schedule: { kind: 'now' },
  leaveOutFaulty: false,
  tone: null,
  roles: [],
  contactIds: {},
  topic: null,
  objective: null,
  offer: null,
  link: null,
  image: null,
  budget: null,
  repeat: null,
  canary: null,
  address: 'polite',
  hide: [],
  length: 'full',
  wording: {},
  language: null,
  translations: {},
  groups: [],
  variants: [],
};

type PlanOf = (sentence: string, input: PlannerInput) => Plan;
type Said = { head: string; rest: string; draft: ThreadDraft | null };

export const readReturn =
  (planOf: PlanOf): Reading =>
  (frame) => {
    const { campaign } = frame.input.thread;
    const drafts = draftsOf(frame.input.thread);
    const said = campaign && drafts.length > 1 ? (backTo(frame, drafts) ?? inside(frame, drafts)) : null;
    if (!campaign || !said) return null;
    if (!said.draft) return whichDraft(frame, said, drafts);
    if (said.draft.id === campaign.id) return planOf(said.rest, frame.input);
    const { id, type, said: args } = said.draft;
    const draft: Draft = { ...BLANK, name: type, type, ...args };
    const there = { ...campaign, id, type, name: draft.name, draft };
    const thread = { ...frame.input.thread, campaign: there, lastFilter: null };
    return behind(frame, said, planOf(said.rest, { ...frame.input, thread }));
  };

/** The choices of a question are about that draft too. */
function behind({ sentence }: Frame, { rest, draft }: Said, plan: Plan): Plan {
  const lead = sentence.slice(0, sentence.lastIndexOf(rest));
  const { question } = plan;
  if (question)
    return {
      ...plan,
      question: {
        ...question,
        choices: question.choices.map((choice) => ({ ...choice, say: `${lead}${choice.say}` })),
      },
    };
  if (plan.calls.length === 0) return plan;
  return { ...plan, calls: [{ name: 'open_campaign', args: { campaignId: draft!.id } }, ...plan.calls] };
}

function backTo(frame: Frame, drafts: readonly ThreadDraft[]): Said | null {
  const { head, rest } = BACK.exec(frame.sentence)?.groups ?? {};
  return head && rest ? { head, rest, draft: named(frame, head, drafts) } : null;
}

/** The first words that name a draft: "in the Paris survey | only keep …". */
function inside(frame: Frame, drafts: readonly ThreadDraft[]): Said | null {
  const words = INSIDE.exec(frame.sentence)?.groups?.said?.split(/\s+/) ?? [];
  for (let end = 2; end < Math.min(words.length, 8); end++) {
    const last = stem(fold(words[end - 1]!.replace(/[,:]$/, '')));
    if (!(/^(one|draft|campaign)$/.test(last) || isMessageWord(frame.reader, last))) continue;
    const head = words.slice(0, end).join(' ').replace(/[,:]$/, '');
    const draft = named(frame, head, drafts);
    if (draft) return { head, rest: words.slice(end).join(' '), draft };
  }
  return null;
}

function named({ input }: Frame, head: string, drafts: readonly ThreadDraft[]): ThreadDraft | null {
  const called = drafts.filter(({ said }) => typeof said.name === 'string' && fold(said.name) === fold(head));
  if (called.length === 1) return called[0]!;
  const read = readFrame(head, input);
  return read.unknown.length === 0 ? meantDraft(read, drafts) : null;
}

const ORDER = ['first', 'second', 'third', 'fourth', 'fifth'];

function whichDraft(frame: Frame, { head, rest }: Said, drafts: readonly ThreadDraft[]): Plan {
  const { types } = frame.input.vocabulary;
  const choices = drafts.slice(0, ORDER.length).map(({ type }, at) => ({
    label: `${at + 1}: ${types.find(({ key }) => key === type)?.label ?? type}`,
    say: `back to the ${ORDER[at]} draft: ${rest}`,
  }));
  return ask({ text: `“${head}” can mean several things. Which one do you mean?`, choices }, frame);
}
