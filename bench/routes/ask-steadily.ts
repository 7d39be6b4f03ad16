import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../db/seed/random.ts';
import { cpuMs } from '../sending/cpu.ts';
import type { Route } from './find-routes.ts';
import type { Product } from './open-product.ts';

export type Asked = { name: string; status: number; ms: number };

/** What is not answered so long after the last was asked counts as failed, so that a run ends whatever the server does. */
const PATIENCE_MS = 10_000;

/** One after the other, two rounds of them or as far as the time goes; with the processor time of server and database. */
export async function askQuietly(
  { ask, pids }: Product,
  { routes, seconds }: Pick<Load, 'routes' | 'seconds'>,
): Promise<(Asked & { usedMs: number })[]> {
  const asked: (Asked & { usedMs: number })[] = [];
  const used = () => Object.values(pids).reduce((sum, pid) => sum + (cpuMs(pid) ?? Number.NaN), 0);
  const end = performance.now() + seconds * 1000;
  for (const { name, method, path, body } of [...routes, ...routes]) {
    if (performance.now() > end) break;
    const [since, before] = [performance.now(), used()];
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { status, ms } = await ask(method, path, body, { isFirstByte: isDownload(path), signal }).catch(
      () => ({ status: 599, ms: performance.now() - since }),
    );
    asked.push({ name, status, ms, usedMs: used() - before });
  }
  return asked;
}

type Load = { routes: readonly Route[]; perSecond: number; seconds: number; isMixed: boolean };

/** Each as often as any other, every round in another order, the same ones in every run. */
function* rounds({ routes, isMixed }: Pick<Load, 'routes' | 'isMixed'>): Generator<Route> {
  const { shuffle } = createRandom(1);
  for (;;) yield* isMixed ? shuffle(routes) : routes;
}

/** At a steady rate, whether the answers come or not. */
export async function askSteadily(
  { ask }: Product,
  { routes, perSecond, seconds, isMixed }: Load,
): Promise<Asked[]> {
  const asked: Promise<Asked>[] = [];
  const giveUp = new AbortController();
  const order = rounds({ routes, isMixed });
  const began = performance.now();
  for (let at = 0; at < seconds * perSecond; at++) {
    const due = began + (at / perSecond) * 1000 - performance.now();
    if (due > 0) await pause(due);
    const { name, method, path, body } = order.next().value as Route;
    const since = performance.now();
    const one = ask(method, path, body, { isFirstByte: isDownload(path), signal: giveUp.signal })
      .then(({ status, ms }) => ({ name, status, ms }))
      .catch(() => ({ name, status: 599, ms: performance.now() - since }));
    asked.push(one);
  }
  const end = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  const answered = await Promise.all(asked);
  clearTimeout(end);
  return answered;
}

/** Whole files take what they take: measured is when they begin. */
const isDownload = (path: string): boolean => /\/export$|\.csv$/.test(path);
