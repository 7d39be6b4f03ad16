import type { AudiencePart } from '../parts.ts';

const COLUMNS = [
  'name',
  'brand',
  'city',
  'country',
  'contractEnd',
  'units',
  'recipients',
  'because',
] as const;

/** Everybody of an audience, for a spreadsheet: what would be taken for a formula there is text. */
export function audienceCsv({ customers, excluded }: Pick<AudiencePart, 'customers' | 'excluded'>): string {
  const head = [...COLUMNS, 'left out because'];
  const rows = customers.map((one) => [...COLUMNS.map((column) => one[column]), one.unreachable]);
  const out = excluded.map(({ name, reason }) => [name, ...COLUMNS.slice(1).map(() => null), reason]);
  return [head, ...rows, ...out].map((row) => row.map(cell).join(',')).join('\r\n');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
