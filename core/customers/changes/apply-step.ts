import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import {
  addresses,
  CORRECTED,
  contacts,
  customerNotes,
  customers,
  type Inferred,
  units,
  valueHistory,
} from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { addressHash } from '../../consent/address-hash.ts';
import type { Ctx } from '../../context.ts';
import { cityPlace } from '../../places/city-place.ts';
import { placeNames } from '../../places/own-places.ts';
import type { PlannedStep, Value } from './change-step.ts';
import { type CustomerRecord, readValue, writeValue } from './customer-record.ts';

type Applied = { record: CustomerRecord; why: string; changeId: string };
type Entry = { contactId?: string; field: string; before: unknown; after: unknown };

/**
 * Does one confirmed step: writes the value, marks it as a person's own so that no import changes it, and enters it in
 * the history. Throws `change:stale` when what it replaces is not there any more.
 */
export async function applyStep(ctx: Ctx, step: PlannedStep, applied: Applied): Promise<void> {
  const { record } = applied;
  switch (step.do) {
    case 'set':
      demandFresh(readValue(record, step.field), step.before);
      await writeValue(ctx, record, step.field, step.after);
      if (step.field === 'city' || step.field === 'country') await followPlace(ctx, record);
      return enter(ctx, applied, [step], [step.field]);
    case 'contact_left':
      return leave(ctx, step, applied);
    case 'add_contact':
      return addContact(ctx, step, applied);
    case 'change_contact':
      return changeContact(ctx, step, applied);
    case 'set_units': {
      demandFresh(record.units, step.before);
      await replaceUnits(ctx, record, step.after);
      return enter(
        ctx,
        applied,
        [{ field: 'unit_name', before: step.before, after: step.after }],
        ['unit_name'],
      );
    }
    case 'note': {
      const own = { tenantId: ctx.tenant.id, customerId: record.customer.id };
      const id = step.noteId ?? newId();
      await ctx.tx
        .insert(customerNotes)
        .values({ ...own, id, body: step.text, actor: ctx.actor, at: ctx.now });
    }
  }
}

/** Somebody in another place sleeps at other hours; a time zone that a person set stays. */
async function followPlace(ctx: Ctx, record: CustomerRecord): Promise<void> {
  const { id, city, country, inferred } = record.customer;
  const places = placeNames(ctx.tenant.settings.places);
  const isOpen = inferred.time_zone?.reason !== CORRECTED;
  const place = city && isOpen ? cityPlace(city, { country, places }) : null;
  if (!place?.timeZone) return;
  const mark = { reason: `the city is ${place.city}`, confidence: 0.9 };
  const set = { timeZone: place.timeZone, inferred: { ...inferred, time_zone: mark } };
  await ctx.tx.update(customers).set(set).where(eq(customers.id, id));
  Object.assign(record.customer, set);
}

async function leave(
  ctx: Ctx,
  { contactId, name }: Extract<PlannedStep, { do: 'contact_left' }>,
  applied: Applied,
) {
  const left = await ctx.tx
    .update(contacts)
    .set({ leftAt: ctx.now })
    .where(and(eq(contacts.id, contactId), isNull(contacts.leftAt)))
    .returning({ id: contacts.id });
  if (left.length === 0) throw stale();
  await enter(
    ctx,
    applied,
    [{ contactId, field: 'left', before: name, after: null }],
    [`contact.${contactId}`],
  );
}

async function addContact(ctx: Ctx, step: Extract<PlannedStep, { do: 'add_contact' }>, applied: Applied) {
  const { contactId, after } = step;
  const { record } = applied;
  const position = Math.max(-1, ...record.contacts.map((one) => one.position)) + 1;
  const own = { id: contactId, tenantId: ctx.tenant.id, customerId: record.customer.id, position };
  await ctx.tx.insert(contacts).values({ ...own, role: 'other', ...after });
  await addAddresses(ctx, step);
  const entries = Object.entries(after).map(([field, value]) => ({
    contactId,
    field,
    before: null,
    after: value,
  }));
  await enter(ctx, applied, [...entries, ...addressEntries(step)], [`contact.${contactId}`]);
}

