import { insertRows } from '../../../db/queries/bulk-rows.ts';
import { importEntries } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';
import { keyRecords } from './find-duplicates.ts';
import { type ImportCounts, makeCounts, outcomeOf } from './make-report.ts';
import { type CustomerPlan, planCustomer } from './plan-customer.ts';
import type { Understood } from './prepared.ts';
import type { FileKind } from './raw-record.ts';
import { readExisting } from './read-existing.ts';
import { readPresent } from './read-present.ts';
import { saveConsents } from './save-consents.ts';
import { savePlans } from './save-plans.ts';

export type Entry = { understood: Understood; kind: FileKind };

// Large enough that a statement's cost does not count, small enough that others have their turn and little is held.
export const BATCH = 1000;

/** What would have to be written for these entries; nothing is. Without an import there are no earlier entries. */
export async function planBatch(
  ctx: Ctx,
  { entries, importId }: { entries: readonly Entry[]; importId: string | null },
): Promise<CustomerPlan[]> {
  const understood = entries.map((entry) => entry.understood);
  const present = await readPresent(ctx, { entries: understood, importId });
  const prepared = keyRecords(understood, present);
  const existing = await readExisting(
    ctx,
    prepared.map(({ key }) => key),
  );
  return prepared.map((one, at) =>
    planCustomer(one, { before: existing.get(one.key), kind: entries[at]!.kind }),
  );
}

/** Writes these entries of an import, `from` being how many there were before. Answers what it came to. */
export async function writeBatch(
  ctx: Ctx,
  input: { entries: readonly Entry[]; importId: string; from: number },
): Promise<{ counts: ImportCounts; plans: CustomerPlan[] }> {
  const plans = await planBatch(ctx, input);
  await savePlans(ctx, input.importId, plans);
  const consents = await saveConsents(ctx, plans);
  await insertRows(
    ctx.tx,
    importEntries,
    plans.map((plan, at) => ({
      id: newId(),
      tenantId: ctx.tenant.id,
      importId: input.importId,
      position: input.from + at,
      file: plan.prepared.file,
      line: plan.prepared.line,
      name: plan.prepared.name,
      baseKey: plan.prepared.baseKey,
      looseName: plan.prepared.looseName,
      customerId: plan.id,
      outcome: outcomeOf(plan),
      reasons: plan.prepared.issues.map(({ detail }) => detail),
      before: plan.outcome === 'updated' ? plan.before : plan.before ? {} : null,
    })),
  );
  return { counts: { ...makeCounts(plans), consents }, plans };
}
