// Every address of the API, a hundred requests a second, mixed and in turn, on a workspace with 100,000 customers; what is asked
// about all of them by itself; and how long the event loop stands still while the same process imports, renders,
// freezes and exports.
import { openPool, wrapPool } from '../db/client.ts';
import { fillWorkspace } from './audience/fill.ts';
import { median, quantile, tenths } from './audience/measure.ts';
import { askAboutEverybody } from './routes/ask-about-everybody.ts';
import { type Asked, askQuietly, askSteadily } from './routes/ask-steadily.ts';
import { findRoutes } from './routes/find-routes.ts';
import { makeLife } from './routes/make-life.ts';
import { openProduct } from './routes/open-product.ts';
import { blockedBy } from './routes/work-beside.ts';
import type { Bench } from './run.ts';
import { cpuMs } from './sending/cpu.ts';

const PER_SECOND = 100;
const MOST_MS = 200;

/** `--rows` customers (100,000), for a minute and a half each; 20 seconds with `--quick`. */
export const bench: Bench = async ({ rows = 100_000, quick }) => {
  const product = await openProduct();
  const database = wrapPool('postgres', openPool(product.url, 1));
  const { rows: tenants } = await database.pool.query<{ id: string }>('select id from tenants');
  await fillWorkspace(database, { tenantId: tenants[0]!.id, rows });
  await database.close();
  const { found, without } = await findRoutes(product, await makeLife(product));
  const seconds = quick ? 20 : 90;
  // Quietly first: a server that has just begun is slower, and what each request costs shows on a busy machine, too.
  const before = cpuOf(product.pids);
  const quiet = await askQuietly(product, { routes: found, seconds });
  const after = cpuOf(product.pids);
  // Before the load: what it left undone would count as theirs.
  const everybody = await askAboutEverybody(product);
  const blockedMs = await blockedBy(product);
  const beforeLoad = cpuOf(product.pids);
  const load = { routes: found, perSecond: PER_SECOND, seconds };
  const asked = await askSteadily(product, { ...load, isMixed: true });
  const afterLoad = cpuOf(product.pids);
  const table = tableOf(asked);
  // As they stand in the list: there the dear ones come one behind the other.
  const inTurn = await askSteadily(product, { ...load, isMixed: false });
  await product.close();
  return {
    title: `${found.length} routes, mixed, ${PER_SECOND} requests a second, ${rows.toLocaleString('en')} customers; milliseconds`,
    rows: quick ? table.slice(0, 25) : table,
    summary: {
      routes: found.length,
      ...judge(asked, table),
      slowestP95: table[0]!.p95,
      inTurn: judge(inTurn, tableOf(inTurn)),
      cpuMsARequest: usedBetween(before, after, quiet.length),
      cpuMsARequestUnderLoad: usedBetween(beforeLoad, afterLoad, asked.length),
      dearest: dearestOf(quiet),
      aboutEverybody: everybody,
      blockedMs,
      notAsked: without,
    },
  };
};

const judge = (asked: readonly Asked[], table: ReturnType<typeof tableOf>) => ({
  p95: tenths(
    quantile(
      asked.map(({ ms }) => ms),
      0.95,
    ),
  ),
  [`above ${MOST_MS}`]: table.filter(({ p95 }) => p95 > MOST_MS).map(({ route, p95 }) => `${route} ${p95}`),
  failed: asked.filter(({ status }) => status >= 500).length,
});

const MOST_NAMED = 12;

/** The routes that used most of the processor, of server and database together, for one request. */
const dearestOf = (quiet: readonly { name: string; usedMs: number }[]): string[] =>
  [...Map.groupBy(quiet, ({ name }) => name)]
    .map(([name, all]) => ({ name, ms: all.reduce((sum, { usedMs }) => sum + usedMs, 0) / all.length }))
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, MOST_NAMED)
    .map(({ name, ms }) => `${name} ${tenths(ms)} ms`);

const cpuOf = (pids: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMs(pid) ?? Number.NaN]));

type Used = Record<string, number>;

const usedBetween = (before: Used, after: Used, requests: number): Used =>
  Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, tenths((ms - before[name]!) / requests)]),
  );

function tableOf(asked: readonly Asked[]) {
  return [...Map.groupBy(asked, ({ name }) => name)]
    .map(([route, answers]) => {
      const times = answers.map(({ ms }) => ms);
      return {
        route,
        requests: times.length,
        'answered ok': answers.filter(({ status }) => status < 400).length,
        failed: answers.filter(({ status }) => status >= 500).length,
        median: tenths(median(times)),
        p95: tenths(quantile(times, 0.95)),
      };
    })
    .toSorted((a, b) => b.p95 - a.p95);
}
