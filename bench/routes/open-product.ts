// The server as people start it, in a process of its own on a Postgres of its own, and somebody signed in to it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresDatabase } from '../../test/database.ts';
import { startPostgres } from '../../test/postgres-server.ts';

const ROOT = join(import.meta.dirname, '../..');

/** `isFirstByte`: nothing is read beyond it. */
type How = { isFirstByte?: boolean; signal?: AbortSignal };
export type Answer = { status: number; ms: number; text: string };
export type Product = Awaited<ReturnType<typeof openProduct>>;

export async function openProduct() {
  const postgres = await startPostgres([
    'shared_buffers=512MB',
    'work_mem=64MB',
    'jit=off',
    'max_wal_size=4GB',
  ]);
  if (!postgres) throw new Error('This needs Postgres: there are no binaries on this machine.');
  const own = await createPostgresDatabase(postgres.url);
  const folder = mkdtempSync(join(tmpdir(), 'refrain-bench-'));
  const watch = ['--import', './bench/routes/watch-loop.ts'];
  const asStarted = ['--max-semi-space-size=16', '--import', './scripts/compile-cache.mjs'];
  const server = spawn(process.execPath, [...asStarted, ...watch, 'server.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: own.url,
      REFRAIN_DATA: folder,
      REFRAIN_SECRET: 'a-secret-of-this-measurement-only-000000',
      REQUESTS_PER_MINUTE: '100000000',
      REFRAIN_NOW: comingMorning(),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // Whatever breaks here, it ends with this process.
  process.once('exit', () => server.kill('SIGKILL'));
  const link = await readLink(server.stdout!);
  const redeemed = await fetch(link, { redirect: 'manual' });
  const cookie = (redeemed.headers.get('set-cookie') ?? '').split(';')[0]!;
  const base = new URL(link).origin;

  const ask = async (
    method: string,
    path: string,
    body?: object | string,
    { isFirstByte = false, signal = AbortSignal.timeout(60_000) }: How = {},
  ): Promise<Answer> => {
    const began = performance.now();
    const isFile = typeof body === 'string' || Buffer.isBuffer(body);
    const type = typeof body === 'string' ? 'text/csv' : isFile ? 'image/png' : 'application/json';
    const answer = await fetch(base + path, {
      method,
      headers: { cookie, origin: base, ...(body === undefined ? {} : { 'content-type': type }) },
      signal,
      body: body === undefined ? null : isFile ? (body as BodyInit) : JSON.stringify(body),
    });
    if (isFirstByte) {
      const reader = answer.body?.getReader();
      await reader?.read();
      const ms = performance.now() - began;
      await reader?.cancel();
      return { status: answer.status, ms, text: '' };
    }
    const text = await answer.text();
    return { status: answer.status, ms: performance.now() - began, text };
  };
  return {
    url: own.url,
    base,
    ask,
    /** What a page that follows something is told, as it comes. */
    events: async (path: string): Promise<AsyncIterable<Uint8Array>> => {
      const answer = await fetch(base + path, { headers: { cookie, accept: 'text/event-stream' } });
      if (!answer.ok || !answer.body) throw new Error(`${path} was answered with ${answer.status}.`);
      return answer.body;
    },
    /** Whose processor time is looked at. */
    pids: { server: server.pid!, database: postgres.pid },
    /** The longest that its event loop computed without a break since this was asked before, in milliseconds. */
    longestBlock: async (): Promise<number> => {
      const told = once(server, 'message');
      server.send('longest');
      return Number((await told)[0]);
    },
    close: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
      await own.drop();
      await postgres.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * A morning in Asia: nothing waits for the end of the night. One that is still to come, because what is there was made
 * before it.
 */
function comingMorning(): string {
  const day = new Date(Date.now() + 86_400_000);
  // Nor for the end of a week.
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return `${day.toISOString().slice(0, 10)}T03:00:00Z`;
}

/** What the server prints when it is ready. */
async function readLink(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const chunk of output) {
    said += String(chunk);
    const [, link] = /Sign in[^:]*: (\S+)/.exec(said) ?? [];
    if (link) return link;
  }
  throw new Error(`The server ended before it was ready: ${said}`);
}
