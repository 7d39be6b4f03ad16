import { useEffect, useState } from 'react';
import { post, problemWords } from '../api.ts';
import { useLate } from '../use-late.ts';

type Asked<T> = { answer: T | null; problem: string | null; isAsking: boolean };

/** Asks with a body that changes, and again in another round; what an older body brings is never shown for a newer one. */
export function useAsked<T>(path: string, body: string, round = 0): Asked<T> {
  const [state, setState] = useState<Asked<T>>({ answer: null, problem: null, isAsking: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same again
  useEffect(() => {
    const stop = new AbortController();
    setState((before) => ({ ...before, isAsking: true }));
    post<T>(path, JSON.parse(body), stop.signal).then(
      (answer) => {
        if (!stop.signal.aborted) setState({ answer, problem: null, isAsking: false });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setState({ answer: null, problem: problemWords(error), isAsking: false });
      },
    );
    return () => stop.abort();
  }, [path, body, round]);
  return state;
}

// Long enough that nobody who still builds makes the server count millions for every step.
const REST_MS = 1500;

/**
 * What is answered at once, and where that is an estimate and nothing changes for a moment, the number itself. When
 * that fails the estimate stays.
 */
export function useExactLater<T>(path: string, body: string, isExact: (answer: T) => boolean): Asked<T> {
  const first = useAsked<T>(path, body);
  const rested = useLate(body, REST_MS) === body;
  const isWanted = rested && !first.isAsking && first.answer !== null && !isExact(first.answer);
  const [exact, setExact] = useState<{ body: string; answer: T } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    post<T>(path, { ...JSON.parse(body), isExact: true }, stop.signal).then(
      (answer) => setExact({ body, answer }),
      () => undefined,
    );
    return () => stop.abort();
  }, [path, body, isWanted]);
  return exact?.body === body ? { ...first, answer: exact.answer } : first;
}
