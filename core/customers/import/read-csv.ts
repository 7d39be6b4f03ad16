// A CSV, row by row; the delimiter is found out from the header, which a title may stand above.
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CsvError, parse } from 'csv-parse';
import { decodeText, MAX_LINE } from './decode-text.ts';
import { emptyFile, type ImportSource, unreadable } from './import-source.ts';
import { cellsOf, distinctHeadings, MAX_COLUMNS, type Table, type TableRow } from './table.ts';

type Row = { record: string[]; raw: string; info: { lines: number } };
/** `above`: how many lines stand above the header. */
type Shape = { delimiter: string; above: number };
type Line = { values: string[]; raw: string; line: number };

const DELIMITERS = [',', ';', '\t', '|'];

export async function openCsv(source: ImportSource): Promise<Table> {
  const { delimiter, above } = await findShape(source);
  let at = 0;
  for await (const { values, line } of readLines(source, delimiter)) {
    if (at++ < above) continue;
    if (values.length > MAX_COLUMNS) throw tooWide(source.name, values.length, line);
    const headers = distinctHeadings(values);
    return { headers, rows: () => readRows(source, { delimiter, above, headers }) };
  }
  throw emptyFile(source.name, 'is empty', 'Choose a file with entries in it.');
}

async function* readRows(
  source: ImportSource,
  { delimiter, above, headers }: Shape & { headers: readonly string[] },
): AsyncGenerator<TableRow> {
  let at = 0;
  for await (const { values, raw, line } of readLines(source, delimiter)) {
    if (at++ <= above) continue;
    if (values.length > MAX_COLUMNS + headers.length) throw tooWide(source.name, values.length, line);
    yield { line, raw, ...cellsOf(headers, values) };
  }
}

async function* readLines(source: ImportSource, delimiter: string): AsyncGenerator<Line> {
  const parser = Readable.from(inPieces(decodeText(source)), { objectMode: true, highWaterMark: 2 }).pipe(
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
  let [last, read] = [0, 0];
  try {
    for await (const { record, raw, info } of parser as AsyncIterable<Row>) {
      const text = raw.trimEnd();
      const line = Math.max(last + 1, info.lines - newlines(text));
      last = info.lines;
      if (++read % AT_A_STRETCH === 0) await nextTurn();
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

// A few milliseconds' work each: a file is in memory, so that reading it waits for nothing of itself.
const AT_A_STRETCH = 100;
const PIECE = 8 * 1024;

/** What is parsed is parsed a piece at a time; no letter is cut in two. */
async function* inPieces(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const part of text)
    for (let [at, end] = [0, 0]; at < part.length; at = end) {
      end = at + PIECE + Number(isHighSurrogate(part.charCodeAt(at + PIECE - 1)));
      await nextTurn();
      yield part.slice(at, end);
    }
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

const newlines = (text: string): number => (text.includes('\n') ? text.split('\n').length - 1 : 0);

const HEAD_LINES = 20;

/**
 * The delimiter is the one that cuts the header, outside its quotes, into the most cells. The header is the first line,
 * or the first of a table that most of the next lines fit, under a title that fills at most half of its width.
 */
async function findShape(source: ImportSource): Promise<Shape> {
  let head = '';
  for await (const piece of decodeText(source)) {
    head += piece;
    if (head.length > MAX_LINE || head.trimStart().split(NEWLINE).length > HEAD_LINES) break;
  }
  const lines = head
    .replace(/"[^"]*"/g, 'x')
    .split(NEWLINE)
    .filter((line) => line.trim())
    .slice(0, HEAD_LINES);
  const widths = lines.map((line) => filled(line, delimiterOf(line)));
  const widest = Math.max(0, ...widths);
  const above = widest < 3 ? 0 : widths.findIndex((width) => width * 2 > widest);
  const below = lines.slice(above);
  const delimiter = delimiterOf(below[0] ?? '');
  const fitting = below.filter((line) => cells(line, delimiter) === cells(below[0]!, delimiter));
  const isTable = fitting.length > 2 && fitting.length * 2 > below.length;
  return above > 0 && !isTable ? { delimiter: delimiterOf(lines[0]!), above: 0 } : { delimiter, above };
}

const NEWLINE = /\r\n|\n|\r/;
const cells = (line: string, delimiter: string): number => line.split(delimiter).length;
const filled = (line: string, delimiter: string): number =>
  line.split(delimiter).filter((cell) => cell.trim()).length;
const delimiterOf = (line: string): string =>
  DELIMITERS.toSorted((a, b) => cells(line, b) - cells(line, a))[0]!;

const tooWide = (file: string, columns: number, line: number) =>
  unreadable(
    file,
    `has ${columns} columns; ${MAX_COLUMNS} is the most`,
    'Keep the columns that are needed.',
    { line },
  );
