import { z } from 'zod';
import { FILE_KINDS } from './raw-record.ts';

const count = z.int().nonnegative();

export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged', 'review', 'discarded'] as const;

export const importItem = z.object({
  file: z.string(),
  line: z.int().positive(),
  name: z.string(),
  customerId: z.uuid(),
  outcome: z.enum(IMPORT_OUTCOMES),
  /** In words, one sentence each. */
  reasons: z.array(z.string()),
});

/** What an import did, entry by entry; stored with the import. */
export const importReport = z.object({
  importId: z.uuid(),
  files: z.array(z.object({ name: z.string(), kind: z.enum(FILE_KINDS), entries: count, lines: count })),
  created: count,
  updated: count,
  unchanged: count,
  /** Entries that wait for a person and stay out of audiences. */
  inReview: count,
  /** Customers that are in, with something that looks wrong. */
  flagged: count,
  /** People with a name, an address or a note, in the files. */
  contacts: count,
  /** Addresses that can be written to, by channel. */
  addresses: z.record(z.string(), count),
  /** Recorded answers to "may we send you marketing": granted, withdrawn, opted out. */
  consents: count,
  /** How many entries say nothing of a field: by field key. */
  unknown: z.record(z.string(), count),
  /** How many values were inferred from a name rather than read: by field key. */
  inferred: z.record(z.string(), count),
  /** How often each reason for a look occurred. */
  reasons: z.record(z.string(), count),
  items: z.array(importItem),
});

export type ImportReport = z.infer<typeof importReport>;
export type ImportItem = z.infer<typeof importItem>;

/** What is kept with the import; its entries are rows of their own. */
export const storedReport = importReport.omit({ items: true });
export type StoredReport = z.infer<typeof storedReport>;
