// A workspace over the years: what it may use, what it forgets, keys that are changed, and its end.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  activities,
  channelAccounts,
  replies,
  tenants,
  threadMessages,
  threads,
} from '../../db/schema/index.ts';
import { createKeyring, seal, unseal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { openTestWorkspace, TEST_KEYS, type TestWorkspace } from '../../test/workspace.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { createUser } from './create-user.ts';
import { deleteTenant, exportTenant, setTier } from './end-tenant.ts';
import { forgetOld } from './forget-old.ts';
import { rotateKeys } from './rotate-keys.ts';
import { TIER_NAMES } from './tiers.ts';
import { createTenant, openContexts } from './workspace.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
  await ws.database.pool.query(`create schema if not exists langgraph`);
  for (const table of ['checkpoints', 'checkpoint_blobs', 'checkpoint_writes'])
    await ws.database.pool.query(`create table if not exists langgraph.${table} (thread_id text)`);
});
afterAll(() => ws.close());

const limited = { code: 'tier:limit' };
const tier = (name: string) => setTier(ws.database, { slug: ws.tenant.slug, tier: name, names: TIER_NAMES });

describe('a tier', () => {
  it('limits seats and recipients, on every way, and lets go when it is another one', async () => {
    await tier('starter');
    const add = () =>
      ws.system((ctx) => createUser(ctx, { email: `${newId()}@example.com`, name: 'X', role: 'viewer' }));
    for (let n = 0; n < 3; n++) await add();
    await expect(add()).rejects.toMatchObject(limited);
    const ask = (count: number) =>
      ws.system(async (ctx) => {
        const campaignId = await addCampaign(ctx);
        return requestApproval(ctx, { campaignId, plan: planFor(await addPeople(ctx, { count })) });
      });
    await expect(ask(501)).rejects.toMatchObject(limited);
    await ask(1);
    await tier('unlimited');
    await add();
    await expect(tier('gold')).rejects.toMatchObject({ code: 'input:invalid' });
  });
});

describe('keys', () => {
  const SECRETS = [
    'the newest secret, of this test and nothing else',
    'the one before it, which is as long as that',
  ];
  const [newest, before] = SECRETS as [string, string];
  const keys = (...more: string[]) =>
    createKeyring('a secret that is only used by tests, never anywhere else', more);

  it('are changed while others work with the ones before, and the old ones are not needed any more', async () => {
    const first = seal(TEST_KEYS.seal, 'first');
    expect(unseal(keys(before).seal, first)).toBe('first');
    const second = seal(keys(before).seal, 'second');
    expect(unseal(keys(newest, before).seal, second)).toBe('second');
    expect(() => unseal(keys(newest).seal, second)).toThrow('does not have');
    await ws.database.owner
      .update(tenants)
      .set({ sealedPrivateKey: second })
      .where(eq(tenants.id, ws.tenant.id));
    const row = { tenantId: ws.tenant.id, channel: 'email', provider: 'standin', name: 'x', limits: [] };
    await ws.database.owner.insert(channelAccounts).values({ ...row, sealedSettings: first });
    const done = await rotateKeys(ws.database, keys(newest, before));
    expect(done).toEqual({ 'channel_accounts.sealed_settings': 1, 'tenants.sealed_private_key': 1 });
    const [tenant] = await ws.database.owner.select().from(tenants).where(eq(tenants.id, ws.tenant.id));
    const [account] = await ws.database.owner.select().from(channelAccounts);
    expect(unseal(keys(newest).seal, tenant!.sealedPrivateKey)).toBe('second');
    expect(unseal(keys(newest).seal, account!.sealedSettings)).toBe('first');
    expect(await rotateKeys(ws.database, keys(newest, before))).toEqual({});
  });

  it('open what was sealed before values had keys of their own, and nothing that was changed', () => {
    const sealed = seal(TEST_KEYS.seal, 'x');
    const [mark, name, wrapped, body] = sealed.split('.');
    const turned = body!.startsWith('A') ? `B${body!.slice(1)}` : `A${body!.slice(1)}`;
    expect(() => unseal(TEST_KEYS.seal, [mark, name, wrapped, turned].join('.'))).toThrow();
    expect(() => unseal(TEST_KEYS.seal, turned)).toThrow();
  });
});

