import { lazy, Suspense, useEffect, useRef } from 'react';
import { Problem as ProblemBox } from '../cards/card.tsx';
import { useMe } from '../me.ts';
import { fromServer, t } from '../words/t.ts';
import { entryWords } from './entry-words.ts';
import { Said } from './said.tsx';
import { Suggestions } from './suggestions.tsx';
import type { Entry, Problem } from './use-conversation.ts';
import { useFollow } from './use-follow.ts';
import { Welcome } from './welcome.tsx';
import { withoutRepeats } from './without-repeats.ts';

const cards = () => import('../cards/part-view.tsx');
const PartView = lazy(cards);

type Props = {
  entries: Entry[];
  isBusy: boolean;
  isLoading: boolean;
  problem: Problem | null;
  onSay: (text: string) => void;
  onDecided: () => void;
  /** Says the last sentence in other words, where that is offered. */
  onEdit?: (text: string) => void;
};

export function Conversation({ entries, isBusy, isLoading, problem, onSay, onDecided, onEdit }: Props) {
  const lastSaid = useRef<HTMLDivElement>(null);
  const said = entries.findLast((one) => one.role === 'person')?.id;
  const last = entries.at(-1);
  useFollow(lastSaid, { said, isBusy, length: entries.length, parts: last?.parts.length ?? 0 });
  const shown = withoutRepeats(entries);
  const me = useMe();
  const isOwn = ({ userId }: Entry) => userId === undefined || userId === me.id;
  const mayEdit = (entry: Entry) => onEdit && !isBusy && entry.id === said && isOwn(entry);
  // No card is in sight at first: they come once the field can be typed into, before the first answer does.
  useEffect(() => void cards().catch(() => undefined), []);
  return (
    <section className="mx-auto w-full max-w-3xl grow px-3 py-4 sm:px-4" aria-label={t('Conversation')}>
      {entries.length === 0 && !isLoading && !problem && <Welcome onSay={onSay} />}
      {isLoading && (
        <span className="loading loading-dots" role="status" aria-label={t('Loading the conversation')} />
      )}
      {shown.map((entry) =>
        entry.role === 'person' ? (
          <div
            key={entry.id}
            ref={entry.id === said ? lastSaid : null}
            className="mt-6 mb-3 flex scroll-mt-3"
          >
            <div
              className={`${mayEdit(entry) ? '' : 'ms-auto'} max-w-[85%] rounded-2xl rounded-ee-sm bg-primary px-4 py-2 text-primary-content`}
            >
              {isOwn(entry) ? (
                <h2 className="sr-only">{t('You')}</h2>
              ) : (
                <h2 className="text-xs opacity-80">{t('A colleague')}</h2>
              )}
              <Parts entry={entry} onSay={onSay} onDecided={onDecided} />
            </div>
            {mayEdit(entry) && (
              <button
                type="button"
                className="btn btn-ghost btn-xs order-first ms-auto self-center"
                onClick={() =>
                  onEdit?.(entry.parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''))
                }
              >
                {t('Edit')}
              </button>
            )}
          </div>
        ) : (
          <div key={entry.id} className="my-3">
            <h2 className="sr-only">Refrain</h2>
            <Parts entry={entry} onSay={onSay} onDecided={onDecided} />
          </div>
        ),
      )}
      {isBusy && <span className="loading loading-dots quiet" aria-hidden="true" />}
      {problem && (
        <ProblemBox
          words={[problem.message, problem.nextStep].filter(Boolean).join(' ')}
          {...(problem.retry === null ? {} : { onRetry: () => onSay(problem.retry!) })}
        />
      )}
      {!isBusy && !problem && last?.role === 'agent' && <Suggestions parts={last.parts} onSay={onSay} />}
      {/* One sentence about a finished answer is heard; the cards themselves are read when wanted. */}
      <p className="sr-only" role="status">
        {isBusy ? t('Refrain is working.') : last?.role === 'agent' ? entryWords(last) : ''}
      </p>
    </section>
  );
}

type PartsProps = { entry: Entry; onSay: (text: string) => void; onDecided: () => void };

const Parts = ({ entry, onSay, onDecided }: PartsProps) =>
  entry.parts.map((part, index) => {
    const key = `${part.kind} ${index}`;
    if (part.kind === 'text') return <Said key={key} text={fromServer(part.text)} />;
    return (
      <Suspense key={key} fallback={null}>
        <PartView part={part} onSay={onSay} onDecided={onDecided} />
      </Suspense>
    );
  });
