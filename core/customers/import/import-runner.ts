import { and, eq, sql } from 'drizzle-orm';
import { imports } from '../../../db/schema/index.ts';
import type { Log } from '../../../lib/log.ts';
import { type RunDeps, runImport } from './run-import.ts';

export type ImportRunner = {
  /** Runs it beside everything else; it is waited for by `settle`. */
  run(tenantId: string, importId: string): void;
  /** Goes on with what a process that is gone has left behind. */
  pickUp(tenantId: string): Promise<void>;
  settle(): Promise<void>;
  /** Stops after the batch at hand; the position is kept. */
  close(): Promise<void>;
};

type Deps = RunDeps & { log: Log; onDone?(): Promise<void> };

const SYSTEM = { kind: 'system', name: 'import' } as const;

/** Imports that run in this process, one at a time each. */
export function createImportRunner({ log, onDone, ...deps }: Deps): ImportRunner {
  const running = new Map<string, Promise<void>>();
  const stop = new AbortController();

  const run = (tenantId: string, importId: string): void => {
    if (running.has(importId) || stop.signal.aborted) return;
    const work = runImport({ ...deps, tenantId, importId }, stop.signal)
      .then((isRun) => (isRun ? onDone?.() : undefined))
      .catch((error: unknown) => log.error({ err: error, tenantId, importId }, 'an import stopped'))
      .finally(() => running.delete(importId));
    running.set(importId, work);
  };

  const settle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values());
  };

  return {
    run,
    settle,
    async pickUp(tenantId) {
      const left = await deps.within(tenantId, SYSTEM, (ctx) =>
        ctx.tx
          .select({ id: imports.id })
          .from(imports)
          .where(
            and(
              eq(imports.status, 'running'),
              sql`(${imports.leaseUntil} is null or ${imports.leaseUntil} < now())`,
            ),
          ),
      );
      for (const { id } of left) run(tenantId, id);
    },
    async close() {
      stop.abort();
      await settle();
    },
  };
}
