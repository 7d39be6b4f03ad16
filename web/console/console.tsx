import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { ChatPage } from './chat/chat-page.tsx';
import { Failed } from './failed.tsx';
import { Header, PAGES } from './header.tsx';
import { useMe } from './me.ts';
import { Loading } from './pages/page.tsx';
import { useOnline } from './use-online.ts';
import { useRoute } from './use-route.ts';
import { t } from './words/t.ts';
import { timeWords } from './words.ts';
import { Working } from './working.tsx';

// The first view is the conversation; every other page is fetched when it is first looked at.
const Pages = lazy(() => import('./pages/pages.tsx'));
const SecondProof = lazy(() => import('./sign-in/second-proof.tsx'));

export function Console() {
  const [asked = 'chat', id, more] = useRoute();
  const page = PAGES.find(({ path }) => path === asked) ?? PAGES[0];
  const isChat = page.path === 'chat';
  // The way back to the chat leads to the conversation that was open.
  const thread = useRef<string | undefined>(undefined);
  if (isChat) thread.current = id;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // Before a page's own effect, which may know better what is on it.
  useLayoutEffect(() => {
    document.title = t('{label} · Refrain', { label: page.label });
  }, [page]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [page]);
  return (
    <div className="relative flex h-dvh flex-col overflow-hidden print:block print:h-auto print:overflow-visible">
      <button
        type="button"
        className="btn btn-sm sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2"
        onClick={() => main.current?.focus()}
      >
        {t('Skip to the content')}
      </button>
      <Header current={page.path} thread={thread.current} />
      <Working />
      <Offline />
      <Ending />
      <Suspense>
        <SecondProof />
      </Suspense>
      <main ref={main} tabIndex={-1} className="flex min-h-0 grow outline-none print:block">
        <ChatPage threadId={thread.current} isShown={isChat} />
        {!isChat && (
          <Failed key={page.path}>
            <Suspense fallback={<Waiting />}>
              <Pages page={page.path} id={id} more={more} />
            </Suspense>
          </Failed>
        )}
      </main>
    </div>
  );
}

const Waiting = () => (
  <div className="p-8">
    <Loading />
  </div>
);

/** What one admin asked for, everybody is told. */
function Ending() {
  const { endsAt } = useMe().workspace;
  return endsAt ? (
    <p role="status" className="bg-warning px-4 py-1.5 text-center text-sm text-warning-content">
      {t(
        'This workspace and all in it are deleted {time}. An admin may call it off under Settings, Workspace.',
        {
          time: timeWords(endsAt),
        },
      )}
    </p>
  ) : null;
}

const Offline = () =>
  useOnline() ? null : (
    <p role="status" className="bg-warning px-4 py-1.5 text-center text-sm text-warning-content">
      {t('You are offline. What is shown may be old.')}
    </p>
  );
