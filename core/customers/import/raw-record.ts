// One entry of a file as it stands there, before anything is understood. Every reader makes these.
import type { Column } from './columns.ts';
import type { Issue } from './judge-heading.ts';

/** `column` is what a table's mapping says the label means; a book's labels are read one by one. */
export type RawField = { label: string; value: string; line: number; column?: Column | null };

/** `title` is the role in the file's own words; `details` are what stands under the contact. */
export type RawContact = { title: string | null; name: string; details: RawField[]; line: number };

export type RawRecord = {
  file: string;
  line: number;
  /** The untouched source. */
  text: string;
  name: string;
  fields: RawField[];
  contacts: RawContact[];
  /** Lines of free text: issue history, special notes. */
  notes: string[];
  /** What the reader of the file saw: a row with too many cells. */
  issues?: Issue[];
};

export const FILE_KINDS = ['venue-book', 'csv', 'json', 'xlsx'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const UNKNOWN =
  /^(?:[\s\-–—−_.?/*]*|n\/?a|tba|tbc|tbd|none|null|nil|unknown|not known|not available|no data)$/i;

/** The value of a cell, or null for the many ways to write that it is not known (—, -, TBA, n/a, ?). */
export const known = (value: string | null | undefined): string | null => {
  const text = value?.trim() ?? '';
  return UNKNOWN.test(text) ? null : text;
};
