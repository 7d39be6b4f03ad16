import { z } from 'zod';

/** An `event` is something that customers do (`activities` rows of the kind that is its key); the rest are values. */
export const FIELD_KINDS = [
  'text',
  'choice',
  'brand',
  'place',
  'number',
  'money',
  'date',
  'yesno',
  'event',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One thing that a tenant's customers have. Filters, planner, import, console and templates all read it. */
export const fieldSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'is lower-case letters, digits and _'),
  label: z.string().min(1).max(60),
  kind: z.enum(FIELD_KINDS),
  /** Words people use for it, by language. */
  synonyms: z.record(z.string(), z.array(z.string())).default({}),
  /** For a choice: its known values, and the words for each ("SYB" is Soundtrack Your Brand). */
  values: z.array(z.object({ value: z.string(), synonyms: z.array(z.string()).default([]) })).default([]),
  /** Column names under which files bring it. */
  columns: z.array(z.string()).default([]),
});

/** `isBuiltIn` fields have a column; the others live in `customers.attributes`. */
export type Field = z.infer<typeof fieldSchema> & { isBuiltIn: boolean };
