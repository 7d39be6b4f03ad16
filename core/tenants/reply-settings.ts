// What happens with what customers write, besides what a person does.
import { z } from 'zod';
import { clockTime } from './setting-fields.ts';

export const replySettings = z
  .object({
    /** When the workspace is at work, in its own time zone; days as 1 (Monday) to 7. */
    businessHours: z
      .object({
        days: z.array(z.int().min(1).max(7)).default([1, 2, 3, 4, 5]),
        from: clockTime.default('09:00'),
        to: clockTime.default('18:00'),
      })
      .prefault({}),
    /** Working minutes without an answer after which the owner is told again; null: never. */
    remindAfterMinutes: z.int().positive().nullable().default(120),
    /** Working minutes without an answer after which the lead is told; null: never. */
    escalateAfterMinutes: z.int().positive().nullable().default(480),
    /** Whether everybody is told, when work begins, what came in since the day before. */
    digest: z.boolean().default(true),
    /** The lead; null: every approver and admin. */
    leadId: z.uuid().nullable().default(null),
    /** Value tiers whose customers are always looked at by a person. */
    highValueTiers: z.array(z.string().trim().min(1)).default([]),
    /** What is always looked at by a person, as triage reads it. */
    personFor: z.array(z.string()).default(['complaint']),
    /** What nobody is told of at once. */
    quietFor: z.array(z.string()).default(['auto_reply', 'bounce', 'acknowledge', 'survey_answer']),
  })
  .prefault({});
