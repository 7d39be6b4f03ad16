// Rows of a table as entries: one row each, or one row per contact with the customer's name repeated.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fold } from '../../../lib/text.ts';
import { OTHER_ADDRESSES, type OtherChannel } from '../other-addresses.ts';
import type { Column, ContactDetail } from './columns.ts';
import { known, type RawContact, type RawRecord } from './raw-record.ts';
import type { TableRow } from './table.ts';

// Rows of one customer are found together when they are no further apart than this; beyond it they are duplicates,
// which wait for a person. It bounds what is held in memory.
const WINDOW = 2000;
const AT_A_STRETCH = 100;

type Cell = { label: string; value: string; column: Column | null };
type Input = { file: string; rows: AsyncIterable<TableRow>; columnOf: (label: string) => Column | null };

export async function* tableRecords({ file, rows, columnOf }: Input): AsyncGenerator<RawRecord> {
  const open = new Map<string, RawRecord>();
  let read = 0;
  for await (const row of rows) {
    // Whatever else this process does has its turn before the first entry is whole.
    if (++read % AT_A_STRETCH === 0) await nextTurn();
    addRow(open, { file, row, columnOf });
    if (open.size > WINDOW) {
      const [key, record] = open.entries().next().value!;
      open.delete(key);
      yield record;
    }
  }
  yield* open.values();
}

type Row = { file: string; row: TableRow; columnOf: Input['columnOf'] };

function addRow(records: Map<string, RawRecord>, { file, row, columnOf }: Row): void {
  const cells = row.cells
    .map((cell): Cell => ({ ...cell, column: columnOf(cell.label) }))
    .filter(({ column }) => column?.kind !== 'skip');
  const name = cells.find(({ column }) => column?.kind === 'field' && column.key === 'name')?.value ?? '';
  const contacts = [...rowContacts(cells, row.line), ...(row.contacts ?? [])];
  const own = known(cells.find(({ column }) => column?.kind === 'extra' && column.key === 'id')?.value);
  const key = own ? `id:${own}` : fold(name);
  const before = key && contacts.length > 0 ? records.get(key) : undefined;
  if (before && addsPeopleOnly(before, cells)) {
    const known = new Set(before.contacts.map(sayContact));
    before.contacts.push(...contacts.filter((one) => !known.has(sayContact(one))));
    before.text += `\n${row.raw}`;
    return;
  }
  const issue = row.problem && {
    reason: 'ragged_row',
    detail: row.problem,
    isBlocking: false,
    line: row.line,
  };
  const record: RawRecord = {
    file,
    line: row.line,
    text: row.raw,
    name,
    fields: cells
      .filter(({ column }) => column?.kind !== 'contact' && column?.kind !== 'note')
      .map((cell) => ({ ...cell, line: row.line })),
    contacts,
    notes: cells
      .filter(({ column, value }) => column?.kind === 'note' && known(value))
      .map(({ label, value }) => `${label}: ${value}`),
    ...(issue ? { issues: [issue] } : {}),
  };
  records.set(records.has(key) || !key ? `${key}#${row.line}` : key, record);
}

/** All that is said of somebody: a row that stands twice brings nobody twice. */
const sayContact = ({ title, name, details }: RawContact): string =>
  JSON.stringify([title, name, details.map(({ label, value }) => [label, value])]);

/** A later row of the same customer that says nothing else of it brings another contact; else it is a duplicate. */
const addsPeopleOnly = (before: RawRecord, cells: readonly Cell[]): boolean =>
  cells
    .filter(({ column }) => column?.kind !== 'contact')
    .every(({ label, value }) => {
      const there = before.fields.find((field) => field.label === label)?.value ?? '';
      return !known(value) || fold(value) === fold(there);
    });

function rowContacts(cells: readonly Cell[], line: number): RawContact[] {
  const byRole = new Map<string, { detail: ContactDetail; value: string }[]>();
  for (const { column, value } of cells) {
    if (column?.kind !== 'contact') continue;
    const role = column.role ?? '';
    byRole.set(role, [...(byRole.get(role) ?? []), { detail: column.detail, value }]);
  }
  const contacts = [...byRole].flatMap(([role, details]) => {
    const read = (...keys: ContactDetail[]) =>
      keys.map((key) => known(details.find(({ detail }) => detail === key)?.value));
    const [full, first, last, title] = read('name', 'first_name', 'last_name', 'title');
    const rest = details
      .filter(
        ({ detail, value }) => !['name', 'first_name', 'last_name', 'title'].includes(detail) && known(value),
      )
      .map(({ detail, value }) => ({ label: labelOf(detail), value, line }));
    const name = full ?? [first, last].filter(Boolean).join(' ');
    if (!name && rest.length === 0) return [];
    return [{ title: role || (title ?? null), name, details: rest, line }];
  });
  return joinOnlyOne(contacts);
}

/** A label that means this detail again, where the people of every kind of file are read. */
const labelOf = (detail: ContactDetail): string =>
  detail in OTHER_ADDRESSES
    ? OTHER_ADDRESSES[detail as OtherChannel].headings[0]
    : detail.replaceAll('_', ' ');

/** "GM, Email": the address of a row whose only person is named without one is theirs. */
function joinOnlyOne(contacts: RawContact[]): RawContact[] {
  const [one, other, ...more] = contacts.toSorted((a, b) => Number(!a.name) - Number(!b.name));
  const isPair = one?.name && other && !other.name && !other.title && more.length === 0;
  return isPair && one.details.length === 0 ? [{ ...one, details: other.details }] : contacts;
}
