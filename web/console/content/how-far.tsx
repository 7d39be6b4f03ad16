import type { DryRunProgress } from '../../../core/approval/dry-run.ts';
import { t } from '../words/t.ts';

export type Doing = { stop: AbortController; sofar: DryRunProgress | null };

/** How far it is, of so many that one waits, and a way out of it. */
export const HowFar = ({ doing }: { doing: Doing | null }) =>
  doing && (
    <p className="mt-2 flex flex-wrap items-center gap-2" aria-live="polite">
      <button type="button" className="btn btn-xs" onClick={() => doing.stop.abort()}>
        {t('Stop')}
      </button>
      {doing.sofar &&
        t('{n} {n|message|messages} to {n2} {n2|customer|customers} so far.', {
          n: doing.sofar.recipients,
          n2: doing.sofar.customers,
        })}
    </p>
  );
