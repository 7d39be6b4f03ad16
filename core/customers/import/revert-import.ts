import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { insertRows, updateRows } from '../../../db/queries/bulk-rows.ts';
import {
  contacts,
  contracts,
  customers,
  importEntries,
  importFiles,
  imports,
  reviewItems,
  units,
} from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import type { Existing } from './read-existing.ts';
import { findImport, wrongState } from './read-imports.ts';

export const revertOutcome = z.object({
  /** Customers that the import had made. */
  removed: z.int(),
  /** Of them those that messages or answers refer to: they are discarded instead of deleted. */
  discarded: z.int(),
  /** Customers that are again as they were. */
  restored: z.int(),
  /** Customers that a person or a later import has changed since: they stay as they are. */
  kept: z.int(),
});
export type RevertOutcome = z.infer<typeof revertOutcome>;

const CHUNK = 1000;

/**
 * Takes a whole import back, in one transaction: what it made goes, what it changed is again as it was, its doubts are
 * gone. What a person or a later import changed since is left alone and counted. Consents that it brought are withdrawn
 * in the ledger, which is append-only; opt-outs stay. `import:state` for one that runs or never began.
 */
export async function revertImport(ctx: Ctx, importId: string): Promise<RevertOutcome> {
  demand(ctx.actor, 'import');
  const row = await findImport(ctx, importId);
  if (!['done', 'cancelled', 'failed'].includes(row.status)) throw wrongState(row.status, 'taken back');
  await ctx.tx
    .update(imports)
    .set({ status: 'reverted', revertedAt: ctx.now })
    .where(eq(imports.id, importId));
  const sum: RevertOutcome = { removed: 0, discarded: 0, restored: 0, kept: 0 };
  for await (const entries of changedEntries(ctx, importId)) {
    const ours = await stillOurs(ctx, { importId, ids: entries.map(({ customerId }) => customerId) });
    const mine = entries.filter(({ customerId }) => ours.has(customerId));
    sum.kept += entries.length - mine.length;
    await withdrawConsents(ctx, { ids: [...ours], files: row.files, since: row.createdAt });
    const made = mine.filter(({ before }) => before === null).map(({ customerId }) => customerId);
    const discarded = await removeCustomers(ctx, made);
    sum.removed += made.length - discarded;
    sum.discarded += discarded;
    const olds = mine.flatMap(({ before }) => (before ? [before as Existing] : []));
    await restoreCustomers(ctx, olds);
    sum.restored += olds.length;
  }
  await ctx.tx.delete(reviewItems).where(eq(reviewItems.importId, importId));
  await ctx.tx.delete(importFiles).where(eq(importFiles.importId, importId));
  await recordAudit(ctx, { action: 'import.reverted', subject: importId, data: sum });
  return sum;
}

/** The entries that changed something, each customer once: a second entry found what the first had written. */
async function* changedEntries(ctx: Ctx, importId: string) {
  for (let after = -1; ; ) {
    const rows = await ctx.tx
      .select({
        position: importEntries.position,
        customerId: importEntries.customerId,
        before: importEntries.before,
      })
      .from(importEntries)
      .where(
        and(
          eq(importEntries.importId, importId),
          gt(importEntries.position, after),
          sql`${importEntries.before} is distinct from '{}'::jsonb`,
        ),
      )
      .orderBy(asc(importEntries.position))
      .limit(CHUNK);
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
    yield rows;
  }
}

async function stillOurs(
  ctx: Ctx,
  { importId, ids }: { importId: string; ids: string[] },
): Promise<Set<string>> {
  const rows = await ctx.tx
    .select({ id: customers.id })
    .from(customers)
    .where(
      sql`${customers.id} = any(${sql.param(ids)}::uuid[]) and ${customers.importId} = ${importId}
        and ${customers.status} <> 'merged'
        and not exists (select 1 from value_history h where h.tenant_id = ${ctx.tenant.id} and h.customer_id = ${customers.id}
          and h.at >= ${customers.updatedAt})`,
    );
  return new Set(rows.map(({ id }) => id));
}

