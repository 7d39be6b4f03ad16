// The venue book: Markdown that people typed for years. A level-3 heading begins an entry, bold bullets are its
// fields, level-4 headings its sections. Read line by line; whatever fits nowhere is kept as a note.
import { findRole } from '../roles.ts';
import type { RawContact, RawField, RawRecord, ReadFile } from './raw-record.ts';

// A typed line may hold U+2028, which is no end of a line here but would be one for a dot without the flag `s`.
const ENTRY = /^###(?!#)\s*(.*?)\s*#*\s*$/s;
const SECTION = /^#{4,6}\s*(.*?)\s*#*\s*$/s;
const CHAPTER = /^#{1,2}(?!#)/;
const BOLD_BULLET = /^\s*[-*+]\s+\*\*(.+?)\*\*\s*:?\s*(.*)$/s;
const DETAIL = /^\s*[-*+]\s+([^:*]{1,60}?)\s*:\s*(.*)$/s;
const EMPTY_NOTE = /^[-*+]?\s*(?:no recorded issues yet\.?|no issues\.?|[-–—]*)$/i;
const CONTACT_SECTION = /contact|people|kontakt|ผู้ติดต่อ|連絡先/i;

type Place = 'fields' | 'contacts' | 'person' | 'notes';
type Open = { record: RawRecord; place: Place; contact: RawContact | null; lines: string[] };

export const isVenueBook = (text: string): boolean => /^###(?!#)\s*\S?/m.test(text);

/** Reads every entry with its line; nothing is judged here. */
export function readVenueBook(name: string, text: string): ReadFile {
  const lines = text.split(/\r\n|\n|\r/);
  const records: RawRecord[] = [];
  let open: Open | null = null;
  for (const [at, line] of lines.entries()) {
    const heading = ENTRY.exec(line);
    if (heading) {
      close(open);
      open = begin({ file: name, line: at + 1, name: heading[1] ?? '' });
      records.push(open.record);
    } else if (CHAPTER.test(line)) {
      close(open);
      open = null;
    }
    if (open) {
      open.lines.push(line);
      if (!heading) readLine(open, line, at + 1);
    }
  }
  close(open);
  return { name, kind: 'venue-book', lines: lines.length, records };
}

const begin = (start: Pick<RawRecord, 'file' | 'line' | 'name'>): Open => ({
  record: { ...start, text: '', fields: [], contacts: [], notes: [] },
  place: 'fields',
  contact: null,
  lines: [],
});

function close(open: Open | null): void {
  if (!open) return;
  open.record.text = open.lines.join('\n').replace(/(\s*\n\s*-{3,}\s*)?\s*$/, '');
}

function readLine(open: Open, line: string, number: number): void {
  if (!line.trim() || /^\s*-{3,}\s*$/.test(line)) return;
  const section = SECTION.exec(line);
  const bold = BOLD_BULLET.exec(line);
  const detail = DETAIL.exec(line);
  if (section) openSection(open, section[1] ?? '', number);
  else if (open.place === 'notes') addNote(open, line);
  else if (bold) addBold(open, { label: bold[1]!.replace(/:\s*$/, ''), value: bold[2]!, line: number });
  else if (detail) addDetail(open, { label: detail[1]!, value: detail[2]!, line: number });
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
  if (!EMPTY_NOTE.test(note)) open.record.notes.push(note.replace(/^[-*+]\s+/, ''));
}
