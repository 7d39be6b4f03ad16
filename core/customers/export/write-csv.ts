import { defuse } from '../import/defuse.ts';
import { CONTACT_COLUMNS } from './export-columns.ts';
import type { ExportHead, ExportWriter } from './export-customers.ts';
import { tableRows } from './table-rows.ts';

/** One row per contact; cells that a spreadsheet would run are defused. */
export function csvWriter({ columns }: ExportHead): ExportWriter {
  return {
    begin: () => toLine([...columns, ...CONTACT_COLUMNS].map(({ label }) => label)),
    write: (customer) => tableRows(columns, customer).map(toLine).join(''),
    end: () => '',
  };
}

export const toLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quote(defuse(cell))).join(',')}\r\n`;
const quote = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
