import type { Triage } from '../../core/ports.ts';
import type { Intent } from './words/words.ts';

type Action = Triage['action'];

const ACTIONS: Record<Intent, Action> = {
  accept: 'reply',
  partial: 'reply',
  decline: 'reply',
  later: 'reply',
  question: 'reply',
  complaint: 'open_ticket',
  callback: 'call',
  opt_out: 'suppress',
  opt_in: 'none',
  wrong_person: 'change_contact',
  already_done: 'reply',
  survey_answer: 'none',
  acknowledge: 'none',
  auto_reply: 'none',
  bounce: 'change_contact',
  other: 'reply',
};

// Net Promoter detractors, 0 to 6, hear from a person.
export const DETRACTOR = 6;

export function chooseAction(found: {
  intent: Intent;
  urgency: Triage['urgency'];
  topic: string | null;
  campaignType: string | undefined;
  score: number | null;
  leftCompany: boolean;
}): Action {
  const { intent, urgency, topic, campaignType, score } = found;
  if (intent === 'complaint' && urgency === 'high') return 'escalate';
  if ((intent === 'accept' || intent === 'partial') && campaignType === 'renewal') return 'renew';
  if (intent === 'question' && topic === 'document') return 'send_document';
  if (intent === 'auto_reply' && found.leftCompany) return 'change_contact';
  if (intent === 'survey_answer' && score !== null && score <= DETRACTOR) return 'call';
  return ACTIONS[intent];
}

// A person's judgement is part of the answer to these.
const FOR_A_PERSON: readonly Intent[] = [
  'partial',
  'question',
  'complaint',
  'callback',
  'wrong_person',
  'other',
];

export const needsJudgement = (intent: Intent): boolean => FOR_A_PERSON.includes(intent);
