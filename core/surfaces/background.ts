import type { Log } from '../../lib/log.ts';

export type Background = ReturnType<typeof openBackground>;

/** What is done behind whoever asked for it: nobody is kept waiting, and a failure is logged once, as `what`. */
export function openBackground(log: Log) {
  const begun = new Set<Promise<unknown>>();
  return {
    begin(work: Promise<unknown>, what: string): void {
      const ending = work
        .catch((err: unknown) => log.error({ err }, what))
        .finally(() => begun.delete(ending));
      begun.add(ending);
    },
    /** Until nothing is at work any more, what was begun meanwhile too. */
    async settle(): Promise<void> {
      while (begun.size > 0) await Promise.all(begun);
    },
  };
}
