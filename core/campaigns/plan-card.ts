import { z } from 'zod';

const count = z.int().nonnegative();

const suggestion = z.object({
  /** As one recipient would read it. */
  text: z.string(),
  /** What a draft's wording takes to say it to everybody; empty for what the letter says already. */
  wording: z.string(),
});
const between = z.object({ low: count, high: count });

/** A campaign worked out from a brief: what is proposed beside its audience and messages. */
export const planPart = z.object({
  kind: z.literal('plan'),
  campaignId: z.uuid(),
  name: z.string(),
  objective: z.string().nullable(),
  segment: z.object({
    name: z.string(),
    words: z.string(),
    customers: count,
    reachable: count,
    recipients: count,
    /** Of a large audience: whom it reaches is told from so many of its customers, and so are the numbers below. */
    estimated: z.object({ customers: count, of: count }).optional(),
    advice: z.array(z.string()),
  }),
  offer: z.string().nullable(),
  /** By channel. */
  content: z.array(
    z.object({
      channel: z.string(),
      /** BCP 47, of the recipient who would read it so. */
      language: z.string().optional(),
      subjects: z.array(suggestion),
      callsToAction: z.array(suggestion),
      notes: z.array(z.string()),
    }),
  ),
  scheduleWords: z.string(),
  budget: z.object({ given: z.string().nullable(), costWords: z.string() }),
  /** What may come of it by channel, from what came of earlier messages; null where too few were sent to know. */
  expected: z.array(
    z.object({
      channel: z.string(),
      recipients: count,
      delivered: between.nullable(),
      replied: between.nullable(),
      /** Earlier messages that it rests on. */
      basis: count,
    }),
  ),
  /** What nobody said, and what was taken instead. */
  assumed: z.array(z.string()),
  questions: z.array(z.string()),
});
