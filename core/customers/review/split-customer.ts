import { eq, inArray } from 'drizzle-orm';
import { addresses, contacts, contracts, customers } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { fold } from '../../../lib/text.ts';
import type { Ctx } from '../../context.ts';
import { type CustomerRecord, lockCustomer } from '../changes/customer-record.ts';
import { looseKey } from '../import/find-duplicates.ts';
import { applyFix, inferFromName } from './apply-fix.ts';
import type { DoneStep } from './done-step.ts';

type Split = { customerId: string; names: readonly string[]; why: string };

/**
 * Makes several customers of one heading. The first takes the place of the one that was there, with its units and what
 * its contract counts; the others get the same people, the days and the price of the contract, and no number of units,
 * because nobody knows how the heading's are divided. Throws `review:invalid` where there are not two names, or one is
 * taken.
 */
export async function splitCustomer(ctx: Ctx, { customerId, names, why }: Split): Promise<DoneStep[]> {
  const [first, ...others] = names;
  if (!first || others.length === 0 || new Set(names.map(fold)).size < names.length)
    throw new AppError('review:invalid', `“${names.join('; ')}” is not the names of several sites.`, {
      nextStep: 'Say the name of each site.',
      where: { names },
    });
  await demandFreeNames(ctx, { names, customerId });
  const steps = [{ do: 'set' as const, field: 'name', value: first }];
  const renamed = await applyFix(ctx, { customerId, steps, why });
  const record = await lockCustomer(ctx, customerId);
  const ids: string[] = [];
  for (const name of others) ids.push(await copyCustomer(ctx, record, name));
  await inferFromName(ctx, ids);
  return [renamed, ...ids.map((id): DoneStep => ({ do: 'create', customerId: id }))];
}

async function demandFreeNames(ctx: Ctx, { names, customerId }: Pick<Split, 'names' | 'customerId'>) {
  const taken = await ctx.tx
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(inArray(customers.importKey, names.map(fold)));
  const [other] = taken.filter(({ id }) => id !== customerId);
  if (!other) return;
  throw new AppError('review:invalid', `There is a customer “${other.name}” already.`, {
    nextStep: 'Give the site another name, or merge the two afterwards.',
    where: { customerId: other.id },
  });
}

/** Under the key of its own name: a later file that names the site alone finds it. */
async function copyCustomer(ctx: Ctx, { customer, contract }: CustomerRecord, name: string): Promise<string> {
  const id = newId();
  const { type, tier, ownerId, tags, attributes, source, importId } = customer;
  const own = { tenantId: ctx.tenant.id, customerId: id };
  await ctx.tx.insert(customers).values({
    ...{ id, tenantId: ctx.tenant.id, name, importKey: fold(name), looseName: looseKey(name) },
    ...{ type, tier, ownerId, tags, attributes, source, importId, updatedAt: ctx.now },
  });
  if (contract) {
    const { startsOn, endsOn, pricePerUnitMinor, currency, status } = contract;
    await ctx.tx.insert(contracts).values({ ...own, startsOn, endsOn, pricePerUnitMinor, currency, status });
  }
  await copyContacts(ctx, { from: customer.id, to: id });
  return id;
}

async function copyContacts(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<void> {
  const people = await ctx.tx.select().from(contacts).where(eq(contacts.customerId, from));
  if (people.length === 0) return;
  const ids = new Map(people.map(({ id }) => [id, newId()]));
  const reached = await ctx.tx
    .select()
    .from(addresses)
    .where(inArray(addresses.contactId, [...ids.keys()]));
  await ctx.tx
    .insert(contacts)
    .values(people.map((person) => ({ ...person, id: ids.get(person.id)!, customerId: to })));
  if (reached.length > 0)
    await ctx.tx
      .insert(addresses)
      .values(reached.map((one) => ({ ...one, id: newId(), contactId: ids.get(one.contactId)! })));
}
