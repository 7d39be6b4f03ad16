// The shapes of cases that stand in JSON files: one request, a conversation, or an expression of time.
import { z } from 'zod';
import { filterSchema } from '../core/audience/filter.ts';
import { draftSchema } from '../core/campaigns/draft.ts';
import { triageSchema } from '../core/ports.ts';

const who = {
  id: z.string().min(1),
  author: z.enum(['rules', 'independent']),
  /** `dev` may be looked at while rules are written; `locked` only counts, under a checksum. */
  split: z.enum(['dev', 'locked']),
  /** A case that was made of another one by typing wrongly or by saying it otherwise; told apart. */
  variant: z.enum(['typo', 'paraphrase']).optional(),
  note: z.string().optional(),
};
const size = z.int().positive();
/** Not all of the filter: the first or last by a field, or any so many of them. */
const selectSchema = z.union([
  z.strictObject({ top: size, by: z.string() }),
  z.strictObject({ bottom: size, by: z.string() }),
  z.strictObject({ sample: size }),
]);
const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

/**
 * What must be so after a sentence.
 * - `act`: `send` is a draft and a question for approval; `count` and `list` show an audience and change nothing;
 *   `ask` is a question back and nothing else; `refuse` and `talk` do nothing
 * - `filter`: the set of customers that it means is compared, not the tree; `excluded` are taken out of it by name
 * - `channels`, `schedule` (wall time): left out means that nobody named any
 */
export const expectationSchema = z.strictObject({
  act: z.enum(['draft', 'send', 'count', 'list', 'ask', 'refuse', 'talk']),
  type: z.string().optional(),
  filter: filterSchema.optional(),
  select: selectSchema.optional(),
  channels: z.array(z.string()).optional(),
  schedule: wallTime.optional(),
  excluded: z.array(z.string()).optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

export const requestCaseSchema = z.strictObject({
  ...who,
  workspace: z.string(),
  say: z.string().min(1),
  expect: expectationSchema,
});

export const conversationCaseSchema = z.strictObject({
  ...who,
  workspace: z.string(),
  turns: z.array(z.strictObject({ say: z.string().min(1), expect: expectationSchema })).min(1),
});
export type ConversationCase = z.infer<typeof conversationCaseSchema>;

/** A reply and how it should be read; `optOut` says whether it is a wish to stop. */
export const triageCaseSchema = z.strictObject({
  ...who,
  text: z.string().min(1),
  expect: triageSchema
    .pick({ intent: true, language: true, sentiment: true, needsHuman: true, urgency: true })
    .partial()
    .extend({ optOut: z.boolean() }),
});

const day = z.iso.date().nullish();
/** An expression of time on Saturday 21 November 2026, and the days it means, both inclusive; null is open. */
export const timeCaseSchema = z.strictObject({
  ...who,
  say: z.string().min(1),
  expect: z.strictObject({ from: day, to: day, ask: z.literal(true).optional() }),
});
export type TimeCase = z.infer<typeof timeCaseSchema>;

/** Any one of them will do. */
const alternatives = z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]);
/**
 * A campaign to one customer, and the message that one of its recipients gets.
 * - `has`: what has to be in it, its subject included, however it is broken into lines; `hasNot`: what may not, however it
 *   is written
 * - `figures`: true figures that may be in it, besides those of `has`, of the customer's name and of what the person
 *   wrote; any other figure is invented
 * - `maxLength`: of the text without its subject; `nobody`: nobody there may be written to
 */
export const contentCaseSchema = z.strictObject({
  ...who,
  workspace: z.string(),
  customer: z.string(),
  draft: draftSchema
    .pick({
      ...{ topic: true, offer: true, channels: true, tone: true, length: true, translations: true },
      ...{ hide: true, language: true, address: true, wording: true },
    })
    .partial()
    .extend({ type: z.string() }),
  /** The contact's full name; unless it is the only one. */
  to: z.string().optional(),
  expect: z.strictObject({
    channel: z.string().optional(),
    language: z.string().optional(),
    has: z.array(alternatives).default([]),
    hasNot: z.array(z.string().min(1)).default([]),
    figures: z.array(z.string()).default([]),
    maxLength: size.optional(),
    nobody: z.literal(true).optional(),
  }),
});
export type ContentCase = z.infer<typeof contentCaseSchema>;
