// A workbook: every sheet that has a header and rows is a table. Formulas give the value that was stored with them.

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import readWorkbook from 'read-excel-file/node';
import { AppError } from '../../../lib/errors.ts';
import { type ImportSource, unreadable } from './import-source.ts';
import { cellsOf, distinctHeadings, MAX_COLUMNS, type Table, type TableRow } from './table.ts';

// A workbook is unpacked in memory; twenty times its size in text is what a full sheet comes to.
const MAX_PACKED = 32 * 1024 * 1024;
const MAX_UNPACKED = 256 * 1024 * 1024;

export async function openXlsx(source: ImportSource): Promise<Table[]> {
  if (source.size > MAX_PACKED) throw tooLarge(source.name, source.size, MAX_PACKED);
  const bytes = await buffer(Readable.from(source.open()));
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) throw noWorkbook(source.name);
  if (unpacked > MAX_UNPACKED) throw tooLarge(source.name, unpacked, MAX_UNPACKED);
  const sheets = await readWorkbook(bytes).catch(() => {
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
  return String(cell).trim();
}

const noWorkbook = (file: string) =>
  unreadable(
    file,
    'is a workbook that cannot be opened, or another zip archive',
    'Save it as XLSX or CSV, then import that.',
  );

const CENTRAL_ENTRY = 0x02014b50;

/** What the archive says its files come to; null where it does not say. The reader stops at nothing by itself. */
function unpackedSize(bytes: Buffer): number | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 20 > bytes.length) return null;
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_ENTRY) return null;
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

const tooLarge = (file: string, bytes: number, most: number) =>
  new AppError(
    'import:too_large',
    `${file} is a workbook that unpacks to more than ${Math.floor(most / 2 ** 20)} MB.`,
    {
      nextStep: 'Save the sheet as CSV (UTF-8), then import that.',
      where: { file, bytes },
    },
  );
