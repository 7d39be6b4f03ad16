import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, get, problemWords } from '../../console/api.ts';
import { Composer, focusUnlessTouch } from '../../console/chat/composer.tsx';
import { Conversation } from '../../console/chat/conversation.tsx';
import { useConversation } from '../../console/chat/use-conversation.ts';
import { FramedContext } from '../../console/framed-context.ts';
import { type Me, MeContext } from '../../console/me.ts';
import { useOnline } from '../../console/use-online.ts';
import { t } from '../../console/words/t.ts';
import type { FromPanel } from '../messages.ts';
import { useHost } from './use-host.ts';

/** The conversation, in another site. Decisions are made in a window of our own: the links of the cards lead there. */
export function Panel() {
  const [me, setMe] = useState<Me | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const focus = useCallback(() => focusUnlessTouch(field.current), []);
  const { identity, tell } = useHost(focus);
  useEffect(() => {
    if (identity === 0) return;
    setMe(null);
    setProblem(null);
    get<Me>('/me').then(
      (found) => {
        setMe(found);
        tell({ type: 'refrain:signed-in' });
      },
      (error: ApiError) => setProblem(problemWords(error)),
    );
  }, [identity, tell]);
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-base-200">
      <header className="flex items-center justify-between gap-3 border-b border-base-300 bg-base-100 px-4 py-2">
        <h1 className="font-semibold text-primary">Refrain</h1>
        <button type="button" className="btn btn-sm" onClick={() => tell({ type: 'refrain:close' })}>
          {t('Close')}
        </button>
      </header>
      {!useOnline() && (
        <p role="status" className="bg-warning px-4 py-1.5 text-center text-sm text-warning-content">
          {t('You are offline.')}
        </p>
      )}
      {me ? (
        <FramedContext value={true}>
          <MeContext value={me}>
            <Chat key={identity} field={field} tell={tell} />
          </MeContext>
        </FramedContext>
      ) : (
        <main className="grow p-6 text-sm">
          <p role="status">{problem ?? t('Waiting for the page to say who you are …')}</p>
        </main>
      )}
    </div>
  );
}

type ChatProps = { field: React.RefObject<HTMLTextAreaElement | null>; tell: (message: FromPanel) => void };
const stay = () => {};

function Chat({ field, tell }: ChatProps) {
  const { entries, isBusy, isLoading, problem, turnsDone, say, stop } = useConversation(stay);
  // An answer that ended while nobody looked; the page shows how many.
  useEffect(() => {
    if (turnsDone > 0) tell({ type: 'refrain:unread', count: turnsDone });
  }, [turnsDone, tell]);
  return (
    <>
      <main className="relative flex min-h-0 grow flex-col overflow-y-auto">
        <Conversation
          entries={entries}
          isBusy={isBusy}
          isLoading={isLoading}
          problem={problem}
          onSay={(text) => void say(text)}
          onDecided={stay}
        />
      </main>
      <Composer field={field} isBusy={isBusy} onSay={say} onStop={stop} />
    </>
  );
}
