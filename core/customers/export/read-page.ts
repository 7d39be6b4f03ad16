import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { addresses, brands, contacts, contracts, customers, units, users } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { type AddressState, readAddressStates } from './read-address-states.ts';

export type StoredContact = typeof contacts.$inferSelect & {
  addresses: (typeof addresses.$inferSelect & AddressState)[];
};
/** A customer with everything that is exported of it. */
export type Stored = {
  customer: typeof customers.$inferSelect;
  brand: string | null;
  owner: string | null;
  contracts: (typeof contracts.$inferSelect)[];
  unitNames: string[];
  people: StoredContact[];
};

/** The next customers after an id, those in audiences and those that wait for review; contacts who left stay out. */
export async function readPage(
  ctx: Ctx,
  { after, limit }: { after: string; limit: number },
): Promise<Stored[]> {
  const rows = await ctx.tx
    .select({ customer: customers, brand: brands.name, owner: users.email })
    .from(customers)
    .leftJoin(brands, eq(brands.id, customers.brandId))
    .leftJoin(users, eq(users.id, customers.ownerId))
    .where(and(gt(customers.id, after), inArray(customers.status, ['active', 'review'])))
    .orderBy(asc(customers.id))
    .limit(limit);
  const ids = rows.map(({ customer }) => customer.id);
  if (ids.length === 0) return [];
  const terms = await ctx.tx.select().from(contracts).where(inArray(contracts.customerId, ids));
  const parts = await ctx.tx
    .select()
    .from(units)
    .where(inArray(units.customerId, ids))
    .orderBy(asc(units.position));
  const termsOf = Map.groupBy(terms, ({ customerId }) => customerId);
  const partsOf = Map.groupBy(parts, ({ customerId }) => customerId);
  const peopleOf = await readPeople(ctx, ids);
  return rows.map((row) => ({
    ...row,
    contracts: termsOf.get(row.customer.id) ?? [],
    unitNames: (partsOf.get(row.customer.id) ?? []).map(({ name }) => name),
    people: peopleOf.get(row.customer.id) ?? [],
  }));
}

async function readPeople(ctx: Ctx, customerIds: readonly string[]): Promise<Map<string, StoredContact[]>> {
  const rows = await ctx.tx
    .select({ contact: contacts, address: addresses })
    .from(contacts)
    .leftJoin(addresses, eq(addresses.contactId, contacts.id))
    .where(inArray(contacts.customerId, [...customerIds]))
    .orderBy(asc(contacts.position), asc(contacts.id), asc(addresses.id));
  const present = rows.filter(({ contact }) => contact.leftAt === null);
  const states = await readAddressStates(
    ctx,
    present.flatMap(({ address }) => address ?? []),
  );
  const people = new Map<string, StoredContact>();
  for (const { contact, address } of present) {
    const person = people.get(contact.id) ?? { ...contact, addresses: [] };
    people.set(contact.id, person);
    if (address) person.addresses.push({ ...address, ...states(address) });
  }
  return Map.groupBy(people.values(), ({ customerId }) => customerId);
}
