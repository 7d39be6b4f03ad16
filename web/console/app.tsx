import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, get, post } from './api.ts';
import { Composer } from './chat/composer.tsx';
import { Conversation } from './chat/conversation.tsx';
import { useConversation } from './chat/use-conversation.ts';
import { CampaignsPage } from './pages/campaigns-page.tsx';
import { OutboxPage } from './pages/outbox-page.tsx';
import { RepliesPage } from './pages/replies-page.tsx';
import { ThreadList } from './thread-list.tsx';
import { navigate, useRoute } from './use-route.ts';

export type Me = { name: string; email: string; role: string; workspace: { name: string } };

export function App() {
  const [me, setMe] = useState<Me | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);
  useEffect(() => {
    get<Me>('/me').then(setMe, (error: unknown) => setProblem(error as ApiError));
  }, []);
  if (problem) return <SignedOut problem={problem} />;
  if (!me) return <span className="loading loading-dots m-8" role="status" aria-label="Loading" />;
  return <Console me={me} />;
}

const SignedOut = ({ problem }: { problem: ApiError }) => (
  <main className="mx-auto max-w-md p-8">
    <h1 className="text-2xl font-semibold">Refrain</h1>
    {problem.code.startsWith('auth') ? (
      <>
        <p className="my-4">
          You are not signed in. Open a one-time sign-in link: the server prints one when it starts, and this
          makes another:
        </p>
        <pre className="rounded bg-base-200 p-3">npx refrain sign-in</pre>
      </>
    ) : (
      <p className="my-4">
        {problem.message} {problem.nextStep}
      </p>
    )}
  </main>
);

const PAGES = [
  { path: 'chat', label: 'Chat' },
  { path: 'campaigns', label: 'Campaigns' },
  { path: 'outbox', label: 'Outbox' },
  { path: 'replies', label: 'Replies' },
] as const;

function Console({ me }: { me: Me }) {
  const [page = 'chat', threadId] = useRoute();
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex flex-wrap items-center gap-x-4 border-b border-base-300 bg-base-100 px-3 py-2">
        <h1 className="font-semibold">Refrain</h1>
        <nav aria-label="Pages" className="flex grow gap-1 overflow-x-auto">
          {PAGES.map(({ path, label }) => (
            <a
              key={path}
              href={`#/${path}`}
              className={`btn btn-sm ${page === path ? 'btn-primary' : 'btn-ghost'}`}
              aria-current={page === path ? 'page' : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
        <span className="text-sm opacity-80">
          {me.name}{' '}
          <span className="hidden sm:inline">
            · {me.role} · {me.workspace.name}
          </span>
        </span>
        <button
          type="button"
          className="btn btn-sm btn-ghost"
          onClick={() => post('/sign-out').finally(() => location.reload())}
        >
          Sign out
        </button>
      </header>
      <main className="flex min-h-0 grow">
        {page === 'outbox' && <OutboxPage />}
        {page === 'replies' && <RepliesPage />}
        {page === 'campaigns' && <CampaignsPage />}
        {page === 'chat' && <Chat threadId={threadId} />}
      </main>
    </div>
  );
}

function Chat({ threadId }: { threadId: string | undefined }) {
  // A conversation that begins here gets its address without being loaded again.
  const began = useRef<string | undefined>(undefined);
  const onThread = useCallback((id: string) => {
    began.current = id;
    navigate(`chat/${id}`);
  }, []);
  const { entries, isBusy, problem, say, load, refresh, stop } = useConversation(onThread);
  useEffect(() => {
    if (threadId && threadId === began.current) return;
    began.current = undefined;
    load(threadId).catch(() => navigate('chat'));
  }, [threadId, load]);
  // The decision wakes the agent, which then reports in the thread.
  const onDecided = useCallback(() => {
    for (const after of [800, 3000]) setTimeout(() => void refresh(), after);
  }, [refresh]);
  return (
    <>
      <ThreadList current={threadId} isStale={isBusy} />
      <div className="flex min-w-0 grow flex-col">
        <div className="flex min-h-0 grow flex-col overflow-y-auto">
          <Conversation
            entries={entries}
            isBusy={isBusy}
            problem={problem}
            onSay={say}
            onDecided={onDecided}
          />
        </div>
        <Composer isBusy={isBusy} onSay={say} onStop={stop} />
      </div>
    </>
  );
}
