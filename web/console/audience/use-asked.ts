import { useEffect, useState } from 'react';
import { post, problemWords } from '../api.ts';

type Asked<T> = { answer: T | null; problem: string | null; isAsking: boolean };

/** Asks with a body that changes; what an older body brings is never shown for a newer one. */
export function useAsked<T>(path: string, body: string): Asked<T> {
  const [state, setState] = useState<Asked<T>>({ answer: null, problem: null, isAsking: true });
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
  }, [path, body]);
  return state;
}
