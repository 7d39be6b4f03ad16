import { asc, eq, sql } from 'drizzle-orm';
import { brands, contacts, contracts, customers, units, users } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';
import type { Field } from '../../fields/field.ts';
import type { Value } from './change-step.ts';

export type CustomerRecord = {
  customer: typeof customers.$inferSelect;
  brand: string | null;
  owner: string | null;
  /** The one that ends last; cancelled ones only where there is no other. */
  contract: typeof contracts.$inferSelect | null;
  contacts: (typeof contacts.$inferSelect)[];
  units: string[];
};

/** A customer with what can be changed about it, its row held until the transaction ends; throws `customer:unknown`. */
export async function lockCustomer(ctx: Ctx, customerId: string): Promise<CustomerRecord> {
  const [row] = isId(customerId)
    ? await ctx.tx.select().from(customers).where(eq(customers.id, customerId)).for('update')
    : [];
  if (!row) throw new AppError('customer:unknown', 'There is no such customer.');
  const [brand] = row.brandId ? await ctx.tx.select().from(brands).where(eq(brands.id, row.brandId)) : [];
  const [owner] = row.ownerId ? await ctx.tx.select().from(users).where(eq(users.id, row.ownerId)) : [];
  const [contract] = await ctx.tx
    .select()
    .from(contracts)
    .where(eq(contracts.customerId, customerId))
    .orderBy(
      sql`${contracts.status} = 'cancelled', coalesce(${contracts.endsOn}, ${contracts.startsOn}) desc nulls last`,
    )
    .limit(1);
  const people = await ctx.tx
    .select()
    .from(contacts)
    .where(eq(contacts.customerId, customerId))
    .orderBy(asc(contacts.position));
  const named = await ctx.tx
    .select({ name: units.name })
    .from(units)
    .where(eq(units.customerId, customerId))
    .orderBy(asc(units.position));
  return {
    customer: row,
    brand: brand?.name ?? null,
    owner: owner?.name ?? null,
    contract: contract ?? null,
    contacts: people,
    units: named.map(({ name }) => name),
  };
}

const COLUMNS = {
  name: 'name',
  type: 'type',
  city: 'city',
  country: 'country',
  time_zone: 'timeZone',
  locale: 'locale',
  tier: 'tier',
  notes: 'notes',
} as const;

const CONTRACT = {
  contract_start: 'startsOn',
  contract_end: 'endsOn',
  unit_price: 'pricePerUnitMinor',
  unit_count: 'unitCount',
} as const;

const has = <Key extends string>(names: Record<Key, string>, key: string): key is Key =>
  Object.hasOwn(names, key);

/** Whether a person may set the field; others are worked out, or recorded as they happen. */
export const isEditable = ({ key, kind, isBuiltIn }: Pick<Field, 'key' | 'kind' | 'isBuiltIn'>): boolean =>
  isBuiltIn
    ? has(COLUMNS, key) || has(CONTRACT, key) || ['brand', 'owner', 'tag'].includes(key)
    : kind !== 'event';

/** The value of an editable field as it stands; a brand and an owner by name, tags joined by commas. */
export function readValue({ customer, brand, owner, contract }: CustomerRecord, key: string): Value {
  if (key === 'brand') return brand;
  if (key === 'owner') return owner;
  if (key === 'tag') return customer.tags.length > 0 ? customer.tags.join(', ') : null;
  if (has(COLUMNS, key)) return customer[COLUMNS[key]];
  if (has(CONTRACT, key)) return contract?.[CONTRACT[key]] ?? null;
  return customer.attributes[key] ?? null;
}

/** Writes a checked value; a contract field of a customer without a contract begins one. */
export async function writeValue(ctx: Ctx, record: CustomerRecord, key: string, value: Value): Promise<void> {
  if (has(CONTRACT, key)) return writeContract(ctx, record, { [CONTRACT[key]]: value });
  const set = await columnsOf(ctx, record, key, value);
  await ctx.tx.update(customers).set(set).where(eq(customers.id, record.customer.id));
  Object.assign(record.customer, set);
}

async function columnsOf(ctx: Ctx, { customer }: CustomerRecord, key: string, value: Value) {
  if (has(COLUMNS, key)) return { [COLUMNS[key]]: value };
  if (key === 'tag') {
    const tags = String(value ?? '').split(',');
    return { tags: [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))] };
  }
  if (key === 'brand' || key === 'owner') {
    const table = key === 'brand' ? brands : users;
    const [found] =
      value === null
        ? []
        : await ctx.tx
            .select({ id: table.id })
            .from(table)
            .where(eq(table.name, String(value)));
    return { [key === 'brand' ? 'brandId' : 'ownerId']: found?.id ?? null };
  }
  return { attributes: { ...customer.attributes, [key]: value } };
}

type ContractSet = Partial<
  Pick<typeof contracts.$inferInsert, 'startsOn' | 'endsOn' | 'pricePerUnitMinor' | 'unitCount'>
>;

async function writeContract(ctx: Ctx, record: CustomerRecord, given: Record<string, Value>): Promise<void> {
  const { currency } = ctx.tenant.settings;
  const set = { ...(given as ContractSet), ...('pricePerUnitMinor' in given ? { currency } : {}) };
  const { id: customerId } = record.customer;
  const [row] = record.contract
    ? await ctx.tx.update(contracts).set(set).where(eq(contracts.id, record.contract.id)).returning()
    : await ctx.tx
        .insert(contracts)
        .values({ tenantId: ctx.tenant.id, customerId, ...set })
        .returning();
  record.contract = row!;
}
