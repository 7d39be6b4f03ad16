import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../lib/ids.ts';
import { openTestDatabase } from '../test/database.ts';
import { type Database, openPool } from './client.ts';
import { brands } from './schema/index.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('a tenant session', () => {
  it('sees and writes its own rows only', async () => {
    const [mine, theirs] = [newId(), newId()];
    await database.inTenant(mine, (tx) => tx.insert(brands).values({ tenantId: mine, name: 'Mine' }));
    const seen = await database.inTenant(theirs, (tx) => tx.select().from(brands));
    expect(seen).toEqual([]);
    const foreign = database.inTenant(theirs, (tx) =>
      tx.insert(brands).values({ tenantId: mine, name: 'Forged' }),
    );
    await expect(foreign).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('sees nothing when no tenant is set', async () => {
    const rows = await database.owner.transaction(async (tx) => {
      await tx.execute(sql`set local role refrain_app`);
      return tx.select().from(brands);
    });
    expect(rows).toEqual([]);
  });
});

describe('work that nobody waits for any more', () => {
  it('ends at its next statement, keeps nothing, and says why', async () => {
    const [tenantId, gone] = [newId(), new AbortController()];
    const work = database.inTenant(
      tenantId,
      async (tx) => {
        await tx.insert(brands).values({ tenantId, name: 'Half' });
        gone.abort(new Error('nobody waits'));
        return tx.insert(brands).values({ tenantId, name: 'Other half' });
      },
      { until: gone.signal },
    );
    await expect(work).rejects.toThrow('nobody waits');
    expect(await database.inTenant(tenantId, (tx) => tx.select().from(brands))).toEqual([]);
    const late = database.inTenant(tenantId, async () => 'begun', { until: gone.signal });
    await expect(late).rejects.toThrow('nobody waits');
    const calm = { until: new AbortController().signal };
    expect(await database.inTenant(tenantId, async () => 'done', calm)).toBe('done');
  });

  it.skipIf(!process.env.TEST_POSTGRES_URL)(
    'ends in the middle of a statement, on the server too (on Postgres)',
    async () => {
      const gone = new AbortController();
      const running = () =>
        database.pool
          .query(`select 1 from pg_stat_activity where state = 'active' and query like '%pg_sleep(4 + 3)%'
            and pid <> pg_backend_pid()`)
          .then(({ rows }) => rows.length);
      const work = database.inTenant(newId(), (tx) => tx.execute(sql`select pg_sleep(4 + 3)`), {
        until: gone.signal,
      });
      const ended = expect(work).rejects.toThrow('nobody waits');
      await expect.poll(running).toBe(1);
      gone.abort(new Error('nobody waits'));
      await ended;
      await expect.poll(running, { timeout: 4_000 }).toBe(0);
    },
  );
});

describe('a pool of Postgres connections', () => {
  it('outlives one that the server closes while it is idle', () => {
    const pool = openPool('postgres://nobody@127.0.0.1:1/none', 1);
    expect(() => pool.emit('error', new Error('terminating connection'))).not.toThrow();
  });

  it.skipIf(!process.env.TEST_POSTGRES_URL)('compiles no statement (on Postgres)', async () => {
    const pool = openPool(process.env.TEST_POSTGRES_URL!, 1);
    expect((await pool.query('show jit')).rows).toEqual([{ jit: 'off' }]);
    await pool.end();
  });

  it.skipIf(!process.env.TEST_POSTGRES_URL)(
    'outlives one that the server closes in the middle of a transaction (on Postgres)',
    async () => {
      const pool = openPool(process.env.TEST_POSTGRES_URL!, 2);
      const open = await pool.connect();
      await open.query('begin');
      const { rows } = await open.query<{ pid: number }>('select pg_backend_pid() as pid');
      const ended = new Promise((resolve) => open.once('end', resolve));
      await pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      await ended;
      await expect(open.query('select 1')).rejects.toThrow();
      open.release(true);
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await pool.end();
    },
  );
});

describe('every table of ours', () => {
  it('has row-level security, so that no tenant can be seen by another', async () => {
    const { rows } = await database.pool.query<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity`,
    );
    expect(rows.map((row) => row.relname)).toEqual([]);
  });

  it('refuses to rewrite what is append-only', async () => {
    const change = database.inTenant(newId(), (tx) => tx.execute(sql`update audit_events set action = 'x'`));
    await expect(change).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
