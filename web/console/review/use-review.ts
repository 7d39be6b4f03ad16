import { useCallback, useState } from 'react';
import type { ReviewDecision, ReviewOutcome } from '../../../core/customers/review/decide-review.ts';
import { post, problemWords } from '../api.ts';
import { t } from '../words/t.ts';

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
        const rest = kept > 0 ? t('; {n} {n|customer|customers} changed since and stay', { n: kept }) : '';
        return {
          words: t('Undone: {n} {n|item|items} open again{rest}.', { n: reopened, rest }),
          decisionId: null,
        };
      }),
    [attempt],
  );
  return { said, problem, isBusy, decide, undo };
}

function outcomeWords({ decided, activated, discarded, merged, created, fixed }: ReviewOutcome): string {
  const parts = [
    fixed > 0 && t('{n} {n|customer|customers} corrected', { n: fixed }),
    merged > 0 && t('{n} {n|customer|customers} merged', { n: merged }),
    created > 0 && t('{n} {n|customer|customers} split off', { n: created }),
    discarded > 0 && t('{n} {n|customer|customers} taken out', { n: discarded }),
    activated > 0 && t('{n} {n|customer|customers} now in audiences', { n: activated }),
  ].filter(Boolean);
  return t('{n} {n|item|items} decided{what}.', {
    n: decided,
    what: parts.length > 0 ? `: ${parts.join(', ')}` : '',
  });
}
