import { z } from 'zod';

/** Words of a message that come from data, and from where. */
export const origin = z.object({
  /** As it stands in the message. */
  text: z.string(),
  /** Which value of the view says so, such as "contract.ends_on" or "attributes.platform". */
  field: z.string(),
  /** The record that has it, where it has one of its own. */
  record: z.object({ kind: z.enum(['customer', 'contact', 'contract']), id: z.uuid() }).optional(),
  /** How the record came to have it: a file with its line, a person, or what it was inferred from. */
  from: z.string().optional(),
});
export type Origin = z.infer<typeof origin>;
