// One approved manifest into the outbox with its checks, against a bare INSERT … SELECT of the same rows; then the whole
// queue claimed and recorded, the last tenth against the first.

import { openPool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { fanOut } from '../db/queries/fan-out.ts';
import { newId } from '../lib/ids.ts';
import { createPostgresDatabase } from '../test/database.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { openWorkspaceOn } from '../test/workspace.ts';
import { interleave, median } from './audience/measure.ts';
import { addRecipients, drain } from './fanout/drain.ts';
import type { Bench } from './run.ts';

/** `--rows` recipients (100,000), five rounds; a fifth of it in three with `--quick`. */
export const bench: Bench = async ({ rows = 100_000, quick }) => {
  const count = quick ? Math.ceil(rows / 5) : rows;
  const postgres = await startPostgres(['fsync=on', 'synchronous_commit=on', 'max_wal_size=4GB']);
  if (!postgres) throw new Error('This needs Postgres.');
  const { url } = await createPostgresDatabase(postgres.url);
  const database = wrapPool('postgres', openPool(url, 4));
  await migrateDatabase(database);
  const ws = await openWorkspaceOn(database);
  const { pool } = database;
  const approvalId = await approved(pool, { tenantId: ws.tenant.id, count });
  await pool.query('create table bare (like messages including defaults including indexes)');
  await database.refreshStatistics();

  const empty = async () => {
    await pool.query('truncate bare');
    await pool.query('truncate messages cascade');
  };
  const bare = async () => {
    await pool.query(
      `insert into bare (id, tenant_id, campaign_id, occurrence, contact_id, step, customer_id, manifest_row_id,
         approval_id, purpose, channel, address_hash, planned_at)
       select r.id, r.tenant_id, f.campaign_id, 0, r.contact_id, 0, r.customer_id, r.id, $1, 'service', r.channel,
         r.address_hash, r.planned_at from manifest_rows r join manifests f on f.id = r.manifest_id`,
      [approvalId],
    );
  };
  const fan = async () => {
    const done = await ws.system((ctx) => ctx.tx.execute(fanOut(approvalId)));
    if (done.rowCount !== count) throw new Error(`${done.rowCount} of ${count} were queued.`);
  };
  const rounds = quick ? 3 : 5;
  const [, bares, , fans] = await interleave([empty, bare, empty, fan], rounds);
  await addRecipients(pool, { tenantId: ws.tenant.id, count });
  await empty();
  await fan();
  const tenths = await drain(ws, count);
  await ws.close();
  await postgres.stop();
  const tenthPerSecond = (at: number) => Math.round((count / 10 / tenths.at(at)!) * 1000);
  const perSecond = [bares!, fans!].map((each) => Math.round((count / median(each)) * 1000));
  const ratio = Math.round((perSecond[1]! / perSecond[0]!) * 100) / 100;
  return {
    title:
      'Messages queued a second: a bare INSERT … SELECT with the same indexes, and the fan-out of an approval',
    rows: [
      { what: 'bare INSERT … SELECT', perSecond: perSecond[0]! },
      { what: 'fan-out', perSecond: perSecond[1]! },
      { what: 'first tenth claimed and recorded', perSecond: tenthPerSecond(0) },
      { what: 'last tenth claimed and recorded', perSecond: tenthPerSecond(-1) },
    ],
    summary: {
      ratio,
      lastTenth: Math.round((tenths[0]! / tenths.at(-1)!) * 100) / 100,
      ...{ messages: count, rounds, node: process.version },
    },
  };
};

type Pool = ReturnType<typeof openPool>;

/** An approved manifest made of rows alone: what is measured reads no more of it. */
async function approved(
  pool: Pool,
  { tenantId, count }: { tenantId: string; count: number },
): Promise<string> {
  const [campaignId, manifestId, approvalId] = [newId(), newId(), newId()];
  await pool.query(
    `insert into campaigns (id, tenant_id, name, type, status) values ($1, $2, 'B', 'renewal', 'sending')`,
    [campaignId, tenantId],
  );
  await pool.query(
    `insert into manifests (id, tenant_id, campaign_id, version, digest, header) values ($1, $2, $3, 1, 'd', '{}')`,
    [manifestId, tenantId, campaignId],
  );
  await pool.query(
    `insert into approvals (id, tenant_id, manifest_id, campaign_id, digest, status, policy, envelope, expires_at)
     values ($1, $2, $3, $4, 'd', 'approved', '{}', '{}', now())`,
    [approvalId, tenantId, manifestId, campaignId],
  );
  await pool.query(
    `insert into manifest_rows (id, tenant_id, manifest_id, customer_id, contact_id, channel, address, address_hash,
       planned_at, rendered, consent, salt, hash)
     select gen_random_uuid(), $1, $2, gen_random_uuid(), gen_random_uuid(), 'email', 'a' || n || '@example.com',
       md5(n::text), timestamptz '2026-01-01', jsonb_build_object('text', repeat('word ', 60)), '{"purpose":"service"}', md5(n::text), md5('h' || n)
     from generate_series(1, $3::int) n`,
    [tenantId, manifestId, count],
  );
  return approvalId;
}
