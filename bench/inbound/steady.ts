// Messages of customers at a steady rate to the product as it runs, in a process of its own: how soon each is
// acknowledged, and how soon it stands read in the database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import Fastify from 'fastify';
import { Pool } from 'undici';
import { openPool } from '../../db/client.ts';
import { newId } from '../../lib/ids.ts';
import { TEXTS } from '../../test/flood-inbound.ts';
import { fromMeta, says, signedByMeta } from '../../test/vendors/meta.ts';

/** What of the first seconds is a process that has just begun. */
const WARM_UP = 400;

export async function measureSteady({ url, count, rate }: { url: string; count: number; rate: number }) {
  const product = await startProduct(url);
  const pool = openPool(url, 2);
  const floor = await startFloor(url);
  const { rows } = await pool.query<{ number: string }>(
    `select distinct normalised as number from addresses where channel = 'whatsapp' order by 1`,
  );
  const [told, acknowledged, floors] = [new Map<string, number>(), [] as number[], [] as number[]];
  const [here, bare] = [clientOf(product.url), clientOf(floor.url)];
  const tell = async (at: number) => {
    const id = `wamid.steady.${at}`;
    const { number } = rows[at % rows.length]!;
    const request = signedByMeta(fromMeta(number, says(TEXTS[at % TEXTS.length]!), id));
    told.set(id, Date.now());
    const ms = await here.post(request);
    if (at >= WARM_UP) acknowledged.push(ms);
    if (at >= WARM_UP && at % 10 === 0) floors.push(await bare.post(request));
  };
  const begun = performance.now();
  const running: Promise<void>[] = [];
  let cpuMs = 0;
  for (let at = 0; at < count + WARM_UP; at += 1) {
    if (at === WARM_UP) cpuMs = await product.cpuMs();
    const due = begun + (at / rate) * 1000 - performance.now();
    if (due > 0) await pause(due);
    running.push(tell(at));
  }
  await Promise.all(running);
  const perSecond = (count + WARM_UP) / ((performance.now() - begun) / 1000);
  const read = await readTimes(pool, count + WARM_UP);
  cpuMs = (await product.cpuMs()) - cpuMs;
  await Promise.all([here.close(), bare.close(), floor.close()]);
  await product.stop();
  await pool.end();
  const reading = [...read]
    .filter(([id]) => Number(id.split('.').at(-1)) >= WARM_UP)
    .map(([id, at]) => at - told.get(id)!);
  return {
    perSecond: Math.round(perSecond),
    cpuMsEach: cpuMs / count,
    read: read.size - WARM_UP,
    ...{ acknowledged, floors, reading },
  };
}

async function startProduct(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-bench-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    env: { ...process.env, DATABASE_URL: url, REFRAIN_DATA: folder, REQUESTS_PER_MINUTE: '1000000000' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const cpuMs = async () => {
    child.send('cpu');
    const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
    return (user + system) / 1000;
  };
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: (JSON.parse(line) as { url: string }).url, cpuMs, stop };
}

/** The same request to the same kind of server, which keeps its bytes in one row and answers. */
async function startFloor(url: string) {
  const pool = openPool(url, 4);
  await pool.query('create table if not exists bare (id uuid primary key, body text)');
  const app = Fastify();
  app.post('/', async (request) => {
    await pool.query('insert into bare values ($1, $2)', [newId(), JSON.stringify(request.body)]);
    return {};
  });
  const base = await app.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    await app.close();
    await pool.end();
  };
  return { url: `${base}/`, close };
}

function clientOf(to: string) {
  const { origin, pathname: path } = new URL(to);
  const pool = new Pool(origin, { connections: 64 });
  const post = async ({ payload, headers }: ReturnType<typeof signedByMeta>): Promise<number> => {
    const begun = performance.now();
    const { statusCode, body } = await pool.request({ path, method: 'POST', headers, body: payload });
    await body.dump();
    if (statusCode !== 200) throw new Error(`A message was answered with ${statusCode}.`);
    return performance.now() - begun;
  };
  return { post, close: () => pool.close() };
}

/** When each was read for good, as the database has it; waits for the last one, two minutes at most. */
async function readTimes(pool: ReturnType<typeof openPool>, count: number): Promise<Map<string, number>> {
  for (const until = Date.now() + 120_000; ; await pause(200)) {
    const { rows } = await pool.query<{ id: string; at: number }>(`
      select external_id as id, extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at
      from replies where triaged_at is not null and external_id like 'wamid.steady.%'`);
    if (rows.length === count || Date.now() > until) return new Map(rows.map(({ id, at }) => [id, at]));
  }
}
