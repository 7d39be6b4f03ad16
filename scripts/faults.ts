// npm run faults [-- --runs N] [--seed N] [--stop N] [--json]: kills a sender, its database, the provider or the queue,
// or empties the queue, at every step that leaves something behind, and counts what became of the messages. Ends with 1
// where one was doubled or lost. With `--stop N` nobody is killed: people stop in the middle of a send of N messages.
import { parseArgs } from 'node:util';
import { openPool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { createPostgresDatabase } from '../test/database.ts';
import { accidentOf } from '../test/faults/accidents.ts';
import { type Outcome, runAccident, type World } from '../test/faults/one-run.ts';
import { runStops } from '../test/faults/stop-run.ts';
import { findRedis } from '../test/machine.ts';
import { startPostgres } from '../test/postgres-server.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    stop: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const runs = Number(values.runs ?? 29);
const first = Number(values.seed ?? 0);
if (!(Number.isInteger(runs) && runs > 0 && Number.isInteger(first) && first >= 0)) {
  console.error('npm run faults -- [--runs N] [--seed N] [--json]');
  process.exit(2);
}

// Side by side, each with a Postgres that only its own runs kill.
const LANES = 2;

async function openWorld(): Promise<World> {
  const server = await startPostgres();
  if (!server) {
    console.error('This needs Postgres: the embedded database cannot be killed apart from its process.');
    process.exit(2);
  }
  const { url } = await createPostgresDatabase(server.url);
  const database = wrapPool('postgres', openPool(url, 1));
  await migrateDatabase(database);
  await database.close();
  return { server, url };
}

if (values.stop) {
  const { server, url } = await openWorld();
  const run = await runStops({ url, messages: Number(values.stop) });
  console.log(values.json ? JSON.stringify(run) : run);
  await server.stop();
  process.exit(run.most > 1 || run.claimedAfter > 0 || run.stops === 0 ? 1 : 0);
}

if (!findRedis()) {
  console.error('This needs redis-server: it is struck as well.');
  process.exit(2);
}
const outcomes: Outcome[] = [];
let next = first;
const lane = async () => {
  const world = await openWorld();
  while (next < first + runs) {
    const seed = next++;
    const outcome = await runAccident(world, accidentOf(seed));
    outcomes.push(outcome);
    const { duplicates, lost, wrong } = outcome;
    if (duplicates + lost + wrong > 0) console.error(`seed ${seed}:`, outcome);
  }
  await world.server.stop();
};
await Promise.all(Array.from({ length: LANES }, lane));

const sum = (of: readonly Outcome[], key: 'received' | 'duplicates' | 'lost' | 'unknown' | 'wrong') =>
  of.reduce((total, one) => total + one[key], 0);
const table = [...Map.groupBy(outcomes, ({ victim, how, point }) => `${victim} ${how}: ${point}`)].map(
  ([at, of]) => ({
    'struck: where': at,
    runs: of.length,
    struck: of.filter(({ isStruck }) => isStruck).length,
    received: sum(of, 'received'),
    duplicates: sum(of, 'duplicates'),
    lost: sum(of, 'lost'),
    wrong: sum(of, 'wrong'),
    unknown: sum(of, 'unknown'),
  }),
);
const total = { runs: outcomes.length, duplicates: sum(outcomes, 'duplicates'), lost: sum(outcomes, 'lost') };
if (values.json) console.log(JSON.stringify({ total, table }));
else {
  console.table(table);
  console.log(total);
}
process.exit(total.duplicates + total.lost + sum(outcomes, 'wrong') > 0 ? 1 : 0);
