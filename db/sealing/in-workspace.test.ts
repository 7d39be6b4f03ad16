// What a transaction is told of its workspace: all of it, when anything of it has changed since the time before.
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTenant } from '../../core/tenants/workspace.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { TenantRow } from '../client.ts';
import { addressKeys, tenants } from '../schema/index.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
});
afterAll(() => ws.close());

const enter = (): Promise<TenantRow | null> =>
  ws.database.inTenant(ws.tenant.id, async (_tx, tenant) => tenant);
const rename = (name: string) =>
  ws.database.owner.update(tenants).set({ name }).where(eq(tenants.id, ws.tenant.id));

describe('a workspace that is entered again', () => {
  it('is the very same while nobody changes it, and is not sent again', async () => {
    const first = await enter();
    const answered: string[] = [];
    const { pool } = ws.database;
    const connect = pool.connect.bind(pool);
    // The connections as they are, listened to.
    pool.connect = (async () => {
      const client = await connect();
      const query = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>;
      const listened = async (...asked: unknown[]) => {
        const answer = await query(...asked);
        answered.push(JSON.stringify([answer].flat().map((one) => (one as { rows?: unknown }).rows)));
        return answer;
      };
      return new Proxy(client, {
        get: (target, key) => {
          const own: unknown = Reflect.get(target, key);
          return key === 'query' ? listened : typeof own === 'function' ? own.bind(target) : own;
        },
      });
    }) as never;
    try {
      expect(await enter()).toBe(first);
      expect(await enter()).toBe(first);
    } finally {
      pool.connect = connect;
    }
    expect(answered.length).toBeGreaterThan(2);
    expect(answered.join('')).not.toContain(ws.tenant.slug);
  });

  it('is read anew by the next transaction after any change, also one that changes nothing, and after a key', async () => {
    await enter();
    await rename('Another name');
    expect((await enter())?.name).toBe('Another name');
    const before = await enter();
    await rename('Another name');
    expect(await enter()).toEqual(before);
    await ws.database.owner
      .insert(addressKeys)
      .values({ tenantId: ws.tenant.id, number: 2, sealedKey: 'another' });
    expect((await enter()) as object).toMatchObject({ keys: [{ number: 2 }, { number: 1 }] });
    await ws.database.owner.delete(addressKeys).where(eq(addressKeys.number, 2));
    expect((await enter()) as object).toMatchObject({ keys: [{ number: 1 }] });
  });

  it('stays as it was where a change is taken back, and for whoever entered before it was made', async () => {
    const before = await enter();
    await expect(
      ws.database.owner.transaction(async (tx) => {
        await tx.update(tenants).set({ name: 'Never' }).where(eq(tenants.id, ws.tenant.id));
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await enter()).toBe(before);
  });

  it('is nobody else’s, and none when it is gone', async () => {
    const other = await createTenant(ws.database, ws.keys, { slug: 'other', name: 'Other' });
    const entered = () => ws.database.inTenant(other.id, async (_tx, tenant) => tenant);
    expect((await entered())?.name).toBe('Other');
    expect((await enter())?.id).toBe(ws.tenant.id);
    await ws.database.owner.delete(addressKeys).where(eq(addressKeys.tenantId, other.id));
    await ws.database.owner.delete(tenants).where(eq(tenants.id, other.id));
    expect(await entered()).toBeNull();
  });
});
