import { asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import {
  addresses,
  brands,
  contacts,
  contracts,
  customers,
  reviewItems,
  units,
  users,
} from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { CUSTOMER_STATUSES } from './list-customers.ts';

const text = z.string().nullable();

/** One customer with everything that is known, and where each inferred value came from. */
export const customerCard = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z.enum(CUSTOMER_STATUSES),
  brand: text,
  type: text,
  city: text,
  country: text,
  timeZone: text,
  locale: text,
  tier: text,
  owner: text,
  tags: z.array(z.string()),
  /** Fields of the tenant's own registry, by key. */
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  inferred: z.record(z.string(), z.object({ reason: z.string(), confidence: z.number() })),
  notes: text,
  source: z.object({ file: z.string(), line: z.int(), text: z.string() }).nullable(),
  units: z.array(z.string()),
  contracts: z.array(
    z.object({
      id: z.uuid(),
      startsOn: text,
      endsOn: text,
      unitCount: z.int().nullable(),
      pricePerUnitMinor: z.int().nullable(),
      currency: text,
      status: z.enum(['active', 'cancelled']),
    }),
  ),
  contacts: z.array(
    z.object({
      id: z.uuid(),
      role: z.string(),
      title: text,
      name: text,
      preferredChannel: text,
      language: text,
      notes: text,
      hasLeft: z.boolean(),
      addresses: z.array(z.object({ channel: z.string(), address: z.string(), usable: z.boolean() })),
    }),
  ),
  reviews: z.array(z.object({ id: z.uuid(), reason: z.string(), detail: z.string(), status: z.string() })),
});
export type CustomerCard = z.infer<typeof customerCard>;

/** Throws `customer:unknown` when the tenant has no such customer. */
export async function readCustomer(ctx: Ctx, customerId: string): Promise<CustomerCard> {
  demand(ctx.actor, 'read');
  const [found] = await ctx.tx
    .select({ customer: customers, brand: brands.name, owner: users.name })
    .from(customers)
    .leftJoin(brands, eq(brands.id, customers.brandId))
    .leftJoin(users, eq(users.id, customers.ownerId))
    .where(eq(customers.id, customerId));
  if (!found) throw new AppError('customer:unknown', 'There is no such customer.');
  const [named, agreed, asked] = [
    await ctx.tx.select().from(units).where(eq(units.customerId, customerId)).orderBy(asc(units.position)),
    await ctx.tx
      .select()
      .from(contracts)
      .where(eq(contracts.customerId, customerId))
      .orderBy(contracts.endsOn),
    await ctx.tx.select().from(reviewItems).where(eq(reviewItems.customerId, customerId)),
  ];
  return customerCard.parse({
    ...found.customer,
    brand: found.brand,
    owner: found.owner,
    units: named.map((unit) => unit.name),
    contracts: agreed,
    contacts: await readContacts(ctx, customerId),
    reviews: asked,
  });
}

async function readContacts(ctx: Ctx, customerId: string) {
  const people = await ctx.tx
    .select()
    .from(contacts)
    .where(eq(contacts.customerId, customerId))
    .orderBy(asc(contacts.position));
  const ids = people.map((person) => person.id);
  const reached = ids.length
    ? await ctx.tx.select().from(addresses).where(inArray(addresses.contactId, ids))
    : [];
  return people.map((person) => ({
    ...person,
    hasLeft: person.leftAt !== null,
    addresses: reached.filter((address) => address.contactId === person.id),
  }));
}
