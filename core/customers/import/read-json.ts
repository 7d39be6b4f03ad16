// JSON: a list of objects, an object that holds one list, or one object a line. Inner objects give "contact email";
// inner lists of objects are the people of the customer, lists of words one cell.
import { JSONParser, TokenType } from '@streamparser/json';
import { fold, storable } from '../../../lib/text.ts';
import { decodeText, MAX_LINE, splitLines } from './decode-text.ts';
import { type ImportSource, unreadable } from './import-source.ts';
import type { RawContact } from './raw-record.ts';
import { MAX_COLUMNS, type Table, type TableRow } from './table.ts';

const HEADER_ROWS = 200;
const PIECE = 64 * 1024;
// A customer with people and their addresses has four.
const MAX_DEPTH = 100;
const PEOPLE = /^(contacts?|people|persons?|staff)$/;

export async function openJson(source: ImportSource): Promise<Table> {
  const headers = new Set<string>();
  let rows = 0;
  for await (const { cells, line } of readRows(source)) {
    for (const { label } of cells) headers.add(label);
    if (headers.size > MAX_COLUMNS) {
      const most = `has more than ${MAX_COLUMNS} different fields`;
      throw unreadable(source.name, most, 'Keep the fields that are needed.', { line });
    }
    if (++rows >= HEADER_ROWS) break;
  }
  return { headers: [...headers], rows: () => readRows(source) };
}

async function* readRows(source: ImportSource): AsyncGenerator<TableRow> {
  const lines = () => splitLines(source.name, decodeText(source));
  if (await isOneALine(lines())) yield* readLines(source.name, lines());
  else yield* readList(source.name, lines());
}

/** Whether the first line is an object of its own, and another begins below it. */
async function isOneALine(lines: AsyncIterable<string>): Promise<boolean> {
  const first: string[] = [];
  for await (const line of lines) {
    if (line.trim() && first.push(line.trim()) === 2) break;
  }
  return first.length === 2 && first.every((line) => line.startsWith('{') && line.endsWith('}'));
}

async function* readLines(file: string, lines: AsyncIterable<string>): AsyncGenerator<TableRow> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (!line.trim()) continue;
    const value = parseLine(file, line, number);
    if (isObject(value)) yield toRow(file, { value, line: number });
  }
}

function parseLine(file: string, text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson(file, 'the line is no object', line);
  }
}

async function* readList(file: string, lines: AsyncIterable<string>): AsyncGenerator<TableRow> {
  const found: { value: Record<string, unknown>; line: number }[] = [];
  let line = 0;
  const parser = new JSONParser({ paths: ['$.*', '$.*.*'], keepStack: false });
  let isList: boolean | null = null;
  let length = 0;
  let depth = 0;
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth += 1;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth -= 1;
    if (depth > MAX_DEPTH) throw new Error('it is nested too deeply');
  };
  parser.onValue = ({ value, key, stack }) => {
    if (typeof key !== 'number') return;
    // What is in a list closes before the list: of an object that holds one, rows close one level deeper.
    if (stack.length === 1) isList ??= true;
    else isList ??= typeof stack[1]?.key === 'string' ? false : null;
    if (stack.length === (isList === false ? 2 : 1) && isObject(value)) found.push({ value, line });
  };
  for await (const text of lines) {
    line += 1;
    for (let at = 0; at < text.length; at += PIECE) {
      const piece = text.slice(at, at + PIECE);
      length += piece.length;
      write(parser, piece, { file, line });
      if (found.length > 0) length = 0;
      if (length > MAX_LINE) throw notJson(file, 'an entry has more than a million letters', line);
      for (const row of found.splice(0)) yield toRow(file, row);
    }
  }
  if (!parser.isEnded) throw notJson(file, 'it ends in the middle', line);
}

function write(parser: JSONParser, text: string, { file, line }: { file: string; line: number }): void {
  try {
    parser.write(text);
  } catch (error) {
    throw notJson(
      file,
      error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : 'unknown',
      line,
    );
  }
}

const notJson = (file: string, why: string, line: number) =>
  unreadable(file, `is not JSON that can be read: ${why}`, 'Export it again as a list of objects.', { line });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toRow(file: string, { value, line }: { value: Record<string, unknown>; line: number }): TableRow {
  const contacts: RawContact[] = [];
  try {
    const cells = flatten(value, { prefix: '', line, contacts });
    return { line, raw: JSON.stringify(value), cells, contacts };
  } catch (error) {
    // The stack is full: thousands of lists in lists, which nobody's customer is.
    if (error instanceof RangeError) throw notJson(file, 'an entry is nested too deeply', line);
    throw error;
  }
}

type Into = { prefix: string; line: number; contacts: RawContact[] };

function flatten(value: Record<string, unknown>, into: Into): { label: string; value: string }[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const label = `${into.prefix}${storable(key).trim()}`;
    if (Array.isArray(inner)) {
      if (PEOPLE.test(fold(key)) && inner.some(isObject)) {
        into.contacts.push(...inner.filter(isObject).map((person) => toContact(person, into.line)));
        return [];
      }
      return [{ label, value: inner.map(wordOf).filter(Boolean).join(', ') }];
    }
    if (isObject(inner)) return flatten(inner, { ...into, prefix: `${label} ` });
    return [{ label, value: wordOf(inner) }];
  });
}

/** A word of a list; of an object in it, its name. */
function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (isObject(value)) return wordOf(value.name ?? value.label ?? value.value ?? '');
  return Array.isArray(value) ? value.map(wordOf).join(', ') : storable(String(value));
}

function toContact(person: Record<string, unknown>, line: number): RawContact {
  const cells = flatten(person, { prefix: '', line, contacts: [] });
  const take = (...labels: string[]) => cells.find(({ label }) => labels.includes(fold(label)))?.value;
  const details = cells
    .filter(({ label }) => !['name', 'full name', 'title', 'role', 'position'].includes(fold(label)))
    .map((cell) => ({ ...cell, line }));
  return {
    title: take('title', 'role', 'position') || null,
    name: take('name', 'full name') ?? '',
    details,
    line,
  };
}
