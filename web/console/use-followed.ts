import { useCallback, useEffect, useRef, useState } from 'react';
import { BASE, get, problemWords } from './api.ts';

type Followed<T> = {
  data: T | null;
  problem: string | null;
  set: (data: T) => void;
  reload: () => Promise<void>;
};

/** How long after an event stream broke it is tried again by us, where the browser has given up. */
const AGAIN_MS = 3000;

/**
 * What an address says now, and whenever it changes, by server-sent events; a stream that breaks is opened again.
 * `isOver` tells that nothing more will change; it stands outside the component.
 */
export function useFollowed<T>(path: string | null, isOver: (data: T) => boolean): Followed<T> {
  const [data, setData] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const newest = useRef(0);

  const reload = useCallback(async () => setRound((before) => before + 1), []);
  const set = useCallback((answer: T) => {
    setData(answer);
    setRound((before) => before + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address shows nothing of the one before
  useEffect(() => setData(null), [path]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens the stream anew
  useEffect(() => {
    if (!path) return;
    const mine = ++newest.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stream = new EventSource(`${BASE}${path}`);
    stream.onmessage = ({ data: text }) => {
      const value = JSON.parse(String(text)) as T;
      setData(value);
      setProblem(null);
      // The server ends such a stream; the browser would open it again and again.
      if (isOver(value)) stream.close();
    };
    stream.onerror = () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      // Refused, not broken: asked plainly, the server says why.
      get<T>(path).then(
        (value) => {
          if (mine !== newest.current) return;
          setData(value);
          if (!isOver(value)) timer = setTimeout(() => setRound((before) => before + 1), AGAIN_MS);
        },
        (error: unknown) => {
          if (mine !== newest.current) return;
          setProblem(problemWords(error));
          timer = setTimeout(() => setRound((before) => before + 1), AGAIN_MS);
        },
      );
    };
    return () => {
      stream.close();
      clearTimeout(timer);
    };
  }, [path, round, isOver]);
  return { data, problem, set, reload };
}
