import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import {
  brands,
  CORRECTED,
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
import { inferRegion } from '../places/infer-region.ts';
import { demand } from '../tenants/roles.ts';
import { CUSTOMER_STATUSES } from './list-customers.ts';
import { readContacts } from './read-contacts.ts';

const text = z.string().nullable();
type Customer = typeof customers.$inferSelect;

/** One customer with everything that is known, and where each inferred value came from. */
export const customerCard = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z.enum(CUSTOMER_STATUSES),
  brand: text,
  type: text,
  city: text,
  country: text,
  /** Follows from the country; `inferred` says how. */
  region: text,
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
      /** Where nothing is known of them: the customer's, and how that is known. */
      likelyLanguage: z
        .object({ language: z.string(), reason: z.string(), confidence: z.number() })
        .nullable(),
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
          suppressed: z.enum(['all', 'held', 'marketing']).nullable(),
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
    ...withRegion(found.customer),
    merges: await readMerges(ctx, customerId),
    brand: found.brand,
    owner: found.owner,
    units: named.map((unit) => unit.name),
    contracts: agreed,
    contacts: await readContacts(ctx, found.customer),
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

function withRegion(customer: Customer): Pick<CustomerCard, 'region' | 'inferred'> {
  const { inferred } = markedValues(customer.inferred);
  const found = inferRegion(customer);
  if (!found) return { region: null, inferred };
  const { region, ...how } = found;
  return { region, inferred: { ...inferred, region: how } };
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
