// One entry of a file as it stands there, before anything is understood. Every reader makes these.
export type RawField = { label: string; value: string; line: number };

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
};

export type FileKind = 'venue-book' | 'csv';
export type ReadFile = { name: string; kind: FileKind; lines: number; records: RawRecord[] };

const UNKNOWN =
  /^(?:[\s\-–—−_.?/*]*|n\/?a|tba|tbc|tbd|none|null|nil|unknown|not known|not available|no data)$/i;

/** The value of a cell, or null for the many ways to write that it is not known (—, -, TBA, n/a, ?). */
export const known = (value: string | null | undefined): string | null => {
  const text = value?.trim() ?? '';
  return UNKNOWN.test(text) ? null : text;
};
