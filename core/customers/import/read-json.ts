// JSON: a list of objects, an object that holds one list, or one object a line. Inner objects give "contact email";
// inner lists of objects are the people of the customer, lists of words one cell.
import { JSONParser } from '@streamparser/json';
import { fold } from '../../../lib/text.ts';
import { decodeText, splitLines } from './decode-text.ts';
import { type ImportSource, unreadable } from './import-source.ts';
import type { RawContact } from './raw-record.ts';
import { MAX_COLUMNS, type Table, type TableRow } from './table.ts';

const HEADER_ROWS = 200;
const PIECE = 64 * 1024;
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
  const found: { value: Record<string, unknown>; line: number }[] = [];
  let line = 0;
  const parser = new JSONParser({ paths: ['$.*', '$.*.*'], keepStack: false, separator: '' });
  let isList: boolean | null = null;
  parser.onValue = ({ value, key, stack }) => {
    const depth = stack.length;
    // The first thing that closes tells which of the two it is: "$.*" closes after what is in it.
    if (typeof key !== 'number') return;
    if (depth === 1) isList ??= true;
    if (depth === 2 && isList !== true && typeof stack[1]?.key === 'string') isList = false;
    const isRow = depth === (isList ? 1 : 2);
    if (isRow && isObject(value)) found.push({ value, line });
  };
  for await (const text of splitLines(source.name, decodeText(source))) {
    line += 1;
    for (let at = 0; at < text.length; at += PIECE) {
      write(parser, text.slice(at, at + PIECE), { file: source.name, line });
      for (const { value, line: at } of found.splice(0)) yield toRow(value, at);
    }
  }
  if (!parser.isEnded) throw notJson(source.name, 'it ends in the middle', line);
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

function toRow(value: Record<string, unknown>, line: number): TableRow {
  const contacts: RawContact[] = [];
  const cells = flatten(value, { prefix: '', line, contacts });
  return { line, raw: JSON.stringify(value), cells, contacts };
}

type Into = { prefix: string; line: number; contacts: RawContact[] };

function flatten(value: Record<string, unknown>, into: Into): { label: string; value: string }[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const label = `${into.prefix}${key.trim()}`;
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
  return Array.isArray(value) ? value.map(wordOf).join(', ') : String(value);
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
