// The venue book: Markdown that people typed for years. A level-3 heading begins an entry, bold bullets are its
// fields, level-4 headings its sections. Read line by line; whatever fits nowhere is kept as a note.
import { findRole } from '../roles.ts';
import { MAX_LINE } from './decode-text.ts';
import { unreadable } from './import-source.ts';
import type { RawContact, RawField, RawRecord } from './raw-record.ts';

const ENTRY = /^###(?!#)/;
const SECTION = /^#{4,6}/;
const CHAPTER = /^#{1,2}(?!#)/;
// A typed line may hold U+2028, which is no end of a line here but would be one for a dot without the flag `s`.
const BOLD_BULLET = /^\s*[-*+]\s+\*\*((?:\\.|[^\\])+?)\*\*\s*:?\s*(.*)$/s;
const DETAIL = /^\s*[-*+]\s+([^:*]{1,60}?)\s*:\s*(.*)$/s;
const EMPTY_NOTE = /^[-*+]?\s*(?:no recorded issues yet\.?|no issues\.?|[-–—]*)$/i;
const CONTACT_SECTION = /contact|people|kontakt|ผู้ติดต่อ|連絡先/i;

type Place = 'fields' | 'contacts' | 'person' | 'notes';
type Open = { record: RawRecord; place: Place; contact: RawContact | null; lines: string[]; length: number };

// The patterns of a line are for lines that people type; a longer one is a note as it stands.
const LONGEST_PATTERN = 5000;

export const isVenueBook = (text: string): boolean => /^###(?!#)\s*\S?/m.test(text);

/** Reads every entry with its line, one after the other; nothing is judged here. */
export async function* readVenueBook(
  name: string,
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<RawRecord> {
  let open: Open | null = null;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const isHeading = ENTRY.test(line);
    if (open && (isHeading || CHAPTER.test(line))) {
      yield close(open);
      open = null;
    }
    if (isHeading) open = begin({ file: name, line: number, name: headingText(line) });
    if (open) addLine(open, { line, number, file: name, isHeading });
  }
  if (open) yield close(open);
}

/** A text of a book as it is meant: a backslash before a mark is that mark, "<br>" is a new line. */
const meant = (text: string): string =>
  text.replace(/\\([!-/:-@[-`{-~])|<br\s*\/?>/gi, (_, mark?: string) => mark ?? '\n');

const headingText = (line: string): string =>
  meant(
    line
      .slice(0, LONGEST_PATTERN)
      .replace(/^#+/, '')
      .trim()
      .replace(/(?<!\\)#+$/, '')
      .trim(),
  );

function addLine(
  open: Open,
  { line, number, file, isHeading }: { line: string; number: number; file: string; isHeading: boolean },
): void {
  open.lines.push(line);
  open.length += line.length;
  if (open.length > MAX_LINE) {
    throw unreadable(file, 'has an entry of more than a million letters', 'Check what stands under it.', {
      line: open.record.line,
    });
  }
  if (!isHeading) readLine(open, line, number);
}

const begin = (start: Pick<RawRecord, 'file' | 'line' | 'name'>): Open => ({
  record: { ...start, text: '', fields: [], contacts: [], notes: [] },
  place: 'fields',
  contact: null,
  lines: [],
  length: 0,
});

function close({ record, lines }: Open): RawRecord {
  while (/^\s*(-{3,}\s*)?$/.test(lines.at(-1) ?? '#')) lines.pop();
  record.text = lines.join('\n').trimEnd();
  return record;
}

function readLine(open: Open, line: string, number: number): void {
  if (!line.trim() || /^\s*-{3,}\s*$/.test(line)) return;
  const isTyped = line.length <= LONGEST_PATTERN;
  const bold = isTyped ? BOLD_BULLET.exec(line) : null;
  const detail = isTyped ? DETAIL.exec(line) : null;
  if (SECTION.test(line)) openSection(open, headingText(line), number);
  else if (open.place === 'notes') addNote(open, line);
  else if (bold) {
    const label = meant(bold[1]!.replace(/(?<!\\):\s*$/, ''));
    addBold(open, { label, value: meant(bold[2]!), line: number });
  } else if (detail) addDetail(open, { label: meant(detail[1]!), value: meant(detail[2]!), line: number });
  else addNote(open, line);
}

function addDetail(open: Open, detail: RawField): void {
  if (open.contact) open.contact.details.push(detail);
  else if (open.place === 'fields') open.record.fields.push(detail);
  else open.record.notes.push(`${detail.label}: ${detail.value}`);
}

// "#### Contacts" lists people; "#### IT Manager" is one person; all else is text.
function openSection(open: Open, title: string, line: number): void {
  const [words, person = ''] = title.split(/\s*:\s*/, 2) as [string, string?];
  open.contact = null;
  if (CONTACT_SECTION.test(words) && !person) open.place = 'contacts';
  else if (findRole(words)) {
    open.place = 'person';
    open.contact = { title: words, name: person, details: [], line };
    open.record.contacts.push(open.contact);
  } else open.place = 'notes';
}

function addBold(open: Open, { label, value, line }: RawField): void {
  if (open.place === 'fields') open.record.fields.push({ label, value, line });
  else if (open.place === 'person') open.contact?.details.push({ label, value, line });
  else {
    open.contact = { title: label, name: value, details: [], line };
    open.record.contacts.push(open.contact);
  }
}

function addNote(open: Open, line: string): void {
  const note = line.trim();
  if (!EMPTY_NOTE.test(note)) open.record.notes.push(meant(note.replace(/^[-*+]\s+/, '')));
}
