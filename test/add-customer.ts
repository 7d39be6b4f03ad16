// Rows for tests, written in one call per customer; what is left out is unknown.
import type { Ctx } from '../core/context.ts';
import {
  addresses,
  brands,
  consents,
  contacts,
  contracts,
  customers,
  suppressions,
  units,
} from '../db/schema/index.ts';
import { hmac } from '../lib/crypto.ts';
import { newId } from '../lib/ids.ts';

export type TestContact = Partial<typeof contacts.$inferInsert> & {
  /** By channel. */
  at?: Record<string, string>;
  unusable?: string[];
  /** Channels with a granted marketing consent. */
  consent?: string[];
};

export type TestCustomer = Partial<typeof customers.$inferInsert> & {
  units?: string[];
  contracts?: Omit<typeof contracts.$inferInsert, 'tenantId' | 'customerId'>[];
  contacts?: TestContact[];
};

/** The keyed hash under which suppressions and consents know an address. */
export const testHash = (ctx: Ctx, address: string): string => hmac(ctx.keys.address, address);

export async function addCustomer(ctx: Ctx, given: TestCustomer): Promise<string> {
  const { units: unitNames = [], contracts: agreements = [], contacts: people = [], ...row } = given;
  const [tenantId, customerId] = [ctx.tenant.id, row.id ?? newId()];
  await ctx.tx.insert(customers).values({
    name: `Customer ${customerId.slice(-6)}`,
    importKey: customerId,
    ...row,
    id: customerId,
    tenantId,
  });
  const owned = { tenantId, customerId };
  if (unitNames.length > 0) {
    await ctx.tx.insert(units).values(unitNames.map((name, position) => ({ ...owned, name, position })));
  }
  for (const contract of agreements) await ctx.tx.insert(contracts).values({ ...contract, ...owned });
  for (const [position, contact] of people.entries())
    await addContact(ctx, { customerId, position, ...contact });
  return customerId;
}

export async function addContact(ctx: Ctx, given: TestContact & { customerId: string }): Promise<string> {
  const { at = {}, unusable = [], consent = [], ...row } = given;
  const [tenantId, contactId] = [ctx.tenant.id, row.id ?? newId()];
  await ctx.tx.insert(contacts).values({ role: 'general_manager', ...row, id: contactId, tenantId });
  for (const [channel, address] of Object.entries(at)) {
    const hash = testHash(ctx, address);
    await ctx.tx.insert(addresses).values({
      tenantId,
      contactId,
      channel,
      address,
      normalised: address,
      hash,
      usable: !unusable.includes(channel),
    });
    if (consent.includes(channel)) await setConsent(ctx, { address, channel, state: 'granted' });
  }
  return contactId;
}

type Entry = {
  address: string;
  channel: string;
  state: 'granted' | 'withdrawn';
  at?: Date;
  purpose?: 'service';
};

export async function setConsent(ctx: Ctx, { address, channel, state, at, purpose }: Entry): Promise<void> {
  await ctx.tx.insert(consents).values({
    tenantId: ctx.tenant.id,
    channel,
    addressHash: testHash(ctx, address),
    purpose: purpose ?? 'marketing',
    state,
    basis: 'consent',
    source: 'test',
    actor: ctx.actor,
    at: at ?? new Date('2026-01-01T00:00:00Z'),
  });
}

export async function suppressAddress(ctx: Ctx, address: string, scope: 'all' | 'marketing'): Promise<void> {
  await ctx.tx.insert(suppressions).values({
    tenantId: ctx.tenant.id,
    addressHash: testHash(ctx, address),
    scope,
    reason: 'asked to stop',
    source: 'test',
    at: ctx.now,
  });
}

export async function addBrand(ctx: Ctx, row: Omit<typeof brands.$inferInsert, 'tenantId'>): Promise<string> {
  const id = row.id ?? newId();
  await ctx.tx.insert(brands).values({ ...row, id, tenantId: ctx.tenant.id });
  return id;
}
