import { asc, gt, inArray, sql } from 'drizzle-orm';
import { addresses, brands, contacts, contracts, customers, units, users } from '../../db/schema/index.ts';
import { toMajor } from '../../lib/money.ts';
import type { Ctx } from '../context.ts';
import { readFields } from '../fields/registry.ts';
import { countryName } from '../places/countries.ts';
import { demand } from '../tenants/roles.ts';
import { defuse } from './import/defuse.ts';

const PAGE = 500;

type Row = Record<string, string>;

/**
 * Every active customer as CSV, one row per contact, in columns that the importer knows: importing it again changes no
 * value. What was only inferred is left out, because it would be inferred again. Cells that a spreadsheet would run
 * are defused. Yields pieces of text.
 */
export async function* exportCsv(ctx: Ctx): AsyncGenerator<string> {
  demand(ctx.actor, 'read');
  const own = (await readFields(ctx)).filter(({ isBuiltIn, kind }) => !isBuiltIn && kind !== 'event');
  const headers = [...CUSTOMER_COLUMNS, ...own.map(({ label }) => label), ...CONTACT_COLUMNS];
  yield toLine(headers);
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await readPage(ctx, after);
    const last = page.at(-1);
    if (!last) return;
    after = last.customer.id;
    for (const entry of page) {
      const base = customerCells(entry);
      for (const { key, label } of own) base[label] = stated(entry, key, entry.customer.attributes[key]);
      for (const person of entry.people.length > 0 ? entry.people : [{}]) {
        const row: Row = { ...base, ...person };
        yield toLine(headers.map((header) => row[header] ?? ''));
      }
    }
  }
}

const CUSTOMER_COLUMNS = [
  'Customer ID',
  'Customer',
  'Brand',
  'Business type',
  'City',
  'Country',
  'Time zone',
  'Language',
  'Tier',
  'Account manager',
  'Tags',
  'Contract start',
  'Contract end',
  'Units',
  'Unit names',
  'Price per unit',
  'Currency',
  'Notes',
];
const CONTACT_COLUMNS = [
  'Job title',
  'Contact name',
  'Email',
  'WhatsApp',
  'LINE',
  'Preferred channel',
  'Contact language',
  'Contact notes',
];

const toLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quote(defuse(cell))).join(',')}\r\n`;
const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

type Entry = Awaited<ReturnType<typeof readPage>>[number];

function stated({ customer }: Pick<Entry, 'customer'>, key: string, value: unknown): string {
  const mark = customer.inferred[key];
  const isGuess = mark !== undefined && !mark.reason.startsWith('corrected');
  return value === null || value === undefined || isGuess ? '' : String(value);
}

function customerCells(entry: Entry): Row {
  const { customer, brand, owner, term, unitNames } = entry;
  const price =
    term && term.pricePerUnitMinor !== null && term.currency
      ? String(toMajor({ minor: term.pricePerUnitMinor, currency: term.currency }))
      : '';
  return {
    'Customer ID': customer.importKey.startsWith('id:') ? customer.importKey.slice(3) : '',
    Customer: customer.name,
    Brand: stated(entry, 'brand', brand),
    'Business type': stated(entry, 'type', customer.type),
    City: stated(entry, 'city', customer.city),
    Country: stated(entry, 'country', customer.country && countryName(customer.country)),
    'Time zone': stated(entry, 'time_zone', customer.timeZone),
    Language: stated(entry, 'locale', customer.locale),
    Tier: customer.tier ?? '',
    'Account manager': owner ?? '',
    Tags: customer.tags.join(', '),
    'Contract start': term?.startsOn ?? '',
    'Contract end': term?.endsOn ?? '',
    Units: term?.unitCount?.toString() ?? '',
    'Unit names': unitNames.join('; '),
    'Price per unit': price,
    Currency: price && term?.currency ? term.currency : '',
    Notes: customer.notes ?? '',
  };
}

async function readPage(ctx: Ctx, after: string) {
  const rows = await ctx.tx
    .select({ customer: customers, brand: brands.name, owner: users.email })
    .from(customers)
    .leftJoin(brands, sql`${brands.id} = ${customers.brandId}`)
    .leftJoin(users, sql`${users.id} = ${customers.ownerId}`)
    .where(sql`${gt(customers.id, after)} and ${customers.status} = 'active'`)
    .orderBy(asc(customers.id))
    .limit(PAGE);
  const ids = rows.map(({ customer }) => customer.id);
  if (ids.length === 0) return [];
  const terms = await ctx.tx
    .select()
    .from(contracts)
    .where(inArray(contracts.customerId, ids))
    .orderBy(asc(contracts.endsOn));
  const parts = await ctx.tx
    .select()
    .from(units)
    .where(inArray(units.customerId, ids))
    .orderBy(asc(units.position));
  const people = await ctx.tx
    .select()
    .from(contacts)
    .where(sql`${inArray(contacts.customerId, ids)} and ${contacts.leftAt} is null`)
    .orderBy(asc(contacts.position));
  const reached = await ctx.tx
    .select()
    .from(addresses)
    .where(
      sql`${addresses.contactId} in (select id from contacts where ${inArray(contacts.customerId, ids)})`,
    );
  const at = Map.groupBy(reached, ({ contactId }) => contactId);
  return rows.map((row) => ({
    ...row,
    term: terms.filter(({ customerId }) => customerId === row.customer.id).at(-1),
    unitNames: parts.filter(({ customerId }) => customerId === row.customer.id).map(({ name }) => name),
    people: people
      .filter(({ customerId }) => customerId === row.customer.id)
      .map((person) => toPerson(person, at.get(person.id) ?? [])),
  }));
}

function toPerson(
  person: typeof contacts.$inferSelect,
  reached: readonly (typeof addresses.$inferSelect)[],
): Row {
  const on = (channel: string) =>
    reached
      .filter((one) => one.channel === channel)
      .map(({ address }) => address)
      .join('; ');
  return {
    'Job title': person.title ?? '',
    'Contact name': person.name ?? '',
    Email: on('email'),
    WhatsApp: on('whatsapp'),
    LINE: on('line'),
    'Preferred channel': person.preferredChannel ?? '',
    'Contact language': person.language ?? '',
    'Contact notes': person.notes ?? '',
  };
}
