// A throw-away Postgres on loopback for a test run.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from './machine.ts';

export type PostgresServer = {
  url: string;
  readonly pid: number;
  /** After it was killed: starts it again on what is on its disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts one, or null where the machine has none. What it holds goes with it, unless it is to `keep` it in a folder. */
export async function startPostgres(settings: string[] = [], keep?: string): Promise<PostgresServer | null> {
  const bin = findPostgres();
  if (!bin) return null;
  if (keep) mkdirSync(keep, { recursive: true });
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'refrain-postgres-'));
  // initdb and postgres refuse to run as root.
  const owner: { uid?: number; gid?: number } = process.getuid?.() === 0 ? unprivileged() : {};
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  if (!existsSync(data))
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
      { ...owner, stdio: 'ignore' },
    );
  const port = await freePort();
  const options = ['fsync=off', `unix_socket_directories=${folder}`, 'max_connections=200', ...settings];
  const start = () =>
    spawn(
      join(bin, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...options.flatMap((option) => ['-c', option])],
      { ...owner, stdio: 'ignore' },
    );
  let server = start();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const restart = async () => {
    // One that was killed is waited for by its own children, who hold what the next one needs.
    while (server.exitCode !== null || server.signalCode !== null) {
      server = start();
      await Promise.race([answers(url), once(server, 'exit')]);
    }
  };
  const stop = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', () => server.kill('SIGKILL'));
  await answers(url);
  return {
    url,
    get pid() {
      return server.pid!;
    },
    restart,
    stop,
  };
}

function unprivileged(): { uid: number; gid: number } {
  const id = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u', 'postgres'), gid: id('-g', 'postgres') };
  } catch {
    return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') };
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function answers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
