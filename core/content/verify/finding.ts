import { z } from 'zod';

/** What a button can do about a finding: with its words, with the sentence that they stand in, below the text, to the whole letter, or on another page. */
export const fix = z.discriminatedUnion('do', [
  z.object({ do: z.literal('replace'), with: z.string() }),
  z.object({ do: z.literal('leave_out') }),
  z.object({ do: z.literal('add'), text: z.string() }),
  z.object({ do: z.literal('shorten') }),
  z.object({ do: z.literal('open'), page: z.enum(['customer', 'rules']) }),
]);
export type Fix = z.infer<typeof fix>;

/** What a check has to say of one message; an error keeps the campaign from being frozen. */
export const finding = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  place: z.enum(['subject', 'body', 'footer']),
  /** What to do about it. */
  repair: z.string().min(1),
  /** The very words that it is about, as they stand in the message. */
  words: z.string().optional(),
  fix: fix.optional(),
});
export type Finding = z.infer<typeof finding>;

/** Why a customer is left out of a campaign that goes on without those whose messages must not go out. */
export function faultyBecause(findings: readonly Pick<Finding, 'severity' | 'message'>[]): string | null {
  const error = findings.find(({ severity }) => severity === 'error');
  return error ? `the message must not go out: ${error.message}` : null;
}
