// A CSV of customers through the import in batches: rows a second, and the memory that it takes.
import { createImportRunner } from '../core/customers/import/import-runner.ts';
import { readImport } from '../core/customers/import/read-imports.ts';
import { startImport } from '../core/customers/import/run-import.ts';
import { storeImport } from '../core/customers/import/store-import.ts';
import { type Database, openPool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { createLog } from '../lib/log.ts';
import { createPostgresDatabase, openPglite } from '../test/database.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { openWorkspaceOn } from '../test/workspace.ts';
import { tenths } from './audience/measure.ts';
import type { Bench } from './run.ts';

const CITIES = ['Pattaya', 'Hua Hin', 'Phuket', 'Bangkok', 'Chiang Mai', 'Berlin', 'Lyon', 'Doha'];
const HEADER =
  'Customer,Type,City,Zones,Zone names,Contract start,Contract end,Annual price per zone,Currency,General Manager,General Manager Email,Tags\n';

/** `--rows` on Postgres (a million), a twentieth of it on the embedded database; a fiftieth of both with `--quick`. */
export const bench: Bench = async ({ rows = 1_000_000, quick }) => {
  const size = quick ? Math.ceil(rows / 50) : rows;
  const postgres = await startPostgres();
  const measured = [await measure('pglite', await openPglite(), Math.ceil(size / 20))];
  if (postgres) {
    const { url } = await createPostgresDatabase(postgres.url);
    const database = wrapPool('postgres', openPool(url, 4));
    await migrateDatabase(database);
    measured.push(await measure('postgres', database, size));
    await postgres.stop();
  }
  return {
    title:
      'Import of a CSV with twelve columns: wall and CPU seconds of this process, its memory before and at most',
    rows: measured,
    summary: { node: process.version, hasPostgres: postgres !== null },
  };
};

async function measure(on: string, database: Database, rows: number) {
  const space = await openWorkspaceOn(database);
  const actor = { kind: 'system', name: 'bench' } as const;
  const importId = await storeImport({ within: space.within, tenantId: space.tenant.id, actor }, files(rows));
  const runner = createImportRunner({
    within: space.within,
    normalise: (_channel, address) => address.toLowerCase(),
    owner: 'bench',
    log: createLog('warn'),
  });
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 100);
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  await space.system((ctx) => startImport(ctx, importId));
  runner.run(space.tenant.id, importId);
  await runner.settle();
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  clearInterval(watch);
  const row = await space.system((ctx) => readImport(ctx, importId));
  if (row.report.created !== rows)
    throw new Error(`${row.report.created} of ${rows} rows came in: ${row.status}`);
  await space.close();
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  return {
    on,
    rows,
    seconds: tenths(seconds),
    cpuSeconds: tenths((used.user + used.system) / 1e6),
    rowsPerSecond: Math.round(rows / seconds),
    megabytesBefore: megabytes(before),
    megabytesAtMost: megabytes(most),
  };
}

async function* files(rows: number) {
  yield { name: 'customers.csv', bytes: lines(rows) };
}

async function* lines(rows: number): AsyncGenerator<Uint8Array> {
  let text = HEADER;
  for (let at = 0; at < rows; at++) {
    const city = CITIES[at % CITIES.length];
    text += `House ${at} ${city},Hotel,${city},2,"Lobby, Bar",2025-01-01,2026-12-31,12000,THB,Kim ${at},gm${at}@example.com,pilot\n`;
    if (text.length < 1 << 16) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
