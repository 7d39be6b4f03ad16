import { useCallback, useEffect, useState } from 'react';
import { ApiError, get } from '../api.ts';

export type Polled<T> = { data: T | null; problem: string | null; reload: () => Promise<void> };

/** Reads a list now and every few seconds while the page is visible. */
export function usePolled<T>(path: string, everyMs = 4000): Polled<T> {
  const [data, setData] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reload = useCallback(async () => {
    try {
      setData(await get<T>(path));
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : 'This could not be read.');
    }
  }, [path]);
  useEffect(() => {
    void reload();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  return { data, problem, reload };
}
