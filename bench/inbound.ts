// What customers write, by signed webhooks: how soon it is acknowledged and read at 200 messages a second, and whether each
// is there once when it is told several times and out of order, while what takes it in keeps dying.
import { createPostgresDatabase } from '../test/database.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { quantile, tenths } from './audience/measure.ts';
import { tellDying } from './inbound/dying.ts';
import { measureSteady } from './inbound/steady.ts';
import type { Bench } from './run.ts';

const RATE = 200;

/** `--rows` messages (10,000) of each kind; a tenth of it with `--quick`. */
export const bench: Bench = async ({ rows = 10_000, quick }) => {
  const count = quick ? Math.ceil(rows / 10) : rows;
  const settings = ['fsync=on', 'synchronous_commit=on', 'max_wal_size=4GB', 'track_commit_timestamp=on'];
  const postgres = await startPostgres(settings);
  if (!postgres) throw new Error('This needs Postgres.');
  const fresh = async () => (await createPostgresDatabase(postgres.url)).url;
  const steady = await measureSteady({ url: await fresh(), count, rate: RATE });
  const dying = await tellDying({ url: await fresh(), count });
  await postgres.stop();
  const row = (what: string, times: readonly number[]) => ({
    ...{ what, 'p50 ms': tenths(quantile(times, 0.5)), 'p95 ms': tenths(quantile(times, 0.95)) },
  });
  const { acknowledged, floors, reading, perSecond, cpuMsEach, read } = steady;
  return {
    title:
      'Messages of customers at 200 a second; the same several times over, out of order, with 4 % of all transactions dying',
    rows: [
      row('told → acknowledged', acknowledged),
      row('a bare insert by HTTP', floors),
      row('told → read by triage', reading),
    ],
    summary: {
      ...{ messages: count, perSecond, read, 'processor ms a message': tenths(cpuMsEach) },
      ratio: tenths(quantile(acknowledged, 0.95) / quantile(floors, 0.95)),
      dying,
      node: process.version,
    },
  };
};
