import { toBookLabel, toBookText } from './book-text.ts';
import { CONTACT_COLUMNS, type ExportColumn } from './export-columns.ts';
import type { ExportHead, ExportWriter } from './export-customers.ts';
import type { Cells } from './to-cells.ts';

const UNKNOWN = '—';
// Where these stand in an entry: its heading, and its own section.
const APART = new Set(['name', 'notes']);
// A line that the reader of a book would not take for a note of its own.
const NO_NOTE = /^\s*(?:[-*+]\s.*|[-–—]*|no recorded issues yet\.?|no issues\.?)\s*$/i;

/** The venue book's own form: a heading an entry, bullets for its fields, sections for people and notes. */
export function bookWriter({ columns, title, today }: ExportHead): ExportWriter {
  const fields = columns.filter(({ key }) => !APART.has(key));
  const details = CONTACT_COLUMNS.filter(({ key }) => key !== 'title' && key !== 'name');
  return {
    begin: () => `# ${toBookText(title)}\n\nLast Updated: ${today}\n\n`,
    write: ({ cells, contacts }) => {
      const lines = [
        `### ${toBookText(cells.name ?? '')}`,
        ...bullets(fields, cells).map(([label, value]) => `- **${label}**: ${value}`),
        ...(contacts.length > 0 ? ['', '#### Contacts'] : []),
        ...contacts.flatMap((person) => [
          `- **${toBookLabel(person.title || 'other')}**: ${toBookText(person.name || UNKNOWN)}`,
          ...bullets(details, person).map(([label, value]) => `  - ${label}: ${value}`),
          '',
        ]),
        ...notes(cells.notes ?? ''),
        '',
        '---',
        '',
      ];
      return `${lines.join('\n')}\n`;
    },
    end: () => '',
  };
}

const bullets = (columns: readonly ExportColumn[], cells: Cells): (readonly [string, string])[] =>
  columns.flatMap(({ key, bookLabel, isAlways }) =>
    cells[key] || isAlways ? [[toBookLabel(bookLabel), toBookText(cells[key] || UNKNOWN)] as const] : [],
  );

/** A bullet for each line; one for all where a line would not come back as it is. */
function notes(text: string): string[] {
  if (!text) return [];
  const lines = text.split('\n');
  const isPlain = lines.every((line) => line === line.trim() && !NO_NOTE.test(line));
  return ['', '#### Special Notes', ...(isPlain ? lines : [text]).map((line) => `- ${toBookText(line)}`)];
}