describe('what is kept for a time', () => {
  it('goes when its time is over, by kind; what is younger or kept for ever stays', async () => {
    const retention = { conversations: 30, replies: 30, activities: null };
    const settings = JSON.stringify({ retention });
    await ws.database.pool.query('update tenants set settings = $1 where id = $2', [settings, ws.tenant.id]);
    const [old, young] = [new Date('2026-10-01'), new Date('2026-11-20')];
    await ws.system(async ({ tx, tenant }) => {
      const own = { tenantId: tenant.id };
      const [thread] = await tx
        .insert(threads)
        .values({ ...own, updatedAt: old })
        .returning();
      for (const [position, createdAt] of [old, young].entries())
        await tx
          .insert(threadMessages)
          .values({ ...own, threadId: thread!.id, position, role: 'person', parts: [], createdAt });
      const said = {
        ...own,
        channel: 'email',
        identifier: 'x',
        addressHash: 'x',
        match: { kind: 'none' } as never,
      };
      for (const receivedAt of [old, young])
        await tx
          .insert(replies)
          .values({ ...said, externalId: newId(), body: 'Yes', receivedAt, triagedAt: receivedAt });
      await tx.insert(activities).values({
        ...own,
        customerId: await addCustomer({ tx, tenant } as never, {}),
        kind: 'visit',
        at: old,
        externalId: 'x',
      });
    });
    expect(await forgetOld(ws, ws.tenant.id)).toEqual({ conversations: 1, replies: 1 });
    expect(await forgetOld(ws, ws.tenant.id)).toEqual({});
    const left = await ws.system(async ({ tx }) => [
      (await tx.select().from(threadMessages)).length,
      (await tx.select().from(replies)).map(({ body }) => body).sort(),
      (await tx.select().from(activities)).length,
    ]);
    expect(left).toEqual([1, ['', 'Yes'], 1]);
  });
});

describe('the end of a workspace', () => {
  it('takes everything of it and nothing of another, and is confirmed by its name', async () => {
    const other = await createTenant(ws.database, TEST_KEYS, { slug: `o-${newId()}`, name: 'Other' });
    const within = openContexts({ database: ws.database, clock: () => new Date(), keys: TEST_KEYS });
    await within(other.id, { kind: 'system', name: 'test' }, async (ctx) => {
      const campaignId = await addCampaign(ctx);
      await requestApproval(ctx, { campaignId, plan: planFor(await addPeople(ctx, { count: 2 })) });
    });
    const count = async (id: string) => {
      const lines = [];
      const { slug } = id === other.id ? other : ws.tenant;
      for await (const line of exportTenant(ws.database, slug))
        lines.push(JSON.parse(line) as { table: string });
      return lines;
    };
    const mine = (await count(ws.tenant.id)).length;
    const theirs = await count(other.id);
    expect(new Set(theirs.map(({ table }) => table))).toContain('manifest_rows');
    const end = (confirm?: string) => deleteTenant(ws.database, { slug: other.slug, confirm });
    await expect(end()).rejects.toMatchObject({ code: 'input:invalid' });
    await expect(end(ws.tenant.slug)).rejects.toMatchObject({ code: 'input:invalid' });
    const gone = await end(other.slug);
    expect(Object.values(gone).reduce((sum, rows) => sum + rows, 0)).toBe(theirs.length);
    await expect(end(other.slug)).rejects.toMatchObject({ code: 'tenant:unknown' });
    expect((await count(ws.tenant.id)).length).toBe(mine);
  });
});
