// Counting an audience through the API against the bare statement, in the same run on the same rows.
import { type Database, openPool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { measureBeside } from './audience/beside.ts';
import { fillWorkspace, findFilled } from './audience/fill.ts';
import { interleave, median, quantile, tenths } from './audience/measure.ts';
import { QUESTIONS, type Question } from './audience/questions.ts';
import { serveWorkspace } from './audience/serve.ts';
import type { Bench, BenchResult } from './run.ts';

type Server = Awaited<ReturnType<typeof serveWorkspace>>;
type Answer = { count: { value: number; low: number; high: number; isExact: boolean } };
type Pool = ReturnType<typeof openPool>;

const PATH = '/targeting/audience';

// Beyond that the number itself takes seconds, each time.
const MANY = 1_000_000;

// A server that has answered for a minute is compiled; one that has just begun is twice as slow.
const WARM_UP = 400;

const SETTINGS = [
  'shared_buffers=1GB',
  'work_mem=64MB',
  'jit=off',
  'max_wal_size=8GB',
  // What is filled into tables that were emptied in the same transaction is not logged.
  'wal_level=minimal',
  'max_wal_senders=0',
];

/**
 * A fifth of the rows and fewer rounds with `quick`. With a folder to `keep`, the first run only fills it; those after
 * it only measure what it holds.
 */
export const bench: Bench = async ({ rows = 1_000_000, quick, keep }) => {
  const postgres = await startPostgres(SETTINGS, keep);
  if (!postgres) throw new Error('This needs Postgres: there are no binaries on this machine.');
  const [database, bare] = [wrapPool('postgres', openPool(postgres.url, 10)), openPool(postgres.url, 1)];
  await migrateDatabase(database);
  const filled = await findFilled(database);
  const server = await serveWorkspace(database, filled?.tenant ?? null);
  const size = filled?.rows ?? (quick ? Math.ceil(rows / 5) : rows);
  const fillSeconds = filled ? null : await fill(database, { tenantId: server.tenantId, rows: size });
  const rounds = quick || size > MANY ? 7 : 21;
  const result =
    keep && !filled
      ? { title: 'Filled; the next run measures', rows: [], summary: { customers: size, fillSeconds } }
      : await measureAll({ server, bare, rounds }, { size, fillSeconds });
  await server.close();
  await bare.end();
  await database.close();
  await postgres.stop();
  return result;
};

async function fill(database: Database, workspace: { tenantId: string; rows: number }): Promise<number> {
  const filling = performance.now();
  await fillWorkspace(database, workspace);
  return tenths((performance.now() - filling) / 1000);
}

type Filled = { size: number; fillSeconds: number | null };

async function measureAll(setting: Setting, { size, fillSeconds }: Filled): Promise<BenchResult> {
  for (let asked = 0; asked < WARM_UP; asked++)
    await setting.server.post(PATH, { filter: QUESTIONS[0]!.filter, isExact: asked % 2 === 0 });
  const measured = [];
  for (const question of QUESTIONS) measured.push(await measure(question, setting));
  const beside = await measureBeside(setting.server, { size, rounds: setting.rounds });
  const first = measured.flatMap(({ times }) => times.first);
  const others = beside.flatMap(({ times }) => times);
  return {
    title: `Counting among ${size.toLocaleString('en')} customers; milliseconds`,
    rows: [...measured, ...beside].map(({ row }) => row),
    summary: {
      customers: size,
      fillSeconds,
      firstAnswerMedianMs: tenths(median(first)),
      firstAnswerP95Ms: tenths(quantile(first, 0.95)),
      besideMedianMs: tenths(median(others)),
      besideP95Ms: tenths(quantile(others, 0.95)),
      exactToBare: ratio(
        measured.map(({ times }) => median(times.exact)),
        measured.map(({ times }) => median(times.bare)),
      ),
    },
  };
}

/** The sum of one side over the sum of the other, to hundredths. */
const ratio = (some: readonly number[], others: readonly number[]): number =>
  Math.round((100 * sum(some)) / sum(others)) / 100;
const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0);

type Setting = { server: Server; bare: Pool; rounds: number };

async function measure({ name, filter, bare: statement }: Question, { server, bare, rounds }: Setting) {
  const ask = (isExact: boolean) => server.post(PATH, { filter, isExact }) as Promise<Answer>;
  const byHand = () => bare.query<{ count: number }>(statement, [server.tenantId]);
  const [first, exact, floor] = [await ask(false), await ask(true), (await byHand()).rows[0]!.count];
  if (exact.count.value !== floor) throw new Error(`${name}: ${exact.count.value}, by hand ${floor}`);
  const [bareTimes, firstTimes, exactTimes] = await interleave(
    [byHand, () => ask(false), () => ask(true)],
    rounds,
  );
  const times = { bare: bareTimes!, first: firstTimes!, exact: exactTimes! };
  const { value, low, high, isExact } = first.count;
  return {
    times,
    row: {
      question: name,
      customers: floor,
      bare: tenths(median(times.bare)),
      exact: tenths(median(times.exact)),
      ratio: ratio([median(times.exact)], [median(times.bare)]),
      first: tenths(median(times.first)),
      'first p95': tenths(quantile(times.first, 0.95)),
      'first answer': isExact ? 'exact' : `${value} (${low}–${high})`,
    },
  };
}
