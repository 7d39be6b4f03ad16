// Writes the plans of one import, table by table, however many customers there are. All in the caller's transaction.
import { inArray, sql } from 'drizzle-orm';
import { insertRows, updateRows } from '../../../db/queries/bulk-rows.ts';
import { factsAtTheEnd } from '../../../db/queries/facts-at-the-end.ts';
import { addresses, contacts, contracts, customers, reviewItems, units } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';
import type { CustomerPlan } from './plan-customer.ts';

export async function savePlans(ctx: Ctx, importId: string, plans: readonly CustomerPlan[]): Promise<void> {
  const live = plans.filter(({ outcome }) => outcome === 'created' || outcome === 'updated');
  const ids = live.map(({ id }) => id);
  await factsAtTheEnd(ctx.tx, ids, async () => {
    await saveCustomers(ctx, importId, live);
    await saveUnits(ctx, live);
    await saveContracts(ctx, live);
  });
  await saveContacts(ctx, live);
  await saveIssues(ctx, importId, live);
}

async function saveCustomers(ctx: Ctx, importId: string, plans: readonly CustomerPlan[]): Promise<void> {
  const row = ({ id, prepared, name, values, status }: CustomerPlan) => ({
    id,
    tenantId: ctx.tenant.id,
    importKey: prepared.key,
    name,
    looseName: prepared.looseName,
    ...values,
    status,
    source: { file: prepared.file, line: prepared.line, text: prepared.text },
    importId,
    updatedAt: ctx.now,
  });
  await insertRows(ctx.tx, customers, plans.filter(({ outcome }) => outcome === 'created').map(row));
  // Also where only a contact changed: the row says which import was there last.
  const changed = plans.filter(({ outcome }) => outcome === 'updated');
  await updateRows(ctx.tx, customers, changed.map(row));
}

async function saveUnits(ctx: Ctx, plans: readonly CustomerPlan[]): Promise<void> {
  const changed = plans.flatMap(({ id, unitNames }) => (unitNames ? [{ id, unitNames }] : []));
  if (changed.length === 0) return;
  const there = plans.flatMap(({ id, unitNames, before }) => (unitNames && before ? [id] : []));
  if (there.length > 0)
    await ctx.tx.delete(units).where(sql`${units.customerId} = any(${sql.param(there)}::uuid[])`);
  const rows = changed.flatMap(({ id, unitNames }) =>
    unitNames.map((name, position) => ({
      id: newId(),
      tenantId: ctx.tenant.id,
      customerId: id,
      name,
      position,
    })),
  );
  await insertRows(ctx.tx, units, rows);
}

async function saveContracts(ctx: Ctx, plans: readonly CustomerPlan[]): Promise<void> {
  const fresh = plans.flatMap(({ id, contract }) =>
    contract.insert.map((values) => ({ id: newId(), tenantId: ctx.tenant.id, customerId: id, ...values })),
  );
  await insertRows(ctx.tx, contracts, fresh);
  await updateRows(
    ctx.tx,
    contracts,
    plans.flatMap(({ contract }) => contract.update),
  );
}

async function saveContacts(ctx: Ctx, plans: readonly CustomerPlan[]): Promise<void> {
  const own = { tenantId: ctx.tenant.id };
  const fresh = plans.flatMap(({ id, contacts: plan }) =>
    plan.insert.map((contact) => ({ ...own, customerId: id, ...contact })),
  );
  await insertRows(ctx.tx, contacts, fresh);
  await updateRows(
    ctx.tx,
    contacts,
    plans.flatMap(({ contacts: plan }) => plan.update),
  );
  const rows = plans.flatMap(({ contacts: plan }) =>
    plan.addresses.map((address) => ({ id: newId(), ...own, ...address })),
  );
  await insertRows(ctx.tx, addresses, rows);
  const left = plans.flatMap(({ contacts: plan }) => plan.left);
  if (left.length > 0)
    await ctx.tx.update(contacts).set({ leftAt: ctx.now }).where(inArray(contacts.id, left));
}

async function saveIssues(ctx: Ctx, importId: string, plans: readonly CustomerPlan[]): Promise<void> {
  const rows = plans.flatMap(({ id, prepared, issues }) =>
    issues.add.map((issue) => ({
      id: newId(),
      tenantId: ctx.tenant.id,
      importId,
      customerId: id,
      ...issue,
      file: prepared.file,
    })),
  );
  await insertRows(ctx.tx, reviewItems, rows);
  const close = plans.flatMap(({ issues }) => issues.close);
  if (close.length > 0)
    await ctx.tx.update(reviewItems).set({ status: 'discarded' }).where(inArray(reviewItems.id, close));
}
