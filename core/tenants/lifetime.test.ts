// A workspace over the years: what it forgets, keys that are changed, and its end.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  activities,
  auditEvents,
  channelAccounts,
  replies,
  tenants,
  threadMessages,
  threads,
  users,
} from '../../db/schema/index.ts';
import { createKeyring, seal, unseal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../../test/add-campaign.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { openTestWorkspace, TEST_KEYS, type TestWorkspace } from '../../test/workspace.ts';
import { requestApproval } from '../approval/request-approval.ts';
import type { Ctx } from '../context.ts';
import { deleteTenant, exportTenant } from './end-tenant.ts';
import { deleteWhenDue, endWorkspace, keepWorkspace, readEnd } from './end-workspace.ts';
import { exportWorkspace } from './export-workspace.ts';
import { forgetOld } from './forget-old.ts';
import { readKeys } from './read-keys.ts';
import type { Actor } from './roles.ts';
import { rotateKeys } from './rotate-keys.ts';
import { createTenant, openContexts } from './workspace.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
  await ws.database.pool.query(`create schema if not exists langgraph`);
  for (const table of ['checkpoints', 'checkpoint_blobs', 'checkpoint_writes'])
    await ws.database.pool.query(`create table if not exists langgraph.${table} (thread_id text)`);
});
afterAll(() => ws.close());

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
    const told = await ws.system(({ tx }) =>
      tx
        .select({ data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.action, 'retention.forgotten')),
    );
    expect(told).toEqual([{ data: { conversations: 1, replies: 1 } }]);
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
      for await (const line of exportTenant(ws.database, { slug, keys: TEST_KEYS }))
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

  it('is asked for by an admin under its name, waits a week, and may be called off', async () => {
    const other = await createTenant(ws.database, TEST_KEYS, { slug: `e-${newId()}`, name: 'Ending' });
    let now = new Date('2026-11-21T05:00:00Z');
    const within = openContexts({ database: ws.database, clock: () => now, keys: TEST_KEYS });
    const admin = { ...(await ws.person('admin')), needsProof: false };
    const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => within(other.id, actor, work);
    const due = () => deleteWhenDue({ within, database: ws.database }, other.id);
    const end = (actor: Actor, confirm = other.slug) => as(actor, (ctx) => endWorkspace(ctx, { confirm }));
    for (const by of [
      { ...admin, role: 'approver' },
      { ...admin, surface: 'token' },
    ] as const)
      await expect(end(by)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(end({ ...admin, needsProof: true })).rejects.toMatchObject({ code: 'auth:second_factor' });
    await expect(end(admin, ws.tenant.slug)).rejects.toMatchObject({ code: 'input:invalid' });
    expect(await due()).toBe(false);
    expect(await end(admin)).toEqual(new Date('2026-11-28T05:00:00Z'));
    await as(admin, keepWorkspace);
    now = new Date('2026-12-01T05:00:00Z');
    expect(await due()).toBe(false);
    await end(admin);
    now = new Date('2026-12-08T04:59:00Z');
    expect(await due()).toBe(false);
    now = new Date('2026-12-08T05:01:00Z');
    expect(await due()).toBe(true);
    await expect(as(admin, readEnd)).rejects.toMatchObject({ code: 'tenant:unknown' });
  });

  it('can be taken along before, with everything but what opens a door', async () => {
    const admin = await ws.person('admin');
    const hash = { passwordHash: '$argon2id$secret' };
    await ws.system((ctx) => ctx.tx.update(users).set(hash).where(eq(users.id, admin.userId)));
    const take = async (actor: Actor) => {
      const lines = [];
      for await (const line of exportWorkspace({ within: ws.within, tenantId: ws.tenant.id, actor }))
        lines.push(JSON.stringify(line));
      return lines;
    };
    const lines = await take(admin);
    expect(lines.some((line) => line.startsWith('{"table":"replies"'))).toBe(true);
    expect(lines.join('\n')).not.toMatch(/argon2|sealed_private_key|"sessions"/);
    const blind = { ...admin, rights: ['read', 'administer'] as const };
    for (const by of [await ws.person('approver'), { ...admin, surface: 'token' } as const, blind])
      await expect(take(by)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(take({ ...admin, needsProof: true })).rejects.toMatchObject({ code: 'auth:second_factor' });
  });

  it('and its keys are told to its admins: what signs, and what is sealed under which', async () => {
    const told = await ws.as(await ws.person('admin'), readKeys);
    expect(told.publicKey).toContain('BEGIN PUBLIC KEY');
    expect(told.sealed.some(({ isNewest, values }) => isNewest && values > 0)).toBe(true);
    await expect(ws.as(await ws.person('manager'), readKeys)).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
  });
});

// Last: whoever has the keys of before cannot read the workspace any more.
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
    expect(done).toMatchObject({
      'channel_accounts.sealed_settings': 1,
      'address_keys.sealed_key': 1,
    });
    const [tenant] = await ws.database.owner.select().from(tenants).where(eq(tenants.id, ws.tenant.id));
    const [account] = await ws.database.owner.select().from(channelAccounts);
    expect(unseal(keys(newest).seal, tenant!.sealedPrivateKey)).toBe('second');
    expect(unseal(keys(newest).seal, account!.sealedSettings)).toBe('first');
    expect(await rotateKeys(ws.database, keys(newest, before))).toEqual({});
  });

  it('are known everywhere before anything is sealed under them, the first one after the installation’s own too', () => {
    const own = 'the secret of this installation, 32 signs';
    const [alone, beside, after] = [[], [own, newest], [newest, own]].map((more) => createKeyring(own, more));
    const sealed = seal(beside!.seal, 'x');
    expect(unseal(alone!.seal, sealed)).toBe('x');
    expect(unseal(beside!.seal, seal(after!.seal, 'x'))).toBe('x');
    expect(() => unseal(alone!.seal, seal(after!.seal, 'x'))).toThrow('does not have');
  });

  it('open what was sealed before values had keys of their own, and nothing that was changed', () => {
    const sealed = seal(TEST_KEYS.seal, 'x');
    const [mark, name, wrapped, body] = sealed.split('.');
    const turned = body!.startsWith('A') ? `B${body!.slice(1)}` : `A${body!.slice(1)}`;
    expect(() => unseal(TEST_KEYS.seal, [mark, name, wrapped, turned].join('.'))).toThrow();
    expect(() => unseal(TEST_KEYS.seal, turned)).toThrow();
  });
});
