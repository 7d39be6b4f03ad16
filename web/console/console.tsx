import { useEffect, useRef } from 'react';
import { post } from './api.ts';
import { ChatPage } from './chat/chat-page.tsx';
import { useMe } from './me.ts';
import { CampaignPage } from './pages/campaign-page.tsx';
import { CampaignsPage } from './pages/campaigns-page.tsx';
import { OutboxPage } from './pages/outbox-page.tsx';
import { RepliesPage } from './pages/replies-page.tsx';
import { useOnline } from './use-online.ts';
import { useRoute } from './use-route.ts';

const PAGES = [
  { path: 'chat', label: 'Chat' },
  { path: 'campaigns', label: 'Campaigns' },
  { path: 'outbox', label: 'Outbox' },
  { path: 'replies', label: 'Replies' },
] as const;

export function Console() {
  const [asked = 'chat', id] = useRoute();
  const page = PAGES.find(({ path }) => path === asked) ?? PAGES[0];
  const isChat = page.path === 'chat';
  // The way back to the chat leads to the conversation that was open.
  const thread = useRef<string | undefined>(undefined);
  if (isChat) thread.current = id;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${page.label} · Refrain`;
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [page]);
  return (
    <div className="relative flex h-dvh flex-col overflow-hidden">
      <button
        type="button"
        className="btn btn-sm sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2"
        onClick={() => main.current?.focus()}
      >
        Skip to the content
      </button>
      <Header current={page.path} thread={thread.current} />
      <Offline />
      <main ref={main} tabIndex={-1} className="flex min-h-0 grow outline-none">
        <ChatPage threadId={thread.current} isShown={isChat} />
        {page.path === 'outbox' && <OutboxPage id={id} />}
        {page.path === 'replies' && <RepliesPage />}
        {page.path === 'campaigns' && (id ? <CampaignPage key={id} id={id} /> : <CampaignsPage />)}
      </main>
    </div>
  );
}

function Header({ current, thread }: { current: string; thread: string | undefined }) {
  const hrefOf = (path: string) => (path === 'chat' && thread ? `#/chat/${thread}` : `#/${path}`);
  return (
    <header className="flex h-12 shrink-0 items-stretch gap-2 border-b border-base-300 bg-base-100 px-2 sm:gap-6 sm:px-4">
      <h1 className="hidden items-center font-semibold text-primary sm:flex">Refrain</h1>
      <nav aria-label="Pages" className="flex min-w-0 grow">
        {PAGES.map(({ path, label }) => (
          <a
            key={path}
            href={hrefOf(path)}
            className={`flex items-center border-b-2 px-2 text-sm sm:px-3 ${current === path ? 'border-primary font-medium' : 'quiet border-transparent hover:border-base-300'}`}
            aria-current={current === path ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <Account />
    </header>
  );
}

function Account() {
  const me = useMe();
  const initials = me.name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
  return (
    <>
      <button
        type="button"
        popoverTarget="account"
        aria-label={`${me.name}: account`}
        className="btn btn-circle btn-sm self-center text-xs"
      >
        {initials}
      </button>
      <div
        id="account"
        popover="auto"
        className="fixed inset-auto end-2 top-13 w-64 rounded-box border border-base-300 bg-base-100 p-4 text-sm text-base-content shadow-lg"
      >
        <p className="font-medium wrap-anywhere">{me.name}</p>
        <p className="quiet wrap-anywhere">{me.email}</p>
        <p className="quiet mt-2 wrap-anywhere">
          {me.role} of {me.workspace.name}
        </p>
        <button
          type="button"
          className="btn btn-sm mt-4 w-full"
          onClick={() => post('/sign-out').finally(() => location.reload())}
        >
          Sign out
        </button>
      </div>
    </>
  );
}

const Offline = () =>
  useOnline() ? null : (
    <p role="status" className="bg-warning px-4 py-1.5 text-center text-sm text-warning-content">
      You are offline. What is shown may be old.
    </p>
  );
