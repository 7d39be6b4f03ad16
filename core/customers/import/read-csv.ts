// A CSV, row by row; the delimiter is found out from the header.
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { decodeText, MAX_LINE } from './decode-text.ts';
import { emptyFile, type ImportSource, unreadable } from './import-source.ts';
import { cellsOf, distinctHeadings, MAX_COLUMNS, type Table, type TableRow } from './table.ts';

type Row = { record: string[]; raw: string; info: { lines: number } };
type Line = { values: string[]; raw: string; line: number };

const DELIMITERS = [',', ';', '\t', '|'];

export async function openCsv(source: ImportSource): Promise<Table> {
  const delimiter = await findDelimiter(source);
  for await (const { values, line } of readLines(source, delimiter)) {
    if (values.length > MAX_COLUMNS) throw tooWide(source.name, values.length, line);
    const headers = distinctHeadings(values);
    return { headers, rows: () => readRows(source, { delimiter, headers }) };
  }
  throw emptyFile(source.name, 'is empty', 'Choose a file with entries in it.');
}

async function* readRows(
  source: ImportSource,
  { delimiter, headers }: { delimiter: string; headers: readonly string[] },
): AsyncGenerator<TableRow> {
  let isHeader = true;
  for await (const { values, raw, line } of readLines(source, delimiter)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if (values.length > MAX_COLUMNS + headers.length) throw tooWide(source.name, values.length, line);
    yield { line, raw, ...cellsOf(headers, values) };
  }
}

async function* readLines(source: ImportSource, delimiter: string): AsyncGenerator<Line> {
  const parser = Readable.from(decodeText(source), { objectMode: true, highWaterMark: 2 }).pipe(
    parse({
      bom: true,
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: MAX_LINE,
    }),
  );
  let last = 0;
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Row>) {
      const text = raw.trimEnd();
      const line = Math.max(last + 1, info.lines - newlines(text));
      last = info.lines;
      yield { values: record, raw: text, line };
    }
  } catch (error) {
    const { code, message, lines } = error as CsvError & { lines?: number };
    if (!code?.startsWith('CSV_')) throw error;
    throw unreadable(
      source.name,
      `is not a CSV that can be read: ${message}`,
      'Check the quotes in that line.',
      {
        ...(lines ? { line: lines } : {}),
      },
    );
  } finally {
    parser.destroy();
  }
}

const newlines = (text: string): number => (text.includes('\n') ? text.split('\n').length - 1 : 0);

/** The delimiter that cuts the header, outside its quotes, into the most cells. */
async function findDelimiter(source: ImportSource): Promise<string> {
  let head = '';
  for await (const piece of decodeText(source)) {
    head += piece;
    if (head.length > MAX_LINE || /[\n\r]/.test(head.trimStart())) break;
  }
  const header = (head.split(/\r\n|\n|\r/).find((line) => line.trim()) ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0]!;
}

const tooWide = (file: string, columns: number, line: number) =>
  unreadable(
    file,
    `has ${columns} columns; ${MAX_COLUMNS} is the most`,
    'Keep the columns that are needed.',
    { line },
  );
