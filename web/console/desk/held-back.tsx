import { useState } from 'react';
import { post, problemWords } from '../api.ts';
import { InlineName, Problem } from '../cards/card.tsx';
import { useMay } from '../me.ts';
import { navigate } from '../use-route.ts';
import { t } from '../words/t.ts';
import { channelName } from '../words.ts';
import type { Received } from './entry.tsx';

/** What was not sent while it was in doubt whether they wanted it: prepared again by whoever wants that, and approved anew. */
export function HeldBack({ entry: { heldBack, replyId } }: { entry: Received }) {
  const mayDraft = useMay('draft');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const again = (messageId: string) => {
    setBusy(true);
    post<{ id: string }>(`/replies/${replyId}/held-back`, { messageId })
      .then(
        ({ id }) => navigate(`campaigns/${id}`),
        (error: unknown) => setProblem(problemWords(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <section
      aria-label={t('Not sent meanwhile')}
      className="mt-2 rounded-box border border-s-4 border-base-300 border-s-warning bg-base-100 px-4 py-2.5"
    >
      <p>{t('While nobody had decided, this was not sent to them, and it will not go by itself:')}</p>
      <ul className="mt-1 divide-y divide-base-300">
        {heldBack.map(({ messageId, campaign, channel, answer }) => (
          <li key={messageId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
            <span className="min-w-0 wrap-anywhere">
              {answer === null ? (
                <InlineName>{campaign}</InlineName>
              ) : (
                t('Your answer: “{answer}”', { answer })
              )}
              <span className="quiet"> · {channelName(channel)}</span>
            </span>
            {answer === null && mayDraft && (
              <button
                type="button"
                className="btn btn-xs"
                disabled={isBusy}
                aria-label={t('Prepare {campaign} again', { campaign })}
                onClick={() => again(messageId)}
              >
                {t('Prepare again')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem && <Problem words={problem} />}
    </section>
  );
}
