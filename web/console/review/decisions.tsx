import type { DecisionRow } from '../../../core/customers/review/list-decisions.ts';
import { InlineName } from '../cards/card.tsx';
import { Earlier } from '../earlier.tsx';
import { t } from '../words/t.ts';

const PAST: Record<DecisionRow['decision'], string> = {
  confirm: t('confirmed'),
  discard: t('discarded'),
  merge: t('merged'),
  split: t('split'),
  fix: t('fixed'),
};

type Props = { rows: readonly DecisionRow[]; onUndo: (id: string) => void };

/** What was decided lately; each can be undone. */
export const Decisions = ({ rows, onUndo }: Props) => (
  <Earlier label={t('Earlier decisions')} rows={rows} onUndo={onUndo}>
    {({ decision, items, customer }) => (
      <>
        {t('{n} {n|item|items}', { n: items })} {PAST[decision]}
        {customer && (
          <>
            : <InlineName>{customer}</InlineName>
            {items > 1 && t(' and others')}
          </>
        )}
      </>
    )}
  </Earlier>
);
