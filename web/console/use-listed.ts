import { useCallback, useEffect, useRef, useState } from 'react';
import { get, problemWords } from './api.ts';

export type Listed<T, E = unknown> = {
  rows: T[];
  total: number | null;
  /** What else came with the newest page. */
  extra: E | null;
  problem: string | null;
  isReading: boolean;
  /** Reads the following rows, when there are any and none are being read. */
  readMore: () => void;
  reload: () => void;
};

type Part<T, E> = { rows: T[]; total?: number; extra?: E; next: string | null };

/**
 * A list of any length, read a page at a time; another address (with a query) begins anew and drops what was asked
 * before. `partOf` stands outside the component.
 */
export function useListed<T, P, E = unknown>(
  path: string,
  partOf: (page: P) => Part<T, E>,
  cursor: 'after' | 'before' = 'after',
): Listed<T, E> {
  const [rows, setRows] = useState<T[]>([]);
  const [total, setTotal] = useState<number | null>(null);
  const [extra, setExtra] = useState<E | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(true);
  const next = useRef<string | null>(null);
  const newest = useRef(0);
  const isBusy = useRef(false);

  const read = useCallback(
    async (after: string | null) => {
      const mine = ++newest.current;
      isBusy.current = true;
      setReading(true);
      setProblem(null);
      try {
        const part = partOf(await get<P>(after ? `${path}&${cursor}=${after}` : path));
        if (mine !== newest.current) return;
        next.current = part.next;
        setRows((shown) => (after ? [...shown, ...part.rows] : part.rows));
        setTotal(part.total ?? null);
        setExtra(part.extra ?? null);
      } catch (error) {
        if (mine === newest.current) setProblem(problemWords(error));
      } finally {
        if (mine === newest.current) {
          isBusy.current = false;
          setReading(false);
        }
      }
    },
    [path, partOf, cursor],
  );
  useEffect(() => void read(null), [read]);
  const readMore = useCallback(() => {
    if (next.current && !isBusy.current) void read(next.current);
  }, [read]);
  const reload = useCallback(() => void read(null), [read]);
  return { rows, total, extra, problem, isReading, readMore, reload };
}
