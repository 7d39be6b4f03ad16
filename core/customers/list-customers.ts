import { and, asc, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { brands, customerFacts, customers } from '../../db/schema/index.ts';
import { fold } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const CUSTOMER_STATUSES = ['active', 'review', 'discarded', 'merged'] as const;

export const customerRow = z.object({
  id: z.uuid(),
  name: z.string(),
  brand: z.string().nullable(),
  type: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  tier: z.string().nullable(),
  status: z.enum(CUSTOMER_STATUSES),
  /** The latest end of a contract that was not cancelled. */
  contractEnd: z.iso.date().nullable(),
  units: z.int(),
  contacts: z.int(),
});
export type CustomerRow = z.infer<typeof customerRow>;

export const customerPage = z.object({
  total: z.int(),
  customers: z.array(customerRow),
  /** Give it as `after` for the next page; null on the last. */
  next: z.uuid().nullable(),
});

export const CUSTOMER_SORTS = ['name', 'place', 'contract_end', 'newest'] as const;

type Query = {
  sort: (typeof CUSTOMER_SORTS)[number];
  search?: string | undefined;
  status: (typeof CUSTOMER_STATUSES)[number];
  limit: number;
  after?: string | undefined;
};

const contractEnd = sql<string | null>`(select max(ends_on)::text from contracts
        where customer_id = ${customers.id} and status <> 'cancelled')`;

/** What each order compares, always ascending; what is not known comes last. */
const ORDERS: Record<Query['sort'], SQL<string>> = {
  name: sql`''`,
  place: sql`coalesce(${customers.country}, 'ZZ') || ' ' || coalesce(${customers.city}, '~')`,
  contract_end: sql`coalesce(${contractEnd}, '9999')`,
  newest: sql`lpad((9999999999 - extract(epoch from ${customers.createdAt})::bigint)::text, 10, '0')`,
};

/** Customers in an order, by name within it, a page at a time; `search` finds a part of the name, whatever its capitals and accents. */
export async function listCustomers(ctx: Ctx, query: Query): Promise<z.infer<typeof customerPage>> {
  demand(ctx.actor, 'read');
  const matching = and(eq(customers.status, query.status), query.search ? named(query.search) : undefined);
  const total = query.search
    ? await ctx.tx.$count(customers, matching)
    : await ctx.tx.$count(customerFacts, eq(customerFacts.status, query.status));
  const rows = await ctx.tx
    .select({
      id: customers.id,
      name: customers.name,
      brand: brands.name,
      type: customers.type,
      city: customers.city,
      country: customers.country,
      tier: customers.tier,
      status: customers.status,
      contractEnd,
      units: sql<number>`(select count(*)::int from units where customer_id = ${customers.id})`,
      contacts: sql<number>`(select count(*)::int from contacts where customer_id = ${customers.id})`,
    })
    .from(customers)
    .leftJoin(brands, eq(brands.id, customers.brandId))
    .where(and(matching, query.after ? following(query.sort, query.after) : undefined))
    .orderBy(
      ...(query.sort === 'name' ? [] : [asc(ORDERS[query.sort])]),
      asc(customers.name),
      asc(customers.id),
    )
    .limit(query.limit + 1);
  const page = rows.slice(0, query.limit);
  return { total, customers: page, next: rows.length > page.length ? page.at(-1)!.id : null };
}

const named = (search: string): SQL | undefined => {
  const key = fold(search);
  const byName = ilike(customers.name, `%${escapeLike(search)}%`);
  return key ? or(byName, ilike(customers.importKey, `%${escapeLike(key)}%`)) : byName;
};

/** Behind the last of the page before, found by its id. */
const following = (sort: Query['sort'], id: string): SQL => {
  if (sort === 'name')
    return sql`(${customers.name}, ${customers.id}) > (select c.name, c.id from customers c where c.id = ${id})`;
  return sql`(${ORDERS[sort]}, ${customers.name}, ${customers.id}) >
    (select ${ORDERS[sort]}, ${customers.name}, ${customers.id} from ${customers} where ${customers.id} = ${id})`;
};

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
