import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import { z } from 'zod';
import { IMPORT_STATUSES, importEntries, imports } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { IMPORT_OUTCOMES, importItem, storedReport } from './report.ts';

/** An import as it stands: how far it is, what it did so far, why it stopped. */
export const importRow = z.object({
  id: z.uuid(),
  files: z.array(z.string()),
  status: z.enum(IMPORT_STATUSES),
  /** Entries written so far. */
  position: z.int(),
  totalBytes: z.int(),
  /** Of `totalBytes`: for a bar of progress. */
  readBytes: z.int(),
  report: storedReport,
  problem: z
    .object({
      code: z.string(),
      message: z.string(),
      nextStep: z.string().nullable(),
      where: z.record(z.string(), z.unknown()),
    })
    .nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  revertedAt: z.iso.datetime().nullable(),
});
export type ImportRow = z.infer<typeof importRow>;

type Row = typeof imports.$inferSelect;

const toRow = (row: Row): ImportRow =>
  importRow.parse({
    ...row,
    report: { files: [], importId: row.id, ...(row.report as object) },
    createdBy: (row.createdBy as { name?: string }).name ?? 'the system',
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    revertedAt: row.revertedAt?.toISOString() ?? null,
  });

/** `import:unknown` where there is none. */
export async function findImport(ctx: Ctx, importId: string): Promise<Row> {
  const [row] = await ctx.tx.select().from(imports).where(eq(imports.id, importId));
  if (row) return row;
  throw new AppError('import:unknown', `There is no import ${importId}.`, {
    nextStep: 'List the imports and choose from what is there.',
  });
}

export async function readImport(ctx: Ctx, importId: string): Promise<ImportRow> {
  demand(ctx.actor, 'read');
  return toRow(await findImport(ctx, importId));
}

/** The imports of the workspace, the newest first. */
export async function listImports(
  ctx: Ctx,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<ImportRow[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select()
    .from(imports)
    .where(before ? lt(imports.id, before) : undefined)
    .orderBy(desc(imports.id))
    .limit(limit);
  return rows.map(toRow);
}

export const importEntriesQuery = z.object({
  outcome: z.enum(IMPORT_OUTCOMES).optional(),
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** What became of each entry, in the order of the files; `position` is where the next page goes on. */
export async function listImportEntries(
  ctx: Ctx,
  importId: string,
  { outcome, after, limit }: z.infer<typeof importEntriesQuery>,
): Promise<z.infer<typeof importEntryRow>[]> {
  demand(ctx.actor, 'read');
  await findImport(ctx, importId);
  const rows = await ctx.tx
    .select()
    .from(importEntries)
    .where(
      and(
        eq(importEntries.importId, importId),
        gt(importEntries.position, after),
        outcome ? inArray(importEntries.outcome, [outcome]) : undefined,
      ),
    )
    .orderBy(asc(importEntries.position))
    .limit(limit);
  return rows.map((row) => importEntryRow.parse(row));
}

export const importEntryRow = importItem.extend({ position: z.int() });
