import { and, eq, sql } from 'drizzle-orm';
import { importFiles, imports } from '../../../db/schema/index.ts';
import { isAppError } from '../../../lib/errors.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx, Within } from '../../context.ts';
import { type Actor, demand } from '../../tenants/roles.ts';
import { claimImport, leaseEnd, releaseImport } from './claim-import.ts';
import { BATCH, type Entry, writeBatch } from './import-batch.ts';
import { addCounts, type ImportCounts } from './make-report.ts';
import type { ChannelNormaliser } from './normalise-address.ts';
import { demandNames, type OpenFile, openFile } from './open-file.ts';
import { readBatches } from './read-batches.ts';
import { readContext } from './read-context.ts';
import { findImport, wrongState } from './read-imports.ts';
import type { StoredReport } from './report.ts';
import { storedSources } from './store-import.ts';

export type RunDeps = {
  within: Within;
  normalise: ChannelNormaliser;
  owner: string;
  /** Entries a transaction; a thousand otherwise. */
  batch?: number;
  /** Told of each transaction that is through. */
  onWritten?(tenantId: string): void;
};
type Run = RunDeps & { tenantId: string; importId: string };

/**
 * Lets a draft run, or one that was cancelled or failed go on where it was. Somebody has to run it: `runImport`.
 * `import:state` for one that runs or is done, `import:unknown`.
 */
export async function startImport(ctx: Ctx, importId: string): Promise<void> {
  demand(ctx.actor, 'import');
  const { status } = await findImport(ctx, importId);
  if (!['draft', 'cancelled', 'failed'].includes(status)) throw wrongState(status, 'started');
  await ctx.tx
    .update(imports)
    .set({ status: 'running', problem: null, createdBy: ctx.actor, leaseOwner: null, leaseUntil: null })
    .where(eq(imports.id, importId));
  await recordAudit(ctx, { action: 'import.started', subject: importId });
}

/** Stops it after the batch it is at. What is written stays, and can be gone on with or taken back. */
export async function cancelImport(ctx: Ctx, importId: string): Promise<void> {
  demand(ctx.actor, 'import');
  const { status } = await findImport(ctx, importId);
  if (status !== 'running' && status !== 'draft') throw wrongState(status, 'cancelled');
  await ctx.tx.update(imports).set({ status: 'cancelled' }).where(eq(imports.id, importId));
  await recordAudit(ctx, { action: 'import.cancelled', subject: importId });
}

/**
 * Runs an import to its end, one transaction a batch, from the position it has. Answers false when it is not to be
 * run: somebody else has it, or it was cancelled meanwhile. A mistake in the file stops it as `failed`, with the place.
 */
export async function runImport(run: Run, signal?: AbortSignal): Promise<boolean> {
  const claimed = await claimImport(run);
  if (!claimed) return false;
  const actor = claimed.createdBy as Actor;
  try {
    return await runBatches(run, { actor, from: claimed.position, signal });
  } catch (error) {
    const problem = isAppError(error)
      ? {
          code: error.code,
          message: error.message,
          nextStep: error.nextStep ?? null,
          where: error.where ?? {},
        }
      : {
          code: 'server:failed',
          message: 'The import stopped by a fault of the server.',
          nextStep: 'Start it again: it goes on where it was.',
          where: {},
        };
    await run.within(run.tenantId, actor, (ctx) =>
      ctx.tx
        .update(imports)
        .set({ status: 'failed', problem, leaseOwner: null, leaseUntil: null })
        .where(and(eq(imports.id, run.importId), eq(imports.leaseOwner, run.owner))),
    );
    if (!isAppError(error)) throw error;
    return true;
  }
}

async function runBatches(
  run: Run,
  { actor, from, signal }: { actor: Actor; from: number; signal: AbortSignal | undefined },
): Promise<boolean> {
  const open = <T>(work: (ctx: Ctx) => Promise<T>) => run.within(run.tenantId, actor, work);
  const read = new Map<number, number>();
  const sources = await storedSources(open, run.importId, (position, bytes) => read.set(position, bytes));
  const context = await open((ctx) => readContext(ctx, run.normalise));
  const files: OpenFile[] = [];
  for (const source of sources) files.push(await openFile(source, context));
  files.forEach(demandNames);
  read.clear();
  const told = (): StoredReport['files'] =>
    files.map(({ source, kind }) => ({ name: source.name, kind, entries: 0, lines: source.lines }));
  const batches = readBatches(files, { context, size: run.batch ?? BATCH, skip: from });
  let position = from;
  for await (const entries of ahead(batches)) {
    const readBytes = [...read.values()].reduce((sum, bytes) => sum + bytes, 0);
    const isOurs =
      !signal?.aborted &&
      (await open((ctx) => writeNext(ctx, run, { entries, position, readBytes, told: told() })));
    if (signal?.aborted) await open((ctx) => releaseImport(ctx, run));
    if (!isOurs) return false;
    position += entries.length;
    run.onWritten?.(run.tenantId);
  }
  await open((ctx) => finish(ctx, run));
  return true;
}

/** Reads the next batch while one is being written. */
async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = items.next();
  for (;;) {
    const { value, done } = await next;
    if (done) return;
    next = items.next();
    // Its failure is told when its turn comes, not as nobody's.
    next.catch(() => undefined);
    yield value;
  }
}

type Next = {
  entries: Entry[];
  position: number;
  readBytes: number;
  told: StoredReport['files'];
};

/** One batch, and how far the import is by it; nothing of it when the import is no longer ours. */
async function writeNext(ctx: Ctx, { importId, owner }: Run, next: Next): Promise<boolean> {
  const [row] = await ctx.tx
    .update(imports)
    .set({ leaseUntil: leaseEnd })
    .where(
      and(
        eq(imports.id, importId),
        eq(imports.status, 'running'),
        eq(imports.leaseOwner, owner),
        eq(imports.position, next.position),
      ),
    )
    .returning({ report: imports.report });
  if (!row) return false;
  const { entries, position, readBytes } = next;
  const { counts } = await writeBatch(ctx, { entries, importId, from: position });
  const { files: before = next.told, ...sums } = row.report as ImportCounts &
    Partial<Pick<StoredReport, 'files'>>;
  const files = next.told.map((file) => ({
    ...file,
    entries:
      (before.find(({ name }) => name === file.name)?.entries ?? 0) +
      entries.filter(({ understood }) => understood.file === file.name).length,
  }));
  const report = { importId, files, ...addCounts(sums, counts) };
  await ctx.tx
    .update(imports)
    .set({ report, position: position + entries.length, readBytes })
    .where(eq(imports.id, importId));
  return true;
}

async function finish(ctx: Ctx, { importId, owner }: Run): Promise<void> {
  const [row] = await ctx.tx
    .update(imports)
    .set({
      status: 'done',
      finishedAt: ctx.now,
      readBytes: sql`total_bytes`,
      leaseOwner: null,
      leaseUntil: null,
    })
    .where(and(eq(imports.id, importId), eq(imports.status, 'running'), eq(imports.leaseOwner, owner)))
    .returning({ report: imports.report });
  if (!row) return;
  await ctx.tx.delete(importFiles).where(eq(importFiles.importId, importId));
  await recordAudit(ctx, {
    action: 'customers.imported',
    subject: importId,
    data: row.report as Record<string, unknown>,
  });
}
