import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  addresses,
  brands,
  contacts,
  contracts,
  customerMerges,
  customers,
  type Inferred,
  reviewItems,
  units,
  users,
} from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { CORRECTED } from './import/merge-values.ts';
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
      addresses: z.array(
        z.object({
          channel: z.string(),
          address: z.string(),
          usable: z.boolean(),
          /** The newest entry of the ledger for marketing; null where nothing is recorded. */
          consent: z
            .object({
              state: z.enum(['granted', 'withdrawn']),
              basis: z.string(),
              source: z.string(),
              at: z.iso.datetime(),
            })
            .nullable(),
          /** Wins over every consent; null where nothing stops. */
          suppressed: z.enum(['all', 'marketing']).nullable(),
        }),
      ),
    }),
  ),
  /** Values that a person set, by field key: no import changes them. */
  corrected: z.array(z.string()),
  mergedIntoId: z.uuid().nullable(),
  /** Others that were merged into it and can be taken out again. */
  merges: z.array(z.object({ id: z.uuid(), customerId: z.uuid(), name: z.string(), why: z.string() })),
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
    ...markedValues(found.customer.inferred),
    merges: await readMerges(ctx, customerId),
    brand: found.brand,
    owner: found.owner,
    units: named.map((unit) => unit.name),
    contracts: agreed,
    contacts: await readContacts(ctx, customerId),
    reviews: asked,
  });
}

/** What was inferred, and apart from it what a person set; marks on contacts are for the importer only. */
function markedValues(marks: Inferred): Pick<CustomerCard, 'inferred' | 'corrected'> {
  const own = Object.entries(marks).filter(([key]) => !key.startsWith('contact.'));
  const isCorrected = ([, { reason }]: (typeof own)[number]) => reason === CORRECTED;
  return {
    inferred: Object.fromEntries(own.filter((entry) => !isCorrected(entry))),
    corrected: own.filter(isCorrected).map(([key]) => key),
  };
}

const readMerges = (ctx: Ctx, customerId: string) =>
  ctx.tx
    .select({
      id: customerMerges.id,
      customerId: customerMerges.mergedId,
      name: customers.name,
      why: customerMerges.why,
    })
    .from(customerMerges)
    .innerJoin(customers, eq(customers.id, customerMerges.mergedId))
    .where(and(eq(customerMerges.keptId, customerId), isNull(customerMerges.undoneAt)));

async function readContacts(ctx: Ctx, customerId: string) {
  const people = await ctx.tx
    .select()
    .from(contacts)
    .where(eq(contacts.customerId, customerId))
    .orderBy(asc(contacts.position));
  const ids = people.map((person) => person.id);
  const reached = ids.length > 0 ? await readAddresses(ctx, ids) : [];
  return people.map((person) => ({
    ...person,
    hasLeft: person.leftAt !== null,
    addresses: reached.filter((address) => address.contactId === person.id),
  }));
}

type Consent = CustomerCard['contacts'][number]['addresses'][number]['consent'];

const readAddresses = (ctx: Ctx, contactIds: string[]) =>
  ctx.tx
    .select({
      contactId: addresses.contactId,
      channel: addresses.channel,
      address: addresses.address,
      usable: addresses.usable,
      consent: sql<Consent>`(select json_build_object('state', s.state, 'basis', s.basis, 'source', s.source,
          'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from consents s where s.address_hash = ${addresses.hash} and s.channel = ${addresses.channel}
          and s.purpose = 'marketing' order by s.at desc, s.created_at desc limit 1)`,
      suppressed: sql<'all' | 'marketing' | null>`(select min(x.scope) from suppressions x
        where x.address_hash = ${addresses.hash} and x.lifted_at is null)`,
    })
    .from(addresses)
    .where(inArray(addresses.contactId, contactIds))
    .orderBy(asc(addresses.createdAt), asc(addresses.id));
