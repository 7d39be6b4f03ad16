import { useEffect, useRef, useState } from 'react';
import { get } from '../api.ts';
import { t } from '../words/t.ts';
import { timeWords } from '../words.ts';

type Thread = { id: string; title: string | null; updatedAt: string };
type Props = { current: string | undefined; version: number };

/** Earlier conversations: beside the chat on a wide screen, behind a button on a phone. */
export function ThreadList({ current, version }: Props) {
  const [threads, setThreads] = useState<Thread[]>([]);
  const drawer = useRef<HTMLDialogElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when a turn ends or another thread opens
  useEffect(() => {
    get<{ threads: Thread[] }>('/threads').then(
      (answer) => setThreads(answer.threads),
      () => undefined,
    );
    drawer.current?.close();
  }, [current, version]);
  const links = <Links threads={threads} current={current} />;
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

const Links = ({ threads, current }: { threads: Thread[]; current: string | undefined }) => (
  <>
    <a href="#/chat" className="btn btn-sm mb-3 w-full">
      {t('New conversation')}
    </a>
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
    {threads.length === 0 && <p className="quiet text-sm">{t('Nothing has been said yet.')}</p>}
  </>
);
