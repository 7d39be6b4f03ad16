// A CSV of customers, one row each, or one row per contact with the customer's name repeated. What the columns mean
// comes from the field registry; the delimiter and the byte-order mark are found out.
import { type CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../../lib/errors.ts';
import { fold, joinWords } from '../../../lib/text.ts';
import type { Field } from '../../fields/field.ts';
import { type Column, type ContactDetail, columnReader } from './columns.ts';
import { unreadable } from './decode-file.ts';
import { known, type RawContact, type RawRecord, type ReadFile } from './raw-record.ts';

type Row = { record: string[]; raw: string; info: { lines: number } };
type Header = { label: string; column: Column | null };
type Line = { values: string[]; raw: string; line: number };

const DELIMITERS = [',', ';', '\t', '|'];

export function readCsv(name: string, text: string, fields: readonly Field[]): ReadFile {
  const [first, ...rest] = parseRows(name, text);
  const headers = readHeaders(name, first?.values ?? [], fields);
  if (rest.length === 0) {
    throw new AppError('import:empty', `${name} has no rows under its header.`, {
      nextStep: 'Put one customer in each row, under a header line that names the columns.',
      where: { file: name },
    });
  }
  const records = new Map<string, RawRecord>();
  for (const row of rest) addRow(records, { file: name, headers, row });
  return { name, kind: 'csv', lines: text.split(/\r\n|\n|\r/).length, records: [...records.values()] };
}

function parseRows(name: string, text: string): Line[] {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
    let last = 0;
    return rows.map(({ record, raw, info }) => {
      const line = Math.max(last + 1, info.lines - (raw.trimEnd().match(/\n/g)?.length ?? 0));
      last = info.lines;
      return { values: record, raw: raw.trimEnd(), line };
    });
  } catch (error) {
    const { message, lines } = error as CsvError & { lines?: number };
    throw unreadable(name, `is not a CSV that can be read: ${message}`, 'Check the quotes in that line.', {
      ...(lines ? { line: lines } : {}),
    });
  }
}

/** The delimiter that cuts the header, outside its quotes, into the most cells. */
function findDelimiter(text: string): string {
  const header = (text.split(/\r\n|\n|\r/).find((line) => line.trim()) ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0]!;
}

function readHeaders(file: string, labels: readonly string[], fields: readonly Field[]): Header[] {
  const read = columnReader(fields);
  const headers: Header[] = labels.map((label) => ({ label, column: read(label) }));
  const names = headers.filter(({ column }) => column?.kind === 'field' && column.key === 'name');
  if (names.length === 0) {
    throw unreadable(
      file,
      `has no column with the customers' names; it has ${joinWords(labels.map((label) => `"${label}"`))}`,
      'Call the column with the customer names "Name" or "Customer".',
      { line: 1 },
    );
  }
  // "Company, Name, Email": the plain "Name" beside another name column is the person's.
  const person = names.length > 1 && names.find(({ label }) => fold(label) === 'name');
  if (person) person.column = { kind: 'contact', detail: 'name', role: null };
  return headers;
}

function addRow(
  records: Map<string, RawRecord>,
  { file, headers, row }: { file: string; headers: Header[]; row: Line },
): void {
  const at = (index: number) => row.values[index] ?? '';
  const cells = headers.map((header, index) => ({ ...header, value: at(index) }));
  const name = cells.find(({ column }) => column?.kind === 'field' && column.key === 'name')?.value ?? '';
  const contacts = rowContacts(cells, row.line);
  const own = known(cells.find(({ column }) => column?.kind === 'extra' && column.key === 'id')?.value);
  const key = own ? `id:${own}` : fold(name);
  const before = key && contacts.length > 0 ? records.get(key) : undefined;
  if (before && addsPeopleOnly(before, cells)) {
    before.contacts.push(...contacts);
    before.text += `\n${row.raw}`;
    return;
  }
  const record: RawRecord = {
    file,
    line: row.line,
    text: row.raw,
    name,
    fields: cells
      .filter(({ column }) => column?.kind !== 'contact')
      .map(({ label, value }) => ({ label, value, line: row.line })),
    contacts,
    notes: [],
  };
  records.set(records.has(key) || !key ? `${key}#${row.line}` : key, record);
}

type Cell = Header & { value: string };

/** A later row of the same customer that says nothing else of it brings another contact; else it is a duplicate. */
const addsPeopleOnly = (before: RawRecord, cells: readonly Cell[]): boolean =>
  cells
    .filter(({ column }) => column?.kind !== 'contact')
    .every(({ label, value }) => {
      const there = before.fields.find((field) => field.label === label)?.value ?? '';
      return !known(value) || fold(value) === fold(there);
    });

function rowContacts(cells: readonly Cell[], line: number): RawContact[] {
  const byRole = new Map<string, { detail: ContactDetail; label: string; value: string }[]>();
  for (const { column, label, value } of cells) {
    if (column?.kind !== 'contact') continue;
    const role = column.role ?? '';
    byRole.set(role, [...(byRole.get(role) ?? []), { detail: column.detail, label, value }]);
  }
  return [...byRole].flatMap(([role, details]) => {
    const read = (...keys: ContactDetail[]) =>
      keys.map((key) => known(details.find(({ detail }) => detail === key)?.value));
    const [full, first, last, title] = read('name', 'first_name', 'last_name', 'title');
    const rest = details
      .filter(
        ({ detail, value }) => !['name', 'first_name', 'last_name', 'title'].includes(detail) && known(value),
      )
      .map(({ detail, value }) => ({ label: detail.replaceAll('_', ' '), value, line }));
    const name = full ?? [first, last].filter(Boolean).join(' ');
    if (!name && rest.length === 0) return [];
    return [{ title: role || (title ?? null), name, details: rest, line }];
  });
}
