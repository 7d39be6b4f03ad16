import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attempts } from '../../db/schema/index.ts';
import { startJobs } from '../../jobs/start-jobs.ts';
import { createLog } from '../../lib/log.ts';
import { type Delivery, openDelivery } from '../approved-campaign.ts';
import { findRedis } from '../machine.ts';
import { addAccount } from '../recording-channels.ts';
import { startRedis } from '../redis-server.ts';

let d: Delivery;
beforeAll(async () => {
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
});
afterAll(() => d.close());

const DEADLOCK = '40P01';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** False when the queue's own statement was in the way and Postgres chose this one to give in: the next try empties. */
const emptyTables = async (): Promise<boolean> => {
  const { rows } = await d.database.pool.query<{ name: string }>(
    `select 'bullmq.' || quote_ident(relname) as name from pg_class
     where relnamespace = 'bullmq'::regnamespace and relkind = 'r' and relname <> 'migration'`,
  );
  try {
    await d.database.pool.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === DEADLOCK) return false;
    throw error;
  }
};

/** Sends slowly, and empties the queue again and again meanwhile. */
async function sendWhile(empty: () => Promise<boolean>, redisUrl?: string) {
  d.sent.length = 0;
  d.state.answer = async ({ messageId }) => {
    await pause(10);
    return { outcome: 'submitted', providerId: `p-${messageId}` };
  };
  const ticks = {
    listTenants: async () => [d.tenant.id],
    tenant: () => d.tick({ batch: 5, budgetMs: 60 }),
  };
  const { campaignId, people } = await d.approve({ count: 40 });
  const jobs = await startJobs({
    database: d.database,
    redisUrl,
    ticks,
    log: createLog('error'),
    sweepEveryMs: 300,
  });
  let emptied = 0;
  try {
    for (let tried = 0; d.sent.length < people.length && tried < 500; tried += 1) {
      await pause(100);
      if (await empty()) emptied += 1;
    }
  } finally {
    await jobs.close();
  }
  return { campaignId, people, emptied };
}

async function expectOnceEach({ campaignId, people, emptied }: Awaited<ReturnType<typeof sendWhile>>) {
  expect(emptied).toBeGreaterThan(2);
  expect(d.sent.map(({ to }) => to).sort()).toEqual(people.map(({ address }) => address).sort());
  const messages = await d.messagesOf(campaignId);
  expect(new Set(messages.map(({ status }) => status))).toEqual(new Set(['submitted']));
  const [{ count }] = (await d.system((ctx) =>
    ctx.tx
      .select({ count: sql<number>`count(*)::int` })
      .from(attempts)
      .where(sql`message_id in ${messages.map(({ id }) => id)}`),
  )) as [{ count: number }];
  expect(count).toBe(people.length);
}

describe('a queue that is emptied in the middle of a send', () => {
  it('loses nothing and doubles nothing, in the database', async () => {
    await expectOnceEach(await sendWhile(emptyTables));
  });

  it.skipIf(!findRedis())('loses nothing and doubles nothing, on Redis', async () => {
    const redis = await startRedis();
    await expectOnceEach(await sendWhile(() => redis.empty().then(() => true), redis.url));
    await redis.stop();
  });

  it.skipIf(!findRedis())(
    'loses nothing and doubles nothing when Redis is killed and starts empty',
    async () => {
      let redis = await startRedis();
      const kill = async () => {
        await redis.stop();
        redis = await startRedis(redis.port);
        return true;
      };
      await expectOnceEach(await sendWhile(kill, redis.url));
      await redis.stop();
    },
  );
});
