// What a claim reads of what others said: a workspace with many stops sends as quickly as one with few.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addresses } from '../../db/schema/index.ts';
import { suppressAddress, testHash } from '../../test/add-customer.ts';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { addAccount } from '../../test/recording-channels.ts';
import type { Ctx } from '../context.ts';
import { claimBatch } from './claim-batch.ts';
import { knownPlaces } from './known-places.ts';

const STRANGERS = 3000;

let d: Delivery;
let accountId: string;
beforeAll(async () => {
  d = await openDelivery();
  accountId = await d.system((ctx) => addAccount(ctx));
  const strangers = [d.tenant.id, STRANGERS];
  await d.meddle(
    `insert into suppressions (id, tenant_id, address_hash, scope, reason, source, at)
     select gen_random_uuid(), $1, 'stranger ' || n, 'all', 'opted_out', 'import', now() from generate_series(1, $2::int) n`,
    strangers,
  );
  await d.meddle(
    `insert into cool_downs (id, tenant_id, address_hash, channel, purpose, until, is_pause)
     select gen_random_uuid(), $1, 'stranger ' || n, 'email', 'service', now() + interval '1 day', true
     from generate_series(1, $2::int) n`,
    strangers,
  );
});
afterAll(() => d.close());

const claim = async (ctx: Ctx) =>
  claimBatch(ctx, {
    ...{ accountId, channel: 'email', owner: 'a test', batch: 10, leaseMs: 60_000 },
    places: await knownPlaces(ctx),
  });

/** Rows of a table that this connection has looked at and not yet reported: Postgres reports once a second at most. */
async function readOf(ctx: Ctx, table: string): Promise<number> {
  const { rows } = await ctx.tx.execute<{ count: number }>(sql`
    select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as count
    from pg_stat_xact_user_tables where relname = ${table}`);
  return rows[0]?.count ?? 0;
}

it('no more of the stops and pauses of strangers than an index needs to say that there is none', async () => {
  await d.approve({ count: 5 });
  const seen = await d.system(async (ctx) => {
    const both = async () => [await readOf(ctx, 'suppressions'), await readOf(ctx, 'cool_downs')];
    const before = await both();
    const { claimed, dropped } = await claim(ctx);
    const read = (await both()).map((rows, table) => rows - before[table]!);
    return { claimed: claimed.length, dropped, read };
  });
  expect(seen).toMatchObject({ claimed: 5, dropped: 0 });
  expect(Math.max(...seen.read)).toBeLessThan(STRANGERS / 10);
});

it('the stop of another address of the person, among all of them', async () => {
  const { people, campaignId } = await d.approve();
  await d.system(async (ctx) => {
    const [other, { contactId }] = ['+66900000002', people[0]!];
    const of = { tenantId: ctx.tenant.id, contactId, channel: 'whatsapp', address: other, normalised: other };
    await ctx.tx.insert(addresses).values({ ...of, hash: testHash(ctx, other) });
    await suppressAddress(ctx, other, 'all');
  });
  const read = await d.system(async (ctx) => {
    const before = await readOf(ctx, 'suppressions');
    await claim(ctx);
    return (await readOf(ctx, 'suppressions')) - before;
  });
  expect(await d.messagesOf(campaignId)).toMatchObject([{ status: 'dropped', reason: 'opted_out' }]);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(STRANGERS / 10);
});
