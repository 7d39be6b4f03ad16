import { useEffect, useRef, useState } from 'react';
import { get, problemWords } from '../api.ts';
import { Problem } from '../cards/card.tsx';
import { Loading } from '../pages/page.tsx';
import { useLate } from '../use-late.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

type Thread = { id: string; title: string | null; updatedAt: string };
type Whose = 'mine' | 'everyone';
type Props = { current: string | undefined; version: number };

/** Earlier conversations: beside the chat on a wide screen, behind a button on a phone. */
export function ThreadList({ current, version }: Props) {
  const [threads, setThreads] = useState<Thread[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const [whose, setWhose] = useState<Whose>('mine');
  const [search, setSearch] = useState('');
  const asked = useLate(search.trim());
  const drawer = useRef<HTMLDialogElement>(null);
  // Also for the browser's way back: behind an open drawer no other page could be pressed.
  useEffect(() => {
    const close = () => drawer.current?.close();
    window.addEventListener('hashchange', close);
    return () => window.removeEventListener('hashchange', close);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when a turn ends or another thread opens
  useEffect(() => {
    const query = new URLSearchParams({ whose, ...(asked ? { search: asked } : {}) });
    let isLeft = false;
    get<{ threads: Thread[] }>(`/threads?${query}`).then(
      (answer) => {
        if (isLeft) return;
        setThreads(answer.threads);
        setProblem(null);
      },
      (error: unknown) => !isLeft && setProblem(problemWords(error)),
    );
    return () => {
      isLeft = true;
    };
  }, [current, version, whose, asked, tries]);
  const links = (
    <>
      <a href="#/chat" className="btn btn-sm mb-3 w-full">
        {t('New conversation')}
      </a>
      <input
        type="search"
        className="input input-sm mb-2 w-full text-base sm:text-sm"
        placeholder={t('Search what was said')}
        aria-label={t('Search what was said')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <select
        className="select select-sm mb-3 w-full"
        aria-label={t('Whose conversations')}
        value={whose}
        onChange={({ target }) => setWhose(target.value as Whose)}
      >
        <option value="mine">{t('My conversations')}</option>
        <option value="everyone">{t('Everybody’s')}</option>
      </select>
      {/* Those that were read stay: an answer that is missing now comes with the next turn. */}
      {!threads && problem && <Problem words={problem} onRetry={() => setTries(tries + 1)} />}
      {!threads && !problem && <Loading />}
      {threads && <Links threads={threads} current={current} isSearch={asked !== ''} />}
    </>
  );
  return (
    <>
      <nav
        aria-label={t('Conversations')}
        className="hidden w-64 shrink-0 overflow-y-auto border-e border-base-300 bg-base-100 p-3 md:block"
      >
        {links}
      </nav>
      <div className="flex gap-2 border-b border-base-300 bg-base-100 px-3 py-1.5 md:hidden">
        <button type="button" className="btn btn-sm grow" onClick={() => drawer.current?.showModal()}>
          {t('Conversations')}
        </button>
        <a href="#/chat" className="btn btn-sm grow">
          {t('New')}
        </a>
      </div>
      <dialog
        ref={drawer}
        aria-label={t('Conversations')}
        className="m-0 h-dvh max-h-none w-72 max-w-[85vw] overflow-y-auto bg-base-100 p-3 text-base-content backdrop:bg-black/50"
      >
        <form method="dialog" className="mb-2 flex items-center justify-between">
          <strong>{t('Conversations')}</strong>
          <button type="submit" className="btn btn-sm">
            {t('Close')}
          </button>
        </form>
        {links}
      </dialog>
    </>
  );
}

type LinksProps = { threads: Thread[]; current: string | undefined; isSearch: boolean };

const Links = ({ threads, current, isSearch }: LinksProps) => (
  <>
    <ul className="space-y-0.5">
      {threads.map((thread) => (
        <li key={thread.id}>
          <a
            href={`#/chat/${thread.id}`}
            className={`block rounded-field px-2 py-2 text-sm hover:bg-base-200 ${thread.id === current ? 'bg-base-200 font-medium' : ''}`}
            aria-current={thread.id === current ? 'page' : undefined}
          >
            <span className="line-clamp-2 wrap-anywhere" dir="auto">
              {thread.title ?? t('Conversation')}
            </span>
            <span className="quiet text-xs">{timeWords(thread.updatedAt)}</span>
          </a>
        </li>
      ))}
    </ul>
    {threads.length === 0 && (
      <p className="quiet text-sm">
        {isSearch ? t('Nothing like that was said.') : t('Nothing has been said yet.')}
      </p>
    )}
  </>
);
