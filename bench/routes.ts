// Every address of the API, a hundred requests a second in turn, on a workspace with 100,000 customers; and how long the
// event loop stands still while the same process imports, renders, freezes and exports.
import { setTimeout as pause } from 'node:timers/promises';
import { openPool, wrapPool } from '../db/client.ts';
import { BODIES } from '../test/api-bodies.ts';
import { fillWorkspace } from './audience/fill.ts';
import { median, quantile, tenths } from './audience/measure.ts';
import { makeLife } from './routes/make-life.ts';
import { openProduct, type Product } from './routes/open-product.ts';
import { blockedBy } from './routes/work-beside.ts';
import type { Bench } from './run.ts';

const RATE = 100;
/** Whole files, whole audiences and turns of a conversation: they take what they take, and are measured below. */
const LONG = /\/(export|messages\.csv|dry-run|chat|audit\/check|import|generate-campaign)$/;
/** What would end the measurement, or lets nobody in again. */
const ENDING = /^DELETE|sign-out|users|settings$/;

type Route = { name: string; method: string; path: string; body: object | undefined };

/** `--rows` customers (100,000), for a minute and a half; 20 seconds with `--quick`. */
export const bench: Bench = async ({ rows = 100_000, quick }) => {
  const product = await openProduct();
  const database = wrapPool('postgres', openPool(product.url, 1));
  const { rows: tenants } = await database.pool.query<{ id: string }>('select id from tenants');
  await fillWorkspace(database, { tenantId: tenants[0]!.id, rows });
  await database.close();
  await makeLife(product);
  const { found, without } = await findRoutes(product);
  await load(product, found, 5);
  const asked = await load(product, found, quick ? 20 : 90);
  const table = found
    .map(({ name }) => {
      const answers = asked.get(name) ?? [];
      const times = answers.map(({ ms }) => ms);
      return {
        route: name,
        requests: times.length,
        'answered ok': answers.filter(({ status }) => status < 400).length,
        failed: answers.filter(({ status }) => status >= 500).length,
        median: tenths(median(times)),
        p95: tenths(quantile(times, 0.95)),
      };
    })
    .toSorted((a, b) => b.p95 - a.p95);
  const blockedMs = await blockedBy(product);
  await product.close();
  const all = [...asked.values()].flat().map(({ ms }) => ms);
  return {
    title: `${found.length} routes in turn, ${RATE} requests a second, ${rows.toLocaleString('en')} customers; milliseconds`,
    rows: quick ? table.slice(0, 25) : table,
    summary: {
      routes: found.length,
      slowestP95: table[0]!.p95,
      above200: table.filter(({ p95 }) => p95 > 200).map(({ route }) => route),
      p95: tenths(quantile(all, 0.95)),
      failed: table.reduce((sum, { failed }) => sum + failed, 0),
      blockedMs,
      notAsked: without,
    },
  };
};

type Paths = Record<string, Record<string, object>>;

/** Every operation with ids of things that are there; those for which there is nothing yet are told. */
async function findRoutes({ ask }: Product): Promise<{ found: Route[]; without: string[] }> {
  const { paths } = JSON.parse((await ask('GET', '/openapi.json')).text) as { paths: Paths };
  const found: Route[] = [];
  const without: string[] = [];
  for (const [template, item] of Object.entries(paths)) {
    for (const verb of Object.keys(item)) {
      const [method, name] = [verb.toUpperCase(), `${verb.toUpperCase()} ${template}`];
      if (LONG.test(template) || ENDING.test(name)) continue;
      const path = await withIds(ask, template);
      const body = method === 'GET' ? undefined : await meant(ask, BODIES[name]);
      if (path === null || (method !== 'GET' && !body)) without.push(name);
      else found.push({ name, method, path, body });
    }
  }
  return { found, without };
}

/** Puts the id of the first thing that the list before it holds into an address; null where it holds none. */
async function withIds(ask: Product['ask'], template: string): Promise<string | null> {
  let path = '';
  for (const part of template.split('/').slice(1)) {
    const id = /^\{/.test(part)
      ? await firstOf(ask, part === '{customerId}' ? '/api/v1/customers' : path)
      : part;
    if (id === null) return null;
    path += `/${id}`;
  }
  return path;
}

async function firstOf(ask: Product['ask'], path: string): Promise<string | null> {
  const { status, text } = await ask('GET', path);
  if (status !== 200) return null;
  const list = Object.values(JSON.parse(text) as object).find(Array.isArray) as { id?: string }[] | undefined;
  return list?.[0]?.id ?? null;
}

const UNKNOWN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/** A body about somebody there is. */
async function meant(ask: Product['ask'], body: object | undefined): Promise<object | undefined> {
  if (!body) return undefined;
  const entries = Object.entries(body).map(async ([key, value]) => {
    const list = key === 'customerId' ? 'customers' : key === 'campaignId' ? 'campaigns' : null;
    const isId = list && typeof value === 'string' && UNKNOWN_ID.test(value);
    return [key, isId ? await firstOf(ask, `/api/v1/${list}`) : value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

type Answers = Map<string, { status: number; ms: number }[]>;

/** At a steady rate, whether the answers come or not. */
async function load({ askPatiently }: Product, routes: readonly Route[], seconds: number): Promise<Answers> {
  const answers: Answers = new Map();
  const running: Promise<unknown>[] = [];
  const began = performance.now();
  for (let at = 0; at < seconds * RATE; at++) {
    const due = began + (at / RATE) * 1000 - performance.now();
    if (due > 0) await pause(due);
    const { name, method, path, body } = routes[at % routes.length]!;
    const one = askPatiently(method, path, body).then(({ status, ms }) => {
      const known = answers.get(name);
      if (known) known.push({ status, ms });
      else answers.set(name, [{ status, ms }]);
    });
    running.push(one);
  }
  await Promise.all(running);
  return answers;
}
