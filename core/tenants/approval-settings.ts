// Who has to say yes before anything is sent.
import { z } from 'zod';

const deciding = z.enum(['approver', 'admin']);

/** Which campaigns need more than the usual yes; the first rule all of whose conditions hold counts. */
const approvalRule = z.strictObject({
  name: z.string().trim().min(1).max(80),
  when: z
    .strictObject({
      /** At least so many recipients; contracts worth at least so much, in minor units of the workspace's currency. */
      recipients: z.int().nonnegative().optional(),
      valueMinor: z.int().nonnegative().optional(),
      /** Any of these channels; any of these campaign types. */
      channels: z.array(z.string()).min(1).optional(),
      types: z.array(z.string()).min(1).optional(),
    })
    .default({}),
  /** One after the other, each by somebody else: such as manager, compliance, legal. */
  stages: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(60),
        roles: z.array(deciding).min(1).default(['approver', 'admin']),
        people: z.array(z.uuid()).max(50).default([]),
      }),
    )
    .min(1)
    .max(5),
  /** Whether neither who asked nor who wrote it may decide. */
  secondPerson: z.boolean().default(true),
});
export type ApprovalRule = z.infer<typeof approvalRule>;

export const approvalSettings = {
  approval: z
    .object({
      roles: z.array(deciding).default(['approver', 'admin']),
      rules: z.array(approvalRule).max(20).default([]),
      /** Above this many recipients a second person decides, never the one who asked. */
      secondPersonAboveRecipients: z.int().nonnegative().nullable().default(100),
      /** Above this renewal value (minor units of the tenant's currency) likewise. */
      secondPersonAboveMinor: z.int().nonnegative().nullable().default(null),
      expiresAfterHours: z.number().positive().default(72),
    })
    .prefault({}),
};
