import { z } from 'zod';
import { filterSchema } from './audience/filter.ts';
import { CAMPAIGN_STATUSES, scheduleSchema } from './campaigns/draft.ts';
import { customerRef, excludedRef, planPart } from './parts.ts';

const count = z.int().nonnegative();

/** What one turn answers to a program: `ask --json` and POST /chat. `customers` is complete, never cut. */
export const askAnswer = z.object({
  thread: z.uuid(),
  reply: z.string(),
  questions: z.array(z.object({ text: z.string(), choices: z.array(z.string()) })),
  campaign: z
    .object({
      id: z.uuid(),
      version: z.int().positive(),
      type: z.string(),
      status: z.enum(CAMPAIGN_STATUSES),
      channels: z.array(z.string()),
      schedule: scheduleSchema,
    })
    .nullable(),
  audience: z
    .object({
      total: count,
      reachable: count,
      recipients: count,
      customers: z.array(customerRef),
      excluded: z.array(excludedRef),
      unknown: z.record(z.string(), count),
      filter: filterSchema,
      words: z.string(),
    })
    .nullable(),
  /** Three per channel. */
  previews: z.array(
    z.object({
      customer: z.string(),
      contact: z.string(),
      channel: z.string(),
      subject: z.string().optional(),
      body: z.string(),
    }),
  ),
  /** What was proposed from a brief. */
  plan: planPart.optional(),
  approval: z
    .object({
      id: z.uuid(),
      digest: z.string(),
      recipients: count,
      expiresAt: z.iso.datetime(),
      /** Only for a signed-in person who may decide. */
      code: z.string().optional(),
    })
    .nullable(),
});
export type AskAnswer = z.infer<typeof askAnswer>;
