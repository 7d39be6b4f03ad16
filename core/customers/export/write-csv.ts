import { defuse } from '../import/defuse.ts';
import { CONTACT_COLUMNS } from './export-columns.ts';
import type { ExportHead, ExportWriter } from './export-customers.ts';

/** One row per contact with the customer's values repeated; cells that a spreadsheet would run are defused. */
export function csvWriter({ columns }: ExportHead): ExportWriter {
  return {
    begin: () => toLine([...columns, ...CONTACT_COLUMNS].map(({ label }) => label)),
    write: ({ cells, contacts }) => {
      const base = columns.map(({ key }) => cells[key] ?? '');
      const people = contacts.length > 0 ? contacts : [{}];
      return people
        .map((person: Record<string, string>) =>
          toLine([...base, ...CONTACT_COLUMNS.map(({ key }) => person[key] ?? '')]),
        )
        .join('');
    },
    end: () => '',
  };
}

/** A line of CSV; cells that a spreadsheet would run are defused. */
export const toLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quote(defuse(cell))).join(',')}\r\n`;
const quote = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
