import { z } from 'zod';
import {
  budgetSchema,
  canarySchema,
  repeatSchema,
  scheduleSchema,
  testModeSchema,
} from '../campaigns/draft.ts';

const count = z.int().nonnegative();
const money = z.object({ minor: z.int(), currency: z.string() });

/** The head of a manifest: everything an approver decides on that is not one recipient's. Hashed into the digest. */
export const manifestHeader = z.strictObject({
  format: z.literal('refrain-manifest/1'),
  manifestId: z.uuid(),
  tenantId: z.uuid(),
  campaignId: z.uuid(),
  campaign: z.string(),
  type: z.string(),
  version: z.int().positive(),
  occurrence: count,
  kind: z.enum(['campaign', 'test', 'answer']),
  test: testModeSchema.nullable(),
  frozenAt: z.iso.datetime(),
  frozenBy: z.uuid().nullable(),
  schedule: scheduleSchema,
  /** From whom the messages go out. */
  sender: z.object({ name: z.string(), email: z.string() }),
  timeZone: z.string(),
  quietHours: z.object({ from: z.string(), to: z.string() }),
  /** Left out where it comes once. */
  repeat: repeatSchema.optional(),
  /** Left out where everything goes out at once. */
  canary: canarySchema.optional(),
  /** Left out where none was said. */
  budget: budgetSchema.optional(),
  frequencyCap: z.object({ max: z.int(), days: z.int() }),
  totals: z.object({ recipients: count, customers: count, channels: z.record(z.string(), count) }),
  /** What the contracts of the customers are worth a year, by currency; `unknown` customers are counted apart. */
  value: z.object({ known: z.array(money), unknown: count }).nullable(),
  costWords: z.string(),
  excluded: z.array(z.object({ id: z.uuid(), name: z.string(), reason: z.string() })),
  /** What the HTML of all e-mails has in common, with gaps between; left out where no row needs it. */
  htmlFrame: z.array(z.string()).optional(),
  warnings: z.array(z.string()),
});
export type ManifestHeader = z.infer<typeof manifestHeader>;
