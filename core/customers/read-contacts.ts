import { asc, eq, inArray, sql } from 'drizzle-orm';
import { addresses, CORRECTED, contacts, type customers } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { CustomerCard } from './read-customer.ts';

type Customer = typeof customers.$inferSelect;

/** The people of a customer, each address with what may be sent to it. */
export async function readContacts(ctx: Ctx, customer: Customer) {
  const people = await ctx.tx
    .select()
    .from(contacts)
    .where(eq(contacts.customerId, customer.id))
    .orderBy(asc(contacts.position));
  const ids = people.map((person) => person.id);
  const reached = ids.length > 0 ? await readAddresses(ctx, ids) : [];
  return people.map((person) => ({
    ...person,
    likelyLanguage: person.language ? null : likelyLanguage(customer),
    hasLeft: person.leftAt !== null,
    addresses: reached.filter((address) => address.contactId === person.id),
  }));
}

/** A contact of whom nobody said anything probably speaks as the customer does. */
function likelyLanguage({ locale, inferred }: Customer) {
  if (!locale) return null;
  const mark = inferred.locale;
  if (mark && mark.reason !== CORRECTED) return { language: locale, ...mark };
  return { language: locale, reason: 'the language of the customer', confidence: 0.9 };
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
      suppressed: sql<'all' | 'held' | 'marketing' | null>`(select min(x.scope) from suppressions x
        where x.address_hash = ${addresses.hash} and x.lifted_at is null)`,
    })
    .from(addresses)
    .where(inArray(addresses.contactId, contactIds))
    .orderBy(asc(addresses.createdAt), asc(addresses.id));
