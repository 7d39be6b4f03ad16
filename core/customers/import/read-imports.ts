import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  brands,
  CORRECTED,
  customers,
  IMPORT_STATUSES,
  importEntries,
  imports,
} from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Ctx } from '../../context.ts';
import { inferRegion } from '../../places/infer-region.ts';
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

export const wrongState = (status: string, what: string): AppError =>
  new AppError('import:state', `An import that is ${status} cannot be ${what}.`, {
    nextStep: 'Look at its status first.',
    where: { status },
  });

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
  /** Those with a remark only. */
  isDoubtful: z.stringbool().default(false),
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export const importEntryRow = importItem.extend({
  position: z.int(),
  /** What was not read but inferred, as the customer has it now; `value` is null where it hangs on a contract. */
  inferred: z.array(
    z.object({ field: z.string(), value: z.unknown(), because: z.string(), confidence: z.number() }),
  ),
});
export type ImportEntry = z.infer<typeof importEntryRow>;

/** What became of each entry, in the order of the files; `position` is where the next page goes on. */
export async function listImportEntries(
  ctx: Ctx,
  importId: string,
  { outcome, isDoubtful, after, limit }: z.infer<typeof importEntriesQuery>,
): Promise<ImportEntry[]> {
  demand(ctx.actor, 'read');
  await findImport(ctx, importId);
  const rows = await ctx.tx
    .select({ entry: importEntries, customer: customers, brand: brands.name })
    .from(importEntries)
    .leftJoin(customers, eq(customers.id, importEntries.customerId))
    .leftJoin(brands, eq(brands.id, customers.brandId))
    .where(
      and(
        eq(importEntries.importId, importId),
        gt(importEntries.position, after),
        outcome ? inArray(importEntries.outcome, [outcome]) : undefined,
        isDoubtful ? sql`cardinality(${importEntries.reasons}) > 0` : undefined,
      ),
    )
    .orderBy(asc(importEntries.position))
    .limit(limit);
  return rows.map(({ entry, customer, brand }) =>
    importEntryRow.parse({ ...entry, inferred: customer ? toInferred(customer, brand) : [] }),
  );
}

function toInferred(customer: typeof customers.$inferSelect, brand: string | null): ImportEntry['inferred'] {
  const { type, city, country, timeZone, locale, attributes } = customer;
  const values: Record<string, unknown> = { ...attributes, brand, type, city, country, locale };
  values.time_zone = timeZone;
  const region = inferRegion(customer);
  values.region = region?.region;
  return Object.entries({ ...customer.inferred, ...(region ? { region } : {}) })
    .filter(([, { reason }]) => reason !== CORRECTED)
    .map(([field, { reason, confidence }]) => ({
      field,
      value: values[field] ?? null,
      because: reason,
      confidence,
    }));
}
