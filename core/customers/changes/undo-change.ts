import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { addresses, contacts, customerChanges, customerNotes } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import { addressHash } from '../../consent/address-hash.ts';
import type { Ctx } from '../../context.ts';
import { demandSignedIn } from '../../tenants/demand-signed-in.ts';
import { demand } from '../../tenants/roles.ts';
import { setUsable, stale } from './apply-step.ts';
import { unknownChange } from './change-part.ts';
import { type PlannedStep, plannedSteps } from './change-step.ts';
import { restoreValues, valueChange } from './customer-values.ts';

/**
 * Takes a confirmed change back, whole: values are what they were and as surely known as they were, so that imports
 * may change again what they might before; people, addresses and notes likewise. Throws `auth:forbidden` for scripts
 * and the system, `change:unknown`, `change:decided` when it is not confirmed or was undone, and `change:stale` when
 * somebody has changed since what it did.
 */
export async function undoChange(ctx: Ctx, changeId: string): Promise<void> {
  demand(ctx.actor, 'draft');
  demandSignedIn(ctx.actor);
  const { customerId, steps, done } = await lockConfirmed(ctx, changeId);
  const changed = z.array(valueChange).parse(done);
  for (const step of plannedSteps.parse(steps).toReversed()) await undoStep(ctx, step);
  if (!(await restoreValues(ctx, { customerId, changeId, changed }))) throw stale();
  await ctx.tx
    .update(customerChanges)
    .set({ status: 'undone', undoneBy: ctx.actor, undoneAt: ctx.now })
    .where(eq(customerChanges.id, changeId));
  await recordAudit(ctx, { action: 'change.undo', subject: customerId, data: { changeId } });
}

async function lockConfirmed(ctx: Ctx, changeId: string) {
  const [change] = isId(changeId)
    ? await ctx.tx.select().from(customerChanges).where(eq(customerChanges.id, changeId)).for('update')
    : [];
  if (!change) throw unknownChange();
  if (change.status === 'confirmed' && change.done) return change;
  throw new AppError('change:decided', `This change is ${change.status}: there is nothing to undo.`, {
    where: { status: change.status },
  });
}

/** What a step did beside the values of the customer itself. */
async function undoStep(ctx: Ctx, step: PlannedStep): Promise<void> {
  switch (step.do) {
    case 'contact_left':
      await ctx.tx.update(contacts).set({ leftAt: null }).where(eq(contacts.id, step.contactId));
      return;
    case 'add_contact':
      return removeContact(ctx, step.contactId);
    case 'change_contact':
      return undoContact(ctx, step);
    case 'note':
      if (step.noteId) await ctx.tx.delete(customerNotes).where(eq(customerNotes.id, step.noteId));
  }
}

/** Somebody who was written to, or wrote, stays known, as one who has left. */
async function removeContact(ctx: Ctx, contactId: string): Promise<void> {
  const { rows } = await ctx.tx.execute(
    sql`select 1 where exists (select 1 from messages m where m.contact_id = ${contactId})
      or exists (select 1 from replies r where r.contact_id = ${contactId})`,
  );
  const isThem = eq(contacts.id, contactId);
  if (rows.length > 0) await ctx.tx.update(contacts).set({ leftAt: ctx.now }).where(isThem);
  else await ctx.tx.delete(contacts).where(isThem);
}

async function undoContact(ctx: Ctx, step: Extract<PlannedStep, { do: 'change_contact' }>): Promise<void> {
  const { contactId, before, after } = step;
  const [now] = await ctx.tx.select().from(contacts).where(eq(contacts.id, contactId));
  const keys = Object.keys(after) as (keyof typeof after)[];
  if (!now || keys.some((key) => !isDeepStrictEqual(now[key], after[key]))) throw stale();
  if (keys.length > 0) await ctx.tx.update(contacts).set(before).where(eq(contacts.id, contactId));
  const hashes = step.addresses.map(({ normalised }) => addressHash(ctx.keys, normalised));
  if (hashes.length > 0)
    await ctx.tx
      .delete(addresses)
      .where(and(eq(addresses.contactId, contactId), inArray(addresses.hash, hashes)));
  await setUsable(ctx, step.replaced, true);
}
