import { undefuse } from './defuse.ts';
import type { RawContact } from './raw-record.ts';

/** One row as it stands: its cells by heading, the people it lists apart, and its own text. */
export type TableRow = {
  line: number;
  raw: string;
  cells: { label: string; value: string }[];
  contacts?: RawContact[];
  /** What is wrong with the row as a row. */
  problem?: string;
};

/** A CSV, a sheet of a workbook or a list of objects; `rows` can be read from the start again. */
export type Table = { headers: string[]; rows(): AsyncIterable<TableRow> };

// A table of customers has some dozens; every cell of a row is held in memory.
export const MAX_COLUMNS = 500;

/** Headings as keys: an empty one has its number, the second "Email" is "Email (2)". */
export function distinctHeadings(labels: readonly string[]): string[] {
  const count = new Map<string, number>();
  return labels.map((label, at) => {
    const name = label.trim() || `Column ${at + 1}`;
    const times = (count.get(name) ?? 0) + 1;
    count.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** The cells of a row under their headings; cells beyond them are kept under their number and told. */
export function cellsOf(
  headers: readonly string[],
  values: readonly string[],
): Pick<TableRow, 'cells' | 'problem'> {
  const cells = values.map((value, at) => ({
    label: headers[at] ?? `Column ${at + 1}`,
    value: undefuse(value),
  }));
  const isRagged =
    values.length < headers.length || values.slice(headers.length).some((value) => value !== '');
  const problem = `The row has ${values.length} cells, the header has ${headers.length}.`;
  return isRagged ? { cells, problem } : { cells: cells.slice(0, headers.length) };
}
