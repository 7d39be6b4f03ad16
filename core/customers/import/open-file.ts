import { joinWords } from '../../../lib/text.ts';
import type { Field } from '../../fields/field.ts';
import { columnOfWord } from './column-word.ts';
import { type Column, columnReader } from './columns.ts';
import { decodeText, splitLines } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { type ColumnGuess, guessColumns, SURE_ENOUGH } from './guess-columns.ts';
import { emptyFile, type ImportSource, unreadable } from './import-source.ts';
import { type Mappings, signatureOf } from './mappings.ts';
import type { KnownBrand } from './match-brand.ts';
import type { FileKind, RawRecord } from './raw-record.ts';
import { openCsv } from './read-csv.ts';
import { openJson } from './read-json.ts';
import { readVenueBook } from './read-venue-book.ts';
import { openXlsx } from './read-xlsx.ts';
import type { Table, TableRow } from './table.ts';
import { tableRecords } from './table-records.ts';

export type OpenTable = { table: Table; signature: string; columns: ColumnGuess[] };
export type OpenFile = { source: ImportSource; kind: FileKind; tables: OpenTable[] };

type Known = { fields: readonly Field[]; brands: readonly KnownBrand[]; mappings: Mappings };

// Enough to see what a column holds, few enough to be read twice.
const SAMPLE_ROWS = 50;

/** What a file is and what its columns mean. Nothing of it is kept in memory but its first rows. */
export async function openFile(source: ImportSource, given: Known): Promise<OpenFile> {
  const kind = await detectFormat(source);
  const tables = await Promise.all((await openTables(source, kind)).map((table) => mapTable(table, given)));
  if (kind !== 'venue-book' && tables.length === 0) {
    throw emptyFile(source.name, 'has no rows under its header', NEXT_STEP[kind]);
  }
  const file = { source, kind, tables };
  if (kind === 'venue-book') await demandEntry(file);
  return file;
}

const NEXT_STEP = {
  csv: 'Put one customer in each row, under a header line that names the columns.',
  xlsx: 'Put one customer in each row of a sheet, under a header row that names the columns.',
  json: 'A list of objects is wanted: [{"name": "…", "city": "…"}, …].',
};

async function openTables(source: ImportSource, kind: FileKind): Promise<Table[]> {
  if (kind === 'venue-book') return [];
  const tables =
    kind === 'xlsx' ? await openXlsx(source) : [await (kind === 'csv' ? openCsv : openJson)(source)];
  const filled = await Promise.all(tables.map(async (table) => ({ table, rows: await firstRows(table, 1) })));
  return filled.flatMap(({ table, rows }) => (rows.length > 0 ? [table] : []));
}

async function firstRows(table: Table, count: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= count) break;
  }
  return rows;
}

async function mapTable(table: Table, { fields, brands, mappings }: Known): Promise<OpenTable> {
  const rows = await firstRows(table, SAMPLE_ROWS);
  const samples = new Map(table.headers.map((label) => [label, [] as string[]]));
  for (const { cells } of rows)
    for (const { label, value } of cells) if (value) samples.get(label)?.push(value.slice(0, 120));
  const signature = signatureOf(table.headers);
  const said = Object.entries(mappings.get(signature) ?? {});
  const columns = guessColumns({
    columns: [...samples].map(([label, values]) => ({ label, samples: values })),
    fields,
    brands,
    remembered: new Map(said.map(([heading, word]) => [heading, columnOfWord(word, fields)])),
  });
  return { table, signature, columns };
}

async function demandEntry(file: OpenFile): Promise<void> {
  for await (const _ of readRecords(file, { fields: [] })) return;
  throw emptyFile(
    file.source.name,
    'has no entries',
    'An entry begins with a heading of level three: "### Name of the customer".',
  );
}

/** `import:unreadable` where no column is surely the customers' names. */
export function demandNames({ source, tables }: OpenFile): void {
  for (const { columns } of tables) {
    const name = columns.find(({ column }) => column?.kind === 'field' && column.key === 'name');
    if (name && name.confidence >= SURE_ENOUGH) continue;
    const has = joinWords(columns.slice(0, 20).map(({ label }) => `"${label}"`));
    throw unreadable(
      source.name,
      `has no column with the customers' names; it has ${has}`,
      name
        ? `Say that "${name.label}" is the name, or call the column with the names "Name".`
        : 'Call the column with the customer names "Name" or "Customer".',
      { line: 1 },
    );
  }
}

/** Every entry of a file, one after the other. */
export async function* readRecords(
  { source, kind, tables }: OpenFile,
  { fields }: Pick<Known, 'fields'>,
): AsyncGenerator<RawRecord> {
  const file = source.name;
  if (kind === 'venue-book') yield* readVenueBook(file, splitLines(file, decodeText(source)));
  for (const { table, columns } of tables)
    yield* tableRecords({ file, rows: table.rows(), columnOf: columnsByLabel(columns, fields) });
}

/** Objects of a list may have fields that the first ones had not: those are read by their label. */
function columnsByLabel(columns: readonly ColumnGuess[], fields: readonly Field[]) {
  const known = new Map<string, Column | null>(
    columns.map(({ label, column, confidence }) => [label, confidence >= SURE_ENOUGH ? column : null]),
  );
  const read = columnReader(fields);
  return (label: string): Column | null => {
    const column = known.get(label);
    return column === undefined ? read(label) : column;
  };
}
