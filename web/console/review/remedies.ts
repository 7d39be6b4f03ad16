import type { ReviewDecision } from '../../../core/customers/review/decide-review.ts';
import type { ReviewRow } from '../../../core/customers/review/list-reviews.ts';
import { t } from '../words/t.ts';
import { plainWords } from '../words.ts';

export type Way = ReviewDecision['decision'];

/** What can be done about all of these items at once. Setting a value needs one field in doubt. */
export function waysOf(rows: readonly ReviewRow[]): ReadonlySet<Way> {
  if (rows.length === 0) return new Set();
  const ways: Way[] = ['confirm', 'discard'];
  if (rows.every(({ twin }) => twin)) ways.push('merge');
  if (rows.every(({ sites }) => sites.length > 1)) ways.push('split');
  if (fieldOf(rows)) ways.push('fix');
  return new Set(ways);
}

/** The one field that all of them doubt; a name is one customer's. */
export function fieldOf(rows: readonly ReviewRow[]): string | null {
  const [first, ...others] = rows;
  const field = first?.field ?? null;
  if (!first?.customerId || others.some((row) => row.field !== field || !row.customerId)) return null;
  return field === 'name' && others.length > 0 ? null : field;
}

export const WAY_WORDS: Record<Way, string> = {
  confirm: t('Confirm'),
  discard: t('Discard'),
  merge: t('Merge'),
  split: t('Split'),
  fix: t('Fix …'),
};

/** Letters that work while the list has the focus. */
export const WAY_KEYS: Record<string, Way> = { c: 'confirm', d: 'discard', m: 'merge', s: 'split', f: 'fix' };

const REASONS: Readonly<Record<string, string>> = {
  type_is_other: t('no business type'),
  unit_mismatch: t('number against names'),
  joined_sites: t('several sites in one'),
  impossible_date: t('impossible date'),
  ends_before_start: t('ends before it starts'),
  no_name: t('no name'),
};
/** The importer's reason as people say it. */
export const reasonWords = (reason: string): string => REASONS[reason] ?? plainWords(reason);
