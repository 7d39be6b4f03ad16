import { useCallback, useState } from 'react';
import type { ReviewDecision, ReviewOutcome } from '../../../core/customers/review/decide-review.ts';
import { post, problemWords } from '../api.ts';
import { plural } from '../words.ts';

export type Said = { words: string; decisionId: string | null };

/** Deciding and undoing, with the words for what came of it. */
export function useReview(reload: () => void) {
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const attempt = useCallback(
    async (work: () => Promise<Said>): Promise<boolean> => {
      setProblem(null);
      setBusy(true);
      try {
        setSaid(await work());
        reload();
        return true;
      } catch (error) {
        setProblem(problemWords(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [reload],
  );
  const decide = useCallback(
    (decision: ReviewDecision) =>
      attempt(async () => {
        const outcome = await post<ReviewOutcome>('/reviews', decision);
        return { words: outcomeWords(outcome), decisionId: outcome.decisionId };
      }),
    [attempt],
  );
  const undo = useCallback(
    (decisionId: string) =>
      attempt(async () => {
        const { reopened, kept } = await post<{ reopened: number; kept: number }>(
          `/review-decisions/${decisionId}/undo`,
        );
        const rest = kept > 0 ? `; ${plural(kept, 'customer')} changed since and stay` : '';
        return { words: `Undone: ${plural(reopened, 'item')} open again${rest}.`, decisionId: null };
      }),
    [attempt],
  );
  return { said, problem, isBusy, decide, undo };
}

function outcomeWords({ decided, activated, discarded, merged, created, fixed }: ReviewOutcome): string {
  const parts = [
    fixed > 0 && `${plural(fixed, 'customer')} corrected`,
    merged > 0 && `${plural(merged, 'customer')} merged`,
    created > 0 && `${plural(created, 'customer')} split off`,
    discarded > 0 && `${plural(discarded, 'customer')} taken out`,
    activated > 0 && `${plural(activated, 'customer')} now in audiences`,
  ].filter(Boolean);
  return `${plural(decided, 'item')} decided${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}
