import { useEffect, useState } from 'react';
import { get } from './api.ts';

type Thread = { id: string; title: string | null; updatedAt: string };

/** Earlier conversations; beside the chat on a wide screen only. */
export function ThreadList({ current, isStale }: { current: string | undefined; isStale: boolean }) {
  const [threads, setThreads] = useState<Thread[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when a turn ends or another thread opens
  useEffect(() => {
    get<{ threads: Thread[] }>('/threads').then(
      (answer) => setThreads(answer.threads),
      () => undefined,
    );
  }, [current, isStale]);
  return (
    <nav
      aria-label="Conversations"
      className="hidden w-64 shrink-0 overflow-y-auto border-r border-base-300 bg-base-200 p-2 md:block"
    >
      <a href="#/chat" className="btn btn-sm mb-2 w-full">
        New conversation
      </a>
      <ul className="menu w-full p-0">
        {threads.map((thread) => (
          <li key={thread.id}>
            <a
              href={`#/chat/${thread.id}`}
              className={thread.id === current ? 'menu-active' : ''}
              aria-current={thread.id === current ? 'page' : undefined}
            >
              <span className="truncate">{thread.title ?? 'Conversation'}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