async function changeContact(
  ctx: Ctx,
  step: Extract<PlannedStep, { do: 'change_contact' }>,
  applied: Applied,
) {
  const { contactId, before, after } = step;
  const [now] = await ctx.tx.select().from(contacts).where(eq(contacts.id, contactId));
  if (!now || now.leftAt) throw stale();
  const keys = Object.keys(after) as (keyof typeof after)[];
  for (const key of keys) demandFresh(now[key], before[key]);
  if (keys.length > 0) await ctx.tx.update(contacts).set(after).where(eq(contacts.id, contactId));
  await addAddresses(ctx, step);
  await setUsable(ctx, step.replaced, false);
  const entries = keys.map((field) => ({
    contactId,
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  }));
  const marks = keys.map((key) => `contact.${contactId}.${key}`);
  await enter(ctx, applied, [...entries, ...addressEntries(step)], marks);
}

type WithAddresses = Extract<PlannedStep, { do: 'add_contact' | 'change_contact' }>;

async function addAddresses(ctx: Ctx, { contactId, addresses: given }: WithAddresses): Promise<void> {
  for (const { channel, address, normalised } of given) {
    const hash = addressHash(ctx.keys, normalised);
    const row = { tenantId: ctx.tenant.id, contactId, channel, address, normalised, hash };
    await ctx.tx.insert(addresses).values(row).onConflictDoNothing();
  }
}

export async function setUsable(ctx: Ctx, rows: readonly { id: string }[], usable: boolean): Promise<void> {
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await ctx.tx.update(addresses).set({ usable }).where(inArray(addresses.id, ids));
}

function addressEntries(step: WithAddresses): Entry[] {
  const { contactId } = step;
  const replaced = step.do === 'change_contact' ? step.replaced : [];
  return step.addresses.map(({ channel, address }) => ({
    ...{ contactId, field: channel, after: address },
    before: replaced.find((one) => one.channel === channel)?.address ?? null,
  }));
}

async function replaceUnits(ctx: Ctx, record: CustomerRecord, names: readonly string[]): Promise<void> {
  const { id: customerId } = record.customer;
  await ctx.tx.delete(units).where(eq(units.customerId, customerId));
  const rows = names.map((name, position) => ({ tenantId: ctx.tenant.id, customerId, name, position }));
  if (rows.length > 0) await ctx.tx.insert(units).values(rows);
  record.units = [...names];
}

/** Enters what changed in the history, and marks the keys as corrected by a person. */
async function enter(
  ctx: Ctx,
  applied: Applied,
  entries: readonly Entry[],
  marks: readonly string[],
): Promise<void> {
  const { record, why, changeId } = applied;
  const { id: customerId } = record.customer;
  const own = { tenantId: ctx.tenant.id, customerId, why, changeId, actor: ctx.actor, at: ctx.now };
  await ctx.tx
    .insert(valueHistory)
    .values(
      entries.map(({ contactId, field, before, after }) => ({ ...own, contactId, field, before, after })),
    );
  const mark = { reason: CORRECTED, confidence: 1 };
  const inferred: Inferred = {
    ...record.customer.inferred,
    ...Object.fromEntries(marks.map((key) => [key, mark])),
  };
  record.customer.inferred = inferred;
  await ctx.tx
    .update(customers)
    .set({
      inferred,
      updatedAt: sql`greatest(${ctx.now.toISOString()}::timestamptz, updated_at + interval '1 millisecond')`,
    })
    .where(eq(customers.id, customerId));
}

function demandFresh(now: unknown, before: Value | readonly string[] | undefined): void {
  if (!isDeepStrictEqual(now ?? null, before ?? null)) throw stale();
}

export const stale = (): AppError =>
  new AppError('change:stale', 'The customer has changed since this was proposed.', {
    nextStep: 'Look at the customer and propose it again.',
  });
