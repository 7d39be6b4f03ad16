import { eq } from 'drizzle-orm';
import { imports } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { BATCH, writeBatch } from './import-batch.ts';
import { demandSize, type ImportFile, sourceOf } from './import-source.ts';
import { addCounts, type ImportCounts, NO_COUNTS, toItem } from './make-report.ts';
import type { ChannelNormaliser } from './normalise-address.ts';
import { demandNames, openFile } from './open-file.ts';
import { readBatches } from './read-batches.ts';
import { type ImportContext, readContext } from './read-context.ts';
import type { ImportItem, ImportReport } from './report.ts';

export type ImportInput = {
  files: readonly ImportFile[];
  /** The channels' own canonical forms; without it the importer's, which are the same. */
  normalise?: ChannelNormaliser;
};

// What one transaction takes; more goes in batches (start-import.ts).
const MAX_BYTES = 48 * 1024 * 1024;
const MAX_ENTRIES = 100_000;

/**
 * Takes venue books, CSV, JSON and workbooks as they are, in one transaction. Every entry becomes a customer with its
 * source text and line, what was inferred marked as such; entries that are no customers wait for review, other doubts
 * are flags. Importing again updates, never doubles, and leaves alone what a person corrected or discarded. Refuses
 * with `import:unreadable`, `import:empty` or `import:too_large`, and nothing is written.
 */
export async function importFiles(ctx: Ctx, { files, normalise }: ImportInput): Promise<ImportReport> {
  demand(ctx.actor, 'import');
  if (files.length === 0)
    throw new AppError('import:empty', 'There is no file.', { nextStep: 'Choose a file.' });
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  demandSize(files.length > 1 ? 'The files together' : files[0]!.name, bytes, MAX_BYTES);
  const context = await readContext(ctx, normalise);
  const opened = await Promise.all(files.map((file) => openFile(sourceOf(file), context)));
  opened.forEach(demandNames);
  const importId = newId();
  await ctx.tx.insert(imports).values({
    id: importId,
    tenantId: ctx.tenant.id,
    files: files.map(({ name }) => name),
    report: NO_COUNTS,
    totalBytes: bytes,
    createdBy: ctx.actor,
  });
  const { counts, items, entriesOf } = await writeAll(ctx, { opened, context, importId });
  const told = opened.map(({ source, kind }) => ({
    name: source.name,
    kind,
    entries: entriesOf.get(source.name) ?? 0,
    lines: source.lines,
  }));
  const report = { importId, files: told, ...counts };
  const written = { report, position: items.length, readBytes: bytes, finishedAt: ctx.now };
  await ctx.tx.update(imports).set(written).where(eq(imports.id, importId));
  await recordAudit(ctx, { action: 'customers.imported', subject: importId, data: report });
  return { ...report, items };
}

type Opened = Awaited<ReturnType<typeof openFile>>;

async function writeAll(
  ctx: Ctx,
  { opened, context, importId }: { opened: readonly Opened[]; context: ImportContext; importId: string },
) {
  let counts: ImportCounts = NO_COUNTS;
  const items: ImportItem[] = [];
  const entriesOf = new Map<string, number>();
  for await (const entries of readBatches(opened, { context, size: BATCH })) {
    if (items.length + entries.length > MAX_ENTRIES) {
      throw new AppError('import:too_large', `There are more than ${MAX_ENTRIES} entries.`, {
        nextStep: 'Start it as an import in batches: POST /imports, or refrain import.',
      });
    }
    const done = await writeBatch(ctx, { entries, importId, from: items.length });
    counts = addCounts(counts, done.counts);
    for (const plan of done.plans) items.push(toItem(plan));
    for (const { file } of entries.map(({ understood }) => understood))
      entriesOf.set(file, (entriesOf.get(file) ?? 0) + 1);
  }
  return { counts, items, entriesOf };
}
