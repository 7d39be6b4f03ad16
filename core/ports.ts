// What core needs of a mind. agent/ implements each twice (a model, the embedded one); wiring chooses.
import { z } from 'zod';
import type { Rendered } from '../channels/contract.ts';

export const INTENTS = [
  'accept',
  'partial',
  'decline',
  'later',
  'question',
  'complaint',
  'callback',
  'opt_out',
  'opt_in',
  'wrong_person',
  'already_done',
  'survey_answer',
  'acknowledge',
  'auto_reply',
  'bounce',
  'other',
] as const;
export const ACTIONS = [
  'none',
  'reply',
  'renew',
  'send_document',
  'call',
  'change_contact',
  'open_ticket',
  'suppress',
  'escalate',
] as const;

/** The closed answer of triage; `because` names the words or headers that decided. */
export const triageSchema = z.strictObject({
  intent: z.enum(INTENTS),
  urgency: z.enum(['low', 'normal', 'high']),
  sentiment: z.enum(['negative', 'neutral', 'positive']),
  /** BCP 47, or "und". */
  language: z.string(),
  needsHuman: z.boolean(),
  confidence: z.number().min(0).max(1),
  entities: z.strictObject({
    units: z.array(z.string()).default([]),
    /** Those of them that the reply wants to end. */
    unitsToCancel: z.array(z.string()).default([]),
    dates: z.array(z.string()).default([]),
    amounts: z.array(z.string()).default([]),
    phone: z.string().nullable().default(null),
    email: z.string().nullable().default(null),
    person: z.string().nullable().default(null),
    /** When they want to be called, in their own words. */
    callAt: z.string().nullable().default(null),
    score: z.int().min(0).max(10).nullable().default(null),
    topic: z.string().nullable().default(null),
  }),
  /** It may be a wish to get no more messages: nothing goes out until a person has decided. */
  mayBeStop: z.boolean().default(false),
  /** Such a wish, and likelier that than anything else; `intent` is what it is if it is none. */
  probablyStop: z.boolean().default(false),
  /** A suggestion for a person; never sent by itself. */
  answer: z.string().nullable(),
  /** The same in English; null where it is English, or where nothing is suggested. */
  answerInEnglish: z.string().nullable().default(null),
  action: z.enum(ACTIONS),
  because: z.string(),
});
export type Triage = z.infer<typeof triageSchema>;

export type TriageInput = {
  text: string;
  channel: string;
  /** E-mail headers, lower-cased, where there are any. */
  headers?: Record<string, string>;
  /** What the message answered, when it is known. */
  campaignType?: string;
  contactName?: string | null;
  contactLanguage?: string | null;
  unitNames?: readonly string[];
};

/** What a workspace has left for models this month, and where their use is written down. */
export type ModelBudget = {
  /** Null: no limit. */
  tokensLeft(): Promise<number | null>;
  record(used: { mind: string; inputTokens: number; outputTokens: number; costUsd: number }): Promise<void>;
};

/** Reads one inbound text, without tools. Without a budget nothing that costs is asked. */
export type Triager = {
  triage(input: TriageInput, budget?: ModelBudget): Promise<Triage>;
  isLikelyStop?: IsLikelyStop;
};

/**
 * Whether somebody's own words, with the sentence of them that code heard a stop in, are likely to ask for no more
 * messages. Free wording acts only then; it is held for a person otherwise.
 */
export type IsLikelyStop = (own: string, said: string) => boolean;

/** Everything a message may say about one recipient, already looked up; the only source of its facts. */
export type WriterInput = {
  language: string;
  tone: 'formal' | 'casual';
  channel: string;
  type: string;
  topic: string | null;
  facts: Record<string, unknown>;
  /** What the built-in template says, as the example to stay close to. */
  template: Rendered;
  /** The workspace's style guide. */
  style?: { avoid: readonly string[]; never: readonly string[]; emoji: boolean; note: string };
  /** Why the last text was refused, when it is asked for once more. */
  problems?: readonly string[];
};

export type Written = Pick<Rendered, 'subject' | 'text'>;

/** Writes one customer's own message. Its text passes the verifier before anybody sees it; what it cost is recorded. */
export type Writer = { write(input: WriterInput, record: ModelBudget['record']): Promise<Written> };
