import { CONTACT_COLUMNS, type ExportColumn } from './export-columns.ts';
import type { Cells, Exported } from './to-cells.ts';

/** A customer as rows of a table: one per contact with the customer's values repeated, one at least. */
export function tableRows(columns: readonly ExportColumn[], { cells, contacts }: Exported): string[][] {
  const base = columns.map(({ key }) => cells[key] ?? '');
  const people: Cells[] = contacts.length > 0 ? contacts : [{}];
  return people.map((person) => [...base, ...CONTACT_COLUMNS.map(({ key }) => person[key] ?? '')]);
}
