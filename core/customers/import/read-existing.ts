import { inArray, sql } from 'drizzle-orm';
import { addresses, contacts, contracts, customers, reviewItems, units } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';

export type ExistingContact = typeof contacts.$inferSelect & { hashes: string[] };

/** A customer as it is before this import, with everything that hangs on it. */
export type Existing = {
  customer: typeof customers.$inferSelect;
  unitNames: string[];
  contracts: (typeof contracts.$inferSelect)[];
  contacts: ExistingContact[];
  issues: (typeof reviewItems.$inferSelect)[];
};

/** The customers of these import keys, by key, in six statements however many. */
export async function readExisting(ctx: Ctx, keys: readonly string[]): Promise<Map<string, Existing>> {
  const ids = await readIds(ctx, keys);
  if (ids.length === 0) return new Map();
  const of = { ids: sql`any(${sql.param(ids)}::uuid[])` };
  const rows = await ctx.tx.select().from(customers).where(sql`${customers.id} = ${of.ids}`);
  const unitRows = await ctx.tx
    .select()
    .from(units)
    .where(sql`${units.customerId} = ${of.ids}`)
    .orderBy(units.position);
  const contractRows = await ctx.tx.select().from(contracts).where(sql`${contracts.customerId} = ${of.ids}`);
  const contactRows = await ctx.tx
    .select()
    .from(contacts)
    .where(sql`${contacts.customerId} = ${of.ids}`)
    .orderBy(contacts.position);
  const issueRows = await ctx.tx.select().from(reviewItems).where(sql`${reviewItems.customerId} = ${of.ids}`);
  const addressRows = await ctx.tx
    .select({ contactId: addresses.contactId, channel: addresses.channel, hash: addresses.hash })
    .from(addresses)
    .where(inArray(addresses.contactId, sql`(select id from contacts where customer_id = ${of.ids})`));
  const hashes = Map.groupBy(addressRows, ({ contactId }) => contactId);
  const byCustomer = <T extends { customerId: string | null }>(list: T[]) =>
    Map.groupBy(list, ({ customerId }) => customerId ?? '');
  const [unitsOf, contractsOf, contactsOf, issuesOf] = [
    byCustomer(unitRows),
    byCustomer(contractRows),
    byCustomer(contactRows),
    byCustomer(issueRows),
  ];
  return new Map(
    rows.map((customer) => [
      customer.importKey,
      {
        customer,
        unitNames: (unitsOf.get(customer.id) ?? []).map(({ name }) => name),
        contracts: contractsOf.get(customer.id) ?? [],
        contacts: (contactsOf.get(customer.id) ?? []).map((contact) => ({
          ...contact,
          hashes: (hashes.get(contact.id) ?? []).map(({ channel, hash }) => `${channel} ${hash}`),
        })),
        issues: issuesOf.get(customer.id) ?? [],
      },
    ]),
  );
}

/** Key by key in the index, as read-present.ts does and for its reason. */
async function readIds(ctx: Ctx, keys: readonly string[]): Promise<string[]> {
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`
    select c.id from unnest(${sql.param([...keys])}::text[]) as asked(key) cross join lateral (
      select id from customers where import_key = asked.key offset 0) c`);
  return rows.map(({ id }) => id);
}
