import { useCallback, useRef, useState } from 'react';
import type { Part } from '../../../core/parts.ts';
import { ApiError, get, streamTurn } from '../api.ts';

export type Entry = { id: string; role: 'person' | 'agent'; parts: Part[] };
type Stored = { id: string; title: string | null; messages: Entry[] };
export type Problem = { message: string; nextStep?: string | null | undefined; retry: string };

let made = 0;
const entry = (role: Entry['role'], parts: Part[]): Entry => ({ id: `new-${++made}`, role, parts });

/** A thread as it stands: what was said, what is being said, and what went wrong. */
export function useConversation(onThread: (threadId: string) => void) {
  const [entries, setEntries] = useState<Entry[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const thread = useRef<string | undefined>(undefined);
  const stopper = useRef<AbortController | null>(null);

  const load = useCallback(async (threadId: string | undefined) => {
    stopper.current?.abort();
    thread.current = threadId;
    setProblem(null);
    setEntries(threadId ? (await get<Stored>(`/threads/${threadId}`)).messages : []);
  }, []);

  const refresh = useCallback(async () => {
    if (!thread.current || stopper.current) return;
    setEntries((await get<Stored>(`/threads/${thread.current}`)).messages);
  }, []);

  const say = useCallback(
    async (text: string) => {
      const stop = new AbortController();
      stopper.current = stop;
      const answer = entry('agent', []);
      const show = () => setEntries((all) => all.map((one) => (one.id === answer.id ? { ...answer } : one)));
      setEntries((all) => [...all, entry('person', [{ kind: 'text', text }]), answer]);
      setBusy(true);
      setProblem(null);
      try {
        for await (const event of streamTurn(
          { text, ...(thread.current ? { threadId: thread.current } : {}) },
          stop.signal,
        )) {
          if (event.type === 'thread') {
            thread.current = event.threadId;
            onThread(event.threadId);
          }
          if (event.type === 'text') answer.parts = appendText(answer.parts, event.text);
          if (event.type === 'part') answer.parts = [...answer.parts, event.part];
          if (event.type === 'error') setProblem({ ...event, retry: text });
          show();
        }
      } catch (error) {
        if (!stop.signal.aborted) setProblem({ ...describe(error), retry: text });
      } finally {
        stopper.current = null;
        setBusy(false);
      }
    },
    [onThread],
  );

  return { entries, isBusy, problem, say, load, refresh, stop: () => stopper.current?.abort() };
}

function appendText(parts: Part[], text: string): Part[] {
  const last = parts.at(-1);
  if (last?.kind !== 'text') return [...parts, { kind: 'text', text }];
  return [...parts.slice(0, -1), { kind: 'text', text: last.text + text }];
}

const describe = (error: unknown) =>
  error instanceof ApiError
    ? { message: error.message, nextStep: error.nextStep }
    : { message: 'Something went wrong on this page.', nextStep: 'Reload it and try again.' };
