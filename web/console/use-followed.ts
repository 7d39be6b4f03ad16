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

  const [isEnded, setEnded] = useState(false);
  const reload = useCallback(async () => {
    setEnded(false);
    setRound((before) => before + 1);
  }, []);
  /** An answer to something that was done: newer than whatever the stream was about to say. */
  const set = useCallback(
    (answer: T) => {
      setData(answer);
      setEnded(isOver(answer));
      setRound((before) => before + 1);
    },
    [isOver],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address shows nothing of the one before
  useEffect(() => {
    setData(null);
    setEnded(false);
  }, [path]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens the stream anew
  useEffect(() => {
    if (!path || isEnded) return;
    const mine = ++newest.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let broken = 0;
    const stream = new EventSource(`${BASE}${path}`);
    stream.onmessage = ({ data: text }) => {
      const value = JSON.parse(String(text)) as T;
      setData(value);
      setProblem(null);
      broken = 0;
      // The server ends such a stream; the browser would open it again and again.
      if (isOver(value)) stream.close();
    };
    stream.onerror = () => {
      // One break is nothing: a proxy ended it, and the browser opens it again.
      if (stream.readyState !== EventSource.CLOSED)
        return void (++broken > 1 && setProblem('The connection broke; it is being opened again.'));
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
  }, [path, round, isOver, isEnded]);
  return { data, problem, set, reload };
}
