import type { AudiencePart } from '../../../core/parts.ts';
import { fromServer, t } from '../words/t.ts';
import { countryWords, dateWords, numberWords } from '../words.ts';

export type Row = AudiencePart['customers'][number];

/** What can be shown of each customer: its words, and what it is sorted by (what is not known comes last). */
export const COLUMNS = {
  contractEnd: {
    label: t('Contract ends'),
    words: (one: Row) => (one.contractEnd ? dateWords(one.contractEnd) : t('not known')),
    by: (one: Row) => one.contractEnd ?? '9999',
  },
  brand: { label: t('Brand'), words: (one: Row) => one.brand ?? '', by: (one: Row) => one.brand ?? '\uffff' },
  country: {
    label: t('Country'),
    words: (one: Row) => (one.country ? countryWords(one.country) : ''),
    by: (one: Row) => one.country ?? '\uffff',
  },
  units: {
    label: t('Parts'),
    words: (one: Row) => (one.units === null ? t('not known') : numberWords(one.units)),
    by: (one: Row) => one.units ?? Number.MAX_SAFE_INTEGER,
  },
  because: {
    label: t('Why in'),
    words: (one: Row) => fromServer(one.because),
    by: (one: Row) => one.because,
  },
  recipients: {
    label: t('Recipients'),
    words: (one: Row) => numberWords(one.recipients),
    by: (one: Row) => one.recipients,
  },
} as const;

export type Column = keyof typeof COLUMNS;
export type Sort = { by: Column | 'name'; isDown: boolean };

const worthOf = (one: Row, by: Sort['by']): string | number =>
  by === 'name' ? one.name : COLUMNS[by].by(one);

/** In that order, by name within it. */
export const sorted = (rows: readonly Row[], { by, isDown }: Sort): Row[] =>
  rows.toSorted((a, b) => {
    const [x, y] = [worthOf(a, by), worthOf(b, by)];
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
    return (isDown ? -order : order) || a.name.localeCompare(b.name);
  });

/** Quoted, and never a formula to the program that opens it. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The table as a file, with the columns that are shown. */
export function toCsv(rows: readonly Row[], columns: readonly Column[]): string {
  const heads = [t('Customer'), ...columns.map((key) => COLUMNS[key].label)];
  const lines = rows.map((one) => [one.name, ...columns.map((key) => COLUMNS[key].words(one))]);
  return [heads, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
}
