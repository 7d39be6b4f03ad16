import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../until.ts';

export type Answer<T> = { status: number; body: T };
/** One process of a version, in a data folder of its own. */
export type VersionProcess = {
  ask<T>(method: string, path: string, body?: object | string): Promise<Answer<T>>;
  /** As whoever replaces it does; answers how it ended. */
  stop(): Promise<number | null>;
};

type Start = {
  folder: string;
  url: string;
  as: 'server' | 'worker' | 'migrate';
  secret?: string;
  now?: string;
};

// A morning in New Zealand: nothing waits for the end of the night.
const NOW = '2026-11-19T22:00:00Z';
const SECRET = 'a-secret-of-this-drill-only-00000000000';

function start({ folder, url, as, secret = SECRET, now = NOW }: Start): {
  child: ChildProcess;
  data: string;
} {
  const data = mkdtempSync(join(tmpdir(), 'refrain-rolling-'));
  const file = as === 'server' ? ['server.ts'] : ['cli/main.ts', as];
  const child = spawn(process.execPath, file, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      ...{ PORT: '0', DATABASE_URL: url, REFRAIN_DATA: data, REFRAIN_SECRET: secret, LOG_LEVEL: 'error' },
      REFRAIN_NOW: now,
      REQUESTS_PER_MINUTE: '1000000',
    },
  });
  process.once('exit', () => child.kill('SIGKILL'));
  return { child, data };
}

/** `refrain migrate` of a version. */
export async function migrateBy(folder: string, url: string): Promise<void> {
  const { child } = start({ folder, url, as: 'migrate' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the migration failed');
}

export async function startServer(
  folder: string,
  url: string,
  other: Pick<Start, 'secret' | 'now'> = {},
): Promise<VersionProcess> {
  const { child, data } = start({ folder, url, as: 'server', ...other });
  const file = join(data, 'server.json');
  await until(
    async () => existsSync(file) || child.exitCode !== null,
    (isThere) => isThere,
    300,
  );
  const { port, token } = JSON.parse(readFileSync(file, 'utf8')) as { port: number; token: string };
  return {
    ask: async (method, path, body) => {
      const type = typeof body === 'string' ? 'text/csv' : 'application/json';
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': type }),
        },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
        signal: AbortSignal.timeout(60_000),
      });
      const text = await answer.text();
      return { status: answer.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as never };
    },
    stop: () => stop(child, data),
  };
}

export async function startWorker(folder: string, url: string): Promise<Pick<VersionProcess, 'stop'>> {
  const { child, data } = start({ folder, url, as: 'worker' });
  return { stop: () => stop(child, data) };
}

async function stop(child: ChildProcess, data: string): Promise<number | null> {
  child.kill('SIGTERM');
  const code = child.exitCode ?? (await once(child, 'exit'))[0];
  rmSync(data, { recursive: true, force: true });
  return code as number | null;
}
