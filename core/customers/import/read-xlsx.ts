// A workbook: every sheet that has a header and rows is a table. Formulas give the value that was stored with them.

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
// This one goes by the archive's directory, which is what is measured here; its brother for Node unpacks what it meets.
import readWorkbook from 'read-excel-file/universal';
import { AppError } from '../../../lib/errors.ts';
import { storable } from '../../../lib/text.ts';
import { type ImportSource, unreadable } from './import-source.ts';
import { cellsOf, distinctHeadings, MAX_COLUMNS, type Table, type TableRow } from './table.ts';
import { unpackedSize } from './unpacked-size.ts';

// A workbook is unpacked in memory; twenty times its size in text is what a full sheet comes to.
const MAX_PACKED = 32 * 1024 * 1024;
const MAX_UNPACKED = 256 * 1024 * 1024;
// A hundred thousand customers of a hundred columns.
const MAX_CELLS = 10_000_000;

export async function openXlsx(source: ImportSource): Promise<Table[]> {
  if (source.size > MAX_PACKED) throw tooLarge(source.name, source.size, MAX_PACKED);
  const bytes = await buffer(Readable.from(source.open()));
  const look = (name: string, data: Buffer) => {
    if (SHEET.test(name)) demandExtent(source.name, extentOf(data));
  };
  const unpacked = await unpackedSize(bytes, { most: MAX_UNPACKED, look });
  if (unpacked === null) throw noWorkbook(source.name);
  if (unpacked > MAX_UNPACKED) throw tooLarge(source.name, unpacked, MAX_UNPACKED);
  const archive = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const sheets = await readWorkbook(archive).catch(() => {
    throw noWorkbook(source.name);
  });
  source.lines = sheets.reduce((sum, { data }) => sum + data.length, 0);
  return sheets.flatMap(({ data }) => toTable(source.name, data as unknown[][]));
}

function toTable(file: string, data: readonly unknown[][]): Table[] {
  // A title may stand above the header.
  const at = data.findIndex((row) => row.filter((cell) => textOf(cell) !== '').length > 1);
  const header = data[at];
  if (!header || at === data.length - 1) return [];
  if (header.length > MAX_COLUMNS) {
    throw unreadable(
      file,
      `has ${header.length} columns; ${MAX_COLUMNS} is the most`,
      'Keep the columns that are needed.',
      {
        line: at + 1,
      },
    );
  }
  const headers = distinctHeadings(header.map(textOf));
  return [{ headers, rows: () => readRows(data, { at, headers }) }];
}

async function* readRows(
  data: readonly unknown[][],
  { at, headers }: { at: number; headers: readonly string[] },
): AsyncGenerator<TableRow> {
  for (const [index, row] of data.entries()) {
    const values = row.map(textOf);
    if (index <= at || values.every((value) => value === '')) continue;
    yield { line: index + 1, raw: values.join('\t'), ...cellsOf(headers, values) };
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return storable(String(cell)).trim();
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const REFERENCE = /\br="([A-Z]{0,3})(\d{1,7})"/g;
const STRETCH = 1024 * 1024;

/** How far the cells of a sheet reach. The reader makes all cells up to there, though it may be one. */
function extentOf(sheet: Buffer): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  // Stretches overlap by more than the longest reference.
  for (let at = 0; at < sheet.length; at += STRETCH) {
    const text = sheet.toString('latin1', at, at + STRETCH + 32);
    for (const [, letters = '', digits] of text.matchAll(REFERENCE)) {
      rows = Math.max(rows, Number(digits));
      columns = Math.max(
        columns,
        [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0),
      );
    }
  }
  return { rows, columns };
}

function demandExtent(file: string, { rows, columns }: { rows: number; columns: number }): void {
  if (rows * columns <= MAX_CELLS) return;
  throw unreadable(
    file,
    `has a sheet that reaches over ${rows} rows and ${columns} columns`,
    'Delete what stands far below or beside the table, or save the sheet as CSV (UTF-8).',
    { line: rows },
  );
}

const noWorkbook = (file: string) =>
  unreadable(
    file,
    'is a workbook that cannot be opened, or another zip archive',
    'Save it as XLSX or CSV, then import that.',
  );

const tooLarge = (file: string, bytes: number, most: number) =>
  new AppError(
    'import:too_large',
    `${file} is a workbook that unpacks to more than ${Math.floor(most / 2 ** 20)} MB.`,
    {
      nextStep: 'Save the sheet as CSV (UTF-8), then import that.',
      where: { file, bytes },
    },
  );
