import type { ReactNode } from 'react';
import { t } from './words/t.ts';
import { timeWords } from './words.ts';

type Change = { id: string; undoneAt: string | null; at: string; by: string };
type Props<T> = {
  /** "Earlier changes" */
  label: string;
  rows: readonly T[];
  onUndo: (id: string) => void;
  children: (row: T) => ReactNode;
};

/** What was done lately and still stands; each can be undone. */
export function Earlier<T extends Change>({ label, rows, onUndo, children }: Props<T>) {
  const standing = rows.filter(({ undoneAt }) => undoneAt === null);
  if (standing.length === 0) return null;
  return (
    <details className="my-4 rounded-box border border-base-300 bg-base-100 px-4 py-2 text-sm">
      <summary>
        {label} ({standing.length})
      </summary>
      <ul aria-label={label} className="mt-2 divide-y divide-base-300">
        {standing.map((row) => (
          <li key={row.id} className="flex items-start justify-between gap-3 py-2">
            <span className="min-w-0 wrap-anywhere">
              {children(row)}
              <span className="quiet block text-xs">
                {timeWords(row.at)} · {row.by}
              </span>
            </span>
            <button type="button" className="btn btn-sm" onClick={() => onUndo(row.id)}>
              {t('Undo')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
