import type { DecisionRow } from '../../../core/customers/review/list-decisions.ts';
import { InlineName } from '../cards/card.tsx';
import { plural, timeWords } from '../words.ts';

const PAST: Record<DecisionRow['decision'], string> = {
  confirm: 'confirmed',
  discard: 'discarded',
  merge: 'merged',
  split: 'split',
  fix: 'fixed',
};

type Props = { rows: readonly DecisionRow[]; onUndo: (id: string) => void };

/** What was decided lately; each can be undone. */
export const Decisions = ({ rows, onUndo }: Props) => {
  const standing = rows.filter(({ undoneAt }) => undoneAt === null);
  if (standing.length === 0) return null;
  return (
    <details className="mb-4 rounded-box border border-base-300 bg-base-100 px-4 py-2 text-sm">
      <summary>Earlier decisions ({standing.length})</summary>
      <ul aria-label="Earlier decisions" className="mt-2 divide-y divide-base-300">
        {standing.map(({ id, decision, items, customer, by, at }) => (
          <li key={id} className="flex items-start justify-between gap-3 py-2">
            <span className="min-w-0 wrap-anywhere">
              {plural(items, 'item')} {PAST[decision]}
              {customer && (
                <>
                  : <InlineName>{customer}</InlineName>
                  {items > 1 && ' and others'}
                </>
              )}
              <span className="quiet block text-xs">
                {timeWords(at)} · {by}
              </span>
            </span>
            <button type="button" className="btn btn-sm" onClick={() => onUndo(id)}>
              Undo
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
