// What a decision or a change did to the values of a customer, found by comparing it before and after; and its taking back.
import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { contracts, customers, units, valueHistory } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { type CustomerRecord, lockCustomer } from './customer-record.ts';

export const valueChange = z.object({ key: z.string(), before: z.unknown(), after: z.unknown() });
export type ValueChange = z.infer<typeof valueChange>;

const COLUMNS = [
  'name',
  'brandId',
  'type',
  'city',
  'country',
  'timeZone',
  'locale',
  'tier',
  'ownerId',
  'notes',
  'tags',
] as const;
const TERMS = ['startsOn', 'endsOn', 'unitCount', 'pricePerUnitMinor', 'currency'] as const;
const UNITS = 'units';

type Flat = Record<string, unknown>;

/** Everything about a customer that a decision may change, one key a value. */
export const flatValues = ({ customer, contract, units: names }: CustomerRecord): Flat => ({
  ...Object.fromEntries(COLUMNS.map((key) => [key, customer[key]])),
  ...under('attributes', customer.attributes),
  ...under('inferred', customer.inferred),
  ...under('contract', contract ? Object.fromEntries(TERMS.map((key) => [key, contract[key]])) : {}),
  [UNITS]: names,
});

const under = (place: string, values: Flat): Flat =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`${place}.${key}`, value]));

export const valueChanges = (before: Flat, after: Flat): ValueChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));

/** The values, and the change that wrote them, whose entries of the history are entered the other way round. */
type Step = { customerId: string; changeId: string | null; changed: readonly ValueChange[] };

/** Gives a customer back what it said before; false when somebody has changed one of the values since: then all stay. */
export async function restoreValues(ctx: Ctx, { customerId, changeId, changed }: Step): Promise<boolean> {
  const record = await lockCustomer(ctx, customerId);
  const now = flatValues(record);
  if (changed.some(({ key, after }) => !isDeepStrictEqual(now[key] ?? null, after))) return false;
  const before = new Map(changed.map((change) => [change.key, change.before]));
  const of = (place: string) =>
    [...before].flatMap(([key, value]): [string, unknown][] =>
      key.startsWith(`${place}.`) ? [[key.slice(place.length + 1), value]] : [],
    );
  await ctx.tx
    .update(customers)
    .set({
      ...Object.fromEntries([...before].filter(([key]) => (COLUMNS as readonly string[]).includes(key))),
      attributes: patched(record.customer.attributes, of('attributes')),
      inferred: patched(record.customer.inferred, of('inferred')),
      updatedAt: ctx.now,
    })
    .where(eq(customers.id, customerId));
  await restoreContract(ctx, record, Object.fromEntries(of('contract')));
  if (before.has(UNITS)) await restoreUnits(ctx, customerId, before.get(UNITS) as string[]);
  if (changeId) await enterReversed(ctx, changeId);
  return true;
}

function patched<Value>(values: Record<string, Value>, before: [string, unknown][]): Record<string, Value> {
  const next = { ...values };
  for (const [key, value] of before) {
    if (value === null) delete next[key];
    else next[key] = value as Value;
  }
  return next;
}

async function restoreContract(ctx: Ctx, { contract }: CustomerRecord, terms: Flat): Promise<void> {
  if (!contract || Object.keys(terms).length === 0) return;
  const next = { ...contract, ...terms };
  // A contract that says nothing any more was begun by the decision.
  if (TERMS.every((key) => next[key] === null))
    await ctx.tx.delete(contracts).where(eq(contracts.id, contract.id));
  else await ctx.tx.update(contracts).set(terms).where(eq(contracts.id, contract.id));
}

async function restoreUnits(ctx: Ctx, customerId: string, names: readonly string[]): Promise<void> {
  await ctx.tx.delete(units).where(eq(units.customerId, customerId));
  const rows = names.map((name, position) => ({ tenantId: ctx.tenant.id, customerId, name, position }));
  if (rows.length > 0) await ctx.tx.insert(units).values(rows);
}

/** The history is only added to: what was undone stands in it twice. */
async function enterReversed(ctx: Ctx, changeId: string): Promise<void> {
  const rows = await ctx.tx.select().from(valueHistory).where(eq(valueHistory.changeId, changeId));
  if (rows.length === 0) return;
  await ctx.tx.insert(valueHistory).values(
    rows.map(({ tenantId, customerId, contactId, field, before, after, why }) => ({
      ...{ tenantId, customerId, contactId, field, changeId },
      ...{ before: after, after: before, why: `Undone: ${why}`, actor: ctx.actor, at: ctx.now },
    })),
  );
}
