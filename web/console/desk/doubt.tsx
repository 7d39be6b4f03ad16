import { useState } from 'react';
import { post, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { t } from '../words/t.ts';

type Props = { replyId: string; onDecided: () => void };

/** It may be a wish to get no more messages: nothing goes out until a person says whether it is. */
export function Doubt({ replyId, onDecided }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const decide = (isStop: boolean) => {
    setBusy(true);
    post(`/replies/${replyId}/doubt`, { isStop })
      .then(onDecided, (error: unknown) => setProblem(problemWords(error)))
      .finally(() => setBusy(false));
  };
  return (
    <section
      aria-label={t('May be a stop')}
      className="mt-2 rounded-box border border-s-4 border-base-300 border-s-warning bg-base-100 px-4 py-2.5"
    >
      <p>{t('Did they ask not to be written to? Nothing goes to them until you say.')}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        <button type="button" className="btn btn-sm" disabled={isBusy} onClick={() => decide(true)}>
          {t('Yes, stop everything')}
        </button>
        <button type="button" className="btn btn-sm" disabled={isBusy} onClick={() => decide(false)}>
          {t('No, go on writing')}
        </button>
      </p>
      {problem && <Problem words={problem} />}
    </section>
  );
}