/** Deletes customers; those that messages or answers refer to are discarded instead. Answers how many those are. */
export async function removeCustomers(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const of = sql`${sql.param([...ids])}::uuid[]`;
  await ctx.tx.execute(sql`delete from customers c where c.id = any(${of})
    and not exists (select 1 from messages m where m.tenant_id = c.tenant_id and m.customer_id = c.id)
    and not exists (select 1 from replies r where r.tenant_id = c.tenant_id and r.customer_id = c.id)
    and not exists (select 1 from manifest_rows w where w.tenant_id = c.tenant_id and w.customer_id = c.id)`);
  // Its key is set free: the next import makes a customer anew instead of finding one that was discarded.
  const left = await ctx.tx
    .update(customers)
    .set({ status: 'discarded', importKey: sql`'reverted ' || id`, updatedAt: ctx.now })
    .where(inArray(customers.id, [...ids]))
    .returning({ id: customers.id });
  return left.length;
}

async function restoreCustomers(ctx: Ctx, olds: readonly Existing[]): Promise<void> {
  if (olds.length === 0) return;
  const ids = olds.map(({ customer }) => customer.id);
  const own = { tenantId: ctx.tenant.id };
  await updateRows(
    ctx.tx,
    customers,
    olds.map(({ customer }) => customer),
  );
  await ctx.tx.delete(units).where(inArray(units.customerId, ids));
  await insertRows(
    ctx.tx,
    units,
    olds.flatMap(({ customer, unitNames }) =>
      unitNames.map((name, position) => ({ id: newId(), ...own, customerId: customer.id, name, position })),
    ),
  );
  const terms = olds.flatMap((old) => old.contracts);
  await deleteOthers(ctx, 'contracts', { ids, keep: terms.map(({ id }) => id) });
  await updateRows(ctx.tx, contracts, terms);
  await restoreContacts(ctx, { olds, ids });
  const open = olds.flatMap(({ issues }) =>
    issues.filter(({ status }) => status === 'open').map(({ id }) => id),
  );
  if (open.length > 0)
    await ctx.tx.update(reviewItems).set({ status: 'open' }).where(inArray(reviewItems.id, open));
}

async function restoreContacts(
  ctx: Ctx,
  { olds, ids }: { olds: readonly Existing[]; ids: string[] },
): Promise<void> {
  const people = olds.flatMap((old) => old.contacts);
  await deleteOthers(ctx, 'contacts', { ids, keep: people.map(({ id }) => id) });
  await updateRows(
    ctx.tx,
    contacts,
    people.map(({ hashes, ...contact }) => contact),
  );
  const known = people.flatMap(({ id, hashes }) => hashes.map((hash) => `${id} ${hash}`));
  await ctx.tx.execute(sql`delete from addresses a using contacts c
    where c.id = a.contact_id and c.customer_id = any(${sql.param(ids)}::uuid[])
    and not (a.contact_id || ' ' || a.channel || ' ' || a.hash = any(${sql.param(known)}::text[]))`);
}

const deleteOthers = (
  ctx: Ctx,
  table: 'contracts' | 'contacts',
  { ids, keep }: { ids: string[]; keep: string[] },
) =>
  ctx.tx.execute(sql`delete from ${sql.identifier(table)} where customer_id = any(${sql.param(ids)}::uuid[])
    and not (id = any(${sql.param(keep)}::uuid[]))`);

/** The ledger is never rewritten: a later row takes back what the files had said. */
const withdrawConsents = (ctx: Ctx, { ids, files, since }: { ids: string[]; files: string[]; since: Date }) =>
  ctx.tx.execute(sql`insert into consents
      (id, tenant_id, contact_id, channel, address_hash, purpose, state, basis, source, actor, at)
    select gen_random_uuid(), s.tenant_id, null, s.channel, s.address_hash, s.purpose, 'withdrawn', 'import taken back',
      s.source, ${JSON.stringify(ctx.actor)}::jsonb, ${ctx.now.toISOString()}::timestamptz
    from consents s join contacts c on c.id = s.contact_id
    where c.customer_id = any(${sql.param(ids)}::uuid[]) and s.state = 'granted' and s.created_at >= ${since.toISOString()}::timestamptz
      and regexp_replace(s.source, ', line \\d+$', '') = any(${sql.param(files)}::text[])`);
