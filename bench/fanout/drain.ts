// A long queue claimed and recorded from its first message to its last: does the end go as quickly as the beginning?
import type pg from 'pg';
import { openPlaces } from '../../core/delivery/sending-hours.ts';
import { byKeys } from '../../db/queries/by-keys.ts';
import { claimDue, lockAccounts } from '../../db/queries/claim.ts';
import { executeKept } from '../../db/queries/kept.ts';
import { type ResultRow, recordAttempts } from '../../db/queries/record-results.ts';
import { addAccount } from '../../test/recording-channels.ts';
import type { TestWorkspace } from '../../test/workspace.ts';

type Queue = { tenantId: string; count: number };

/** People for the rows of the one manifest that there is, so that the claim finds nothing against them. */
export async function addRecipients(pool: pg.Pool, { tenantId, count }: Queue): Promise<void> {
  const client = await pool.connect();
  const id = (kind: string) => `md5('${kind}' || n)::uuid`;
  await client.query(`set session_replication_role = replica`);
  await client.query(
    `insert into customers (id, tenant_id, name, import_key) select ${id('c')}, $1, 'Hotel ' || n, n from generate_series(1, $2::int) n`,
    [tenantId, count],
  );
  await client.query(
    `insert into contacts (id, tenant_id, customer_id, name, role) select ${id('k')}, $1, ${id('c')}, 'A', 'general_manager' from generate_series(1, $2::int) n`,
    [tenantId, count],
  );
  await client.query(
    `insert into addresses (id, tenant_id, contact_id, channel, address, normalised, hash)
     select ${id('a')}, $1, ${id('k')}, 'email', 'a' || n || '@example.com', 'a' || n || '@example.com', md5(n::text)
     from generate_series(1, $2::int) n`,
    [tenantId, count],
  );
  await client.query(
    `update manifest_rows r set customer_id = ${id('c')}, contact_id = ${id('k')} from generate_series(1, $1::int) n
     where r.address_hash = md5(n::text)`,
    [count],
  );
  await client.query('reset session_replication_role');
  client.release();
  await pool.query('vacuum (analyze) manifest_rows, customers, contacts, addresses');
}

const BATCH = 400;

/** Claims and records all that is queued; milliseconds for each tenth of it. */
export async function drain(ws: TestWorkspace, count: number): Promise<number[]> {
  const accountId = await ws.system((ctx) => addAccount(ctx));
  const places = [{ timeZone: null, country: null }];
  const tenths: number[] = [];
  let [done, began] = [0, performance.now()];
  while (done < count) {
    const taken = await ws.system(async (ctx) => {
      await ctx.tx.execute(byKeys);
      await ctx.tx.execute(lockAccounts);
      const { settings } = ctx.tenant;
      const { rows } = await executeKept<{ id: string; number: number }>(
        ctx.tx,
        claimDue({
          ...{ accountId, channel: 'email', batch: BATCH, owner: 'bench', leaseMs: 300_000, now: ctx.now },
          ...openPlaces(places, { at: ctx.now, hours: settings }),
          ...{ cap: settings.frequencyCap, month: '2026-11-01', monthly: null },
        }),
      );
      return rows;
    });
    if (taken.length === 0) throw new Error(`${done} of ${count} were claimed.`);
    const results = taken.map(toResult);
    await ws.system(async (ctx) => {
      await ctx.tx.execute(byKeys);
      await executeKept(
        ctx.tx,
        recordAttempts({ results, now: ctx.now, month: '2026-11-01', maxAttempts: 6, deadlineHours: 24 }),
      );
    });
    const before = Math.floor((done * 10) / count);
    done += taken.length;
    if (Math.floor((done * 10) / count) > before) {
      tenths.push(performance.now() - began);
      began = performance.now();
    }
  }
  return tenths;
}

const toResult = ({ id, number }: { id: string; number: number }): ResultRow => ({
  messageId: id,
  number,
  outcome: 'submitted',
  providerId: `p-${id}`,
  agoMs: 0,
});
