import { useCallback, useEffect, useRef, useState } from 'react';
import type { Part } from '../../../core/parts.ts';
import { ApiError, get } from '../api.ts';
import { streamTurn } from '../streams.ts';
import { t } from '../words/t.ts';
import { takeBack } from './take-back.ts';

export type Entry = {
  id: string;
  role: 'person' | 'agent';
  parts: Part[];
  /** Who said it; null: no person. Of what was just said here, nothing. */
  userId?: string | null;
};
type Stored = { id: string; title: string | null; messages: Entry[] };
export type Problem = { message: string; nextStep: string | null; retry: string | null };

let made = 0;
const entry = (role: Entry['role'], parts: Part[]): Entry => ({ id: `new-${++made}`, role, parts });

/** A thread as it stands: what was said, what is being said, and what went wrong. */
export function useConversation(onThread: (threadId: string) => void) {
  const [entries, setEntries] = useState<Entry[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turnsDone, setTurnsDone] = useState(0);
  const thread = useRef<string | undefined>(undefined);
  const stopper = useRef<AbortController | null>(null);

  const load = useCallback(async (threadId: string | undefined) => {
    stopper.current?.abort();
    thread.current = threadId;
    setProblem(null);
    setEntries([]);
    if (!threadId) return;
    setLoading(true);
    try {
      const { messages } = await get<Stored>(`/threads/${threadId}`);
      if (thread.current === threadId) setEntries(messages);
    } catch (error) {
      if (thread.current === threadId) setProblem({ ...describe(error), retry: null });
    } finally {
      setLoading(false);
    }
  }, []);

  /** Reads what was added to the thread elsewhere; true when there was something. */
  const refresh = useCallback(async (): Promise<boolean> => {
    const threadId = thread.current;
    if (!threadId || stopper.current) return false;
    const { messages } = await get<Stored>(`/threads/${threadId}`);
    if (thread.current !== threadId || stopper.current) return false;
    let isMore = false;
    setEntries((shown) => {
      isMore = messages.length > shown.length;
      return isMore ? [...shown, ...messages.slice(shown.length)] : shown;
    });
    return isMore;
  }, []);

  const say = useCallback(
    async (text: string) => {
      if (stopper.current) return;
      const stop = new AbortController();
      stopper.current = stop;
      const answer = entry('agent', []);
      const show = () => setEntries((all) => all.map((one) => (one.id === answer.id ? { ...answer } : one)));
      setEntries((all) => [...withoutFailed(all), entry('person', [{ kind: 'text', text }]), answer]);
      setBusy(true);
      setProblem(null);
      try {
        const body = { text, ...(thread.current ? { threadId: thread.current } : {}) };
        for await (const event of streamTurn(body, stop.signal)) {
          if (event.type === 'thread' && event.threadId !== thread.current) {
            thread.current = event.threadId;
            onThread(event.threadId);
          }
          if (event.type === 'text') answer.parts = withText(answer.parts, event.text);
          if (event.type === 'part') answer.parts = [...answer.parts, event.part];
          if (event.type === 'error') setProblem({ ...event, retry: text });
          show();
        }
      } catch (error) {
        if (stopper.current === stop)
          setProblem(
            stop.signal.aborted
              ? { message: t('You stopped this turn.'), nextStep: null, retry: text }
              : { ...describe(error), retry: text },
          );
      } finally {
        if (stopper.current === stop) stopper.current = null;
        setBusy(stopper.current !== null);
        setTurnsDone((turns) => turns + 1);
      }
    },
    [onThread],
  );

  /** The last sentence in other words; what it made is taken back first, and when that fails nothing is said. */
  const sayInstead = useCallback(
    async (text: string) => {
      const at = entries.findLastIndex(({ role }) => role === 'person');
      try {
        await takeBack(entries);
      } catch (error) {
        setProblem({ ...describe(error), retry: null });
        return;
      }
      setEntries(entries.slice(0, at));
      await say(text);
    },
    [entries, say],
  );

  const stop = useCallback(() => stopper.current?.abort(), []);
  useEffect(() => stop, [stop]);
  return { entries, isBusy, isLoading, problem, turnsDone, say, sayInstead, load, refresh, stop };
}

/** A turn that brought nothing is said again in its own place. */
function withoutFailed(entries: Entry[]): Entry[] {
  const last = entries.at(-1);
  return last?.role === 'agent' && last.parts.length === 0 ? entries.slice(0, -2) : entries;
}

// The words stand above the cards, as they do when the thread is read again.
function withText(parts: Part[], text: string): Part[] {
  const [first, ...rest] = parts;
  return first?.kind === 'text'
    ? [{ kind: 'text', text: first.text + text }, ...rest]
    : [{ kind: 'text', text }, ...parts];
}

const describe = (error: unknown) =>
  error instanceof ApiError
    ? { message: error.message, nextStep: error.nextStep }
    : { message: t('Something went wrong on this page.'), nextStep: t('Reload it and try again.') };
