import { useCallback, useEffect, useRef, useState } from 'react';
import { CHANGED_ELSEWHERE, get, problemWords } from './api.ts';

export type Polled<T> = {
  data: T | null;
  problem: string | null;
  reload: () => Promise<void>;
  set: (data: T) => void;
};

/**
 * Reads now, again every `everyMs` while the page is visible, when another tab changed something, and in another round;
 * what was read stays while a later read fails.
 */
export function usePolled<T>(
  path: string | null,
  everyMs: number | null = 4000,
  round: string | number = 0,
): Polled<T> {
  const [data, setData] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Only the newest read may show: an answer to an older address or an older question comes too late.
  const newest = useRef(0);
  const reload = useCallback(async () => {
    if (!path) return;
    const mine = ++newest.current;
    try {
      const answer = await get<T>(path);
      if (mine !== newest.current) return;
      setData(answer);
      setProblem(null);
    } catch (error) {
      if (mine === newest.current) setProblem(problemWords(error));
    }
  }, [path]);
  const set = useCallback((answer: T) => {
    newest.current += 1;
    setData(answer);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address shows nothing of the one before
  useEffect(() => {
    setData(null);
    setProblem(null);
  }, [path]);
  useEffect(() => {
    const again = () => void reload();
    window.addEventListener(CHANGED_ELSEWHERE, again);
    return () => window.removeEventListener(CHANGED_ELSEWHERE, again);
  }, [reload]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads the same again
  useEffect(() => {
    void reload();
    if (everyMs === null) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void reload(), everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs, round]);
  return { data, problem, reload, set };
}
