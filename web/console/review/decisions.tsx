import type { DecisionRow } from '../../../core/customers/review/list-decisions.ts';
import { InlineName } from '../cards/card.tsx';
import { Earlier } from '../earlier.tsx';
import { plural } from '../words.ts';

const PAST: Record<DecisionRow['decision'], string> = {
  confirm: 'confirmed',
  discard: 'discarded',
  merge: 'merged',
  split: 'split',
  fix: 'fixed',
};

type Props = { rows: readonly DecisionRow[]; onUndo: (id: string) => void };

/** What was decided lately; each can be undone. */
export const Decisions = ({ rows, onUndo }: Props) => (
  <Earlier label="Earlier decisions" rows={rows} onUndo={onUndo}>
    {({ decision, items, customer }) => (
      <>
        {plural(items, 'item')} {PAST[decision]}
        {customer && (
          <>
            : <InlineName>{customer}</InlineName>
            {items > 1 && ' and others'}
          </>
        )}
      </>
    )}
  </Earlier>
);
