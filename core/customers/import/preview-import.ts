import { z } from 'zod';
import { isAppError } from '../../../lib/errors.ts';
import type { Ctx, Within } from '../../context.ts';
import { type Actor, demand } from '../../tenants/roles.ts';
import { columnChoices, wordOf } from './column-word.ts';
import { encodingGuess } from './find-encoding.ts';
import { SURE_ENOUGH } from './guess-columns.ts';
import { type Entry, planBatch } from './import-batch.ts';
import { changesOf, importChange } from './import-changes.ts';
import { makeCounts, outcomeOf } from './make-report.ts';
import type { ChannelNormaliser } from './normalise-address.ts';
import { demandNames, type OpenFile, openFile } from './open-file.ts';
import type { CustomerPlan } from './plan-customer.ts';
import type { PrepareContext } from './prepare-context.ts';
import { FILE_KINDS } from './raw-record.ts';
import { readBatches } from './read-batches.ts';
import { readContext } from './read-context.ts';
import { findImport } from './read-imports.ts';
import { importItem, importReport } from './report.ts';
import { storedSources } from './store-import.ts';

const column = z.object({
  label: z.string(),
  /** What it is taken for: a field's key, "contact.email", "file.id", "note", "skip" or "unknown". */
  is: z.string(),
  because: z.string(),
  confidence: z.number(),
  /** Whether it is surer than 0.6; a guess that is not is used only when a person says so. */
  isUsed: z.boolean(),
  samples: z.array(z.string()),
});

/** What an import would do, without doing it. */
export const importPreview = z.object({
  importId: z.uuid(),
  files: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(FILE_KINDS).nullable(),
      encoding: encodingGuess,
      /** Why it cannot be imported as it is; null when it can. */
      problem: z
        .object({
          code: z.string(),
          message: z.string(),
          nextStep: z.string().nullable(),
          where: z.unknown(),
        })
        .nullable(),
      tables: z.array(z.object({ signature: z.string(), columns: z.array(column) })),
    }),
  ),
  /** What a column can be. */
  choices: z.array(z.object({ word: z.string(), label: z.string() })),
  /** Of so many first entries the rest speaks. */
  looked: z.int(),
  counts: importReport.omit({ importId: true, files: true, items: true }),
  entries: z.array(importItem.omit({ customerId: true }).extend({ changes: z.array(importChange) })),
});
export type ImportPreview = z.infer<typeof importPreview>;

const LOOK = 1000;
const SHOWN = 100;

/**
 * The mapping of every column with its reason, and what the first thousand entries would change, line by line. A file
 * that cannot be read is told with its reason beside those that can. Nothing is written.
 */
export async function previewImport(
  {
    within,
    normalise,
    tenantId,
    actor,
  }: { within: Within; normalise: ChannelNormaliser; tenantId: string; actor: Actor },
  importId: string,
): Promise<ImportPreview> {
  demand(actor, 'import');
  const open = <T>(work: (ctx: Ctx) => Promise<T>) => within(tenantId, actor, work);
  await open((ctx) => findImport(ctx, importId));
  const context = await open((ctx) => readContext(ctx, normalise));
  const files: ImportPreview['files'] = [];
  const good: OpenFile[] = [];
  for (const source of await storedSources(open, importId)) {
    const told = { name: source.name, encoding: source.encoding, kind: null, tables: [] };
    try {
      const file = await openFile(source, context);
      files.push({
        ...told,
        kind: file.kind,
        tables: file.tables.map(toTable),
        problem: problemOf(() => demandNames(file)),
      });
      if (files.at(-1)?.problem === null) good.push(file);
    } catch (error) {
      files.push({ ...told, problem: toProblem(error) });
    }
  }
  const entries = await firstEntries(good, context);
  const plans = await open((ctx) => planBatch(ctx, { entries, importId: null }));
  return {
    importId,
    files,
    choices: columnChoices(context.fields),
    looked: plans.length,
    counts: makeCounts(plans),
    entries: plans.slice(0, SHOWN).map((plan) => toEntry(plan, context)),
  };
}

async function firstEntries(files: readonly OpenFile[], context: PrepareContext): Promise<Entry[]> {
  for await (const entries of readBatches(files, { context, size: LOOK })) return entries;
  return [];
}

function problemOf(check: () => void) {
  try {
    check();
    return null;
  } catch (error) {
    return toProblem(error);
  }
}

function toProblem(error: unknown) {
  if (!isAppError(error)) throw error;
  const { code, message, nextStep = null, where } = error;
  return { code, message, nextStep, where };
}

const toTable = ({ signature, columns }: OpenFile['tables'][number]) => ({
  signature,
  columns: columns.map(({ column: meant, ...guess }) => ({
    ...guess,
    is: wordOf(meant),
    isUsed: meant !== null && guess.confidence >= SURE_ENOUGH,
  })),
});

function toEntry(plan: CustomerPlan, names: PrepareContext): ImportPreview['entries'][number] {
  const { file, line, name, issues } = plan.prepared;
  const reasons = issues.map(({ detail }) => detail);
  return { file, line, name, outcome: outcomeOf(plan), reasons, changes: changesOf(plan, names) };
}
