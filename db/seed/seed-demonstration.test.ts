import { and, between, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '../../core/context.ts';
import { normaliseAddress } from '../../core/customers/import/normalise-address.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { createClock } from '../../lib/clock.ts';
import { openTestDatabase } from '../../test/database.ts';
import { TEST_KEYS, TEST_NOW } from '../../test/workspace.ts';
import type { Database } from '../client.ts';
import {
  addresses,
  brands,
  consents,
  contacts,
  contracts,
  customers,
  reviewItems,
  units,
  users,
} from '../schema/index.ts';
import { generateVenueBook } from './generate-venue-book.ts';
import { seedDemonstration } from './seed-demonstration.ts';

let database: Database;
let tenant: Tenant;
const deps = { keys: TEST_KEYS, clock: createClock(TEST_NOW), normalise: normaliseAddress };
const inside: ReturnType<typeof openContexts> = (...args) =>
  openContexts({ database, clock: deps.clock, keys: TEST_KEYS })(...args);
const read = <T>(work: Parameters<typeof inside<T>>[2]) =>
  inside(tenant.id, { kind: 'system', name: 'test' }, work);

beforeAll(async () => {
  database = await openTestDatabase();
  tenant = await seedDemonstration(database, deps);
});
afterAll(() => database.close());

describe('the book of the demonstration', () => {
  it('is the same text for the same day, and moves with the day', () => {
    expect(generateVenueBook('2026-11-21')).toBe(generateVenueBook('2026-11-21'));
    expect(generateVenueBook('2027-11-21')).not.toBe(generateVenueBook('2026-11-21'));
  });

  it('holds invented addresses only', () => {
    const emails = generateVenueBook('2026-11-21').match(/\S+@\S+/g) ?? [];
    expect(emails.length).toBeGreaterThan(300);
    expect(emails.filter((email) => !/@example\.(com|org)$/.test(email))).toEqual([]);
  });
});

describe('the demonstration workspace', () => {
  it('has about 600 sites of some 40 brands, nearly all found by their names', async () => {
    const rows = await read((ctx) => ctx.tx.select().from(customers));
    expect(rows.length).toBeGreaterThan(600);
    const active = rows.filter(({ status }) => status === 'active');
    expect(active.length).toBeGreaterThan(590);
    expect(new Set(active.map(({ brandId }) => brandId)).size).toBeGreaterThan(38);
    expect(active.filter(({ country }) => country === null).length).toBeLessThan(5);
    expect(active.filter(({ timeZone }) => timeZone === null).length).toBeLessThan(10);
  });

  it('is two thirds reachable', async () => {
    const { reachable, active } = await read(async (ctx) => {
      const { rows } = await ctx.tx.execute<{ reachable: number; active: number }>(sql`
        select count(*) filter (where exists (
          select 1 from contacts p join addresses a on a.contact_id = p.id where p.customer_id = c.id))::int as reachable,
          count(*)::int as active from customers c where c.status = 'active'`);
      return rows[0]!;
    });
    expect(reachable / active).toBeGreaterThan(0.62);
    expect(reachable / active).toBeLessThan(0.72);
  });

  it('has at least ten Hiltons that expire in the coming October, and some that lapsed in the last', async () => {
    const hiltonsEnding = (from: string, to: string) =>
      read((ctx) =>
        ctx.tx
          .select({ name: customers.name })
          .from(customers)
          .innerJoin(brands, eq(brands.id, customers.brandId))
          .innerJoin(contracts, eq(contracts.customerId, customers.id))
          .where(
            and(
              inArray(brands.name, ['Hilton', 'Hilton Garden Inn', 'Tru by Hilton', 'DoubleTree by Hilton']),
              between(contracts.endsOn, from, to),
              eq(customers.status, 'active'),
            ),
          ),
      );
    expect((await hiltonsEnding('2027-10-01', '2027-10-31')).length).toBeGreaterThanOrEqual(10);
    expect((await hiltonsEnding('2026-10-01', '2026-10-31')).length).toBeGreaterThanOrEqual(3);
  });

  it('has addresses on every channel and recorded consents for some', async () => {
    const found = await read((ctx) =>
      ctx.tx
        .select({ channel: addresses.channel, count: sql<number>`count(*)::int` })
        .from(addresses)
        .groupBy(addresses.channel),
    );
    const counts = Object.fromEntries(found.map(({ channel, count }) => [channel, count]));
    expect(counts).toMatchObject({
      email: expect.any(Number),
      whatsapp: expect.any(Number),
      line: expect.any(Number),
    });
    const said = await read((ctx) => ctx.tx.select().from(consents));
    expect(new Set(said.map(({ state }) => state))).toEqual(new Set(['granted', 'withdrawn']));
    expect(await read((ctx) => ctx.tx.$count(units))).toBeGreaterThan(1500);
  });

  it('keeps what is no customer, and what is there twice, for review', async () => {
    const blocking = await read((ctx) =>
      ctx.tx.select().from(reviewItems).where(eq(reviewItems.isBlocking, true)),
    );
    const reasons = Map.groupBy(blocking, ({ reason }) => reason);
    expect(reasons.get('duplicate')?.length).toBe(2);
    expect(reasons.get('joined_sites')?.length).toBe(1);
    expect(reasons.get('former_name')?.length).toBe(1);
    expect(reasons.get('not_a_customer')?.length).toBe(8);
    expect(reasons.size).toBe(4);
  });

  it('loses no phone number or LINE id on the way', async () => {
    const bad = await read((ctx) =>
      ctx.tx
        .select()
        .from(reviewItems)
        .where(
          inArray(reviewItems.reason, [
            'bad_phone',
            'bad_line',
            'bad_email',
            'unread_field',
            'unknown_owner',
            'unknown_type',
            'unclear_consent',
            'unknown_role',
          ]),
        ),
    );
    expect(bad.map(({ detail }) => detail)).toEqual([]);
  });

  it('has its people, and is found rather than made again', async () => {
    const again = await seedDemonstration(database, deps);
    expect(again.id).toBe(tenant.id);
    const people = await read((ctx) => ctx.tx.select().from(users));
    expect(people.map(({ role }) => role).toSorted()).toEqual([
      'admin',
      'approver',
      'manager',
      'manager',
      'viewer',
    ]);
    expect(await read((ctx) => ctx.tx.$count(contacts))).toBeGreaterThan(800);
  });
});
