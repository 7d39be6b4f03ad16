// A throw-away Redis on loopback for a test.
import { spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import { findRedis } from './machine.ts';
import { freePort } from './postgres-server.ts';

export type RedisServer = {
  url: string;
  port: number;
  pid: number;
  empty(): Promise<void>;
  stop(): Promise<void>;
  /** By whomever it was ended. */
  ended: Promise<void>;
};

/** `port` brings one back where another was. */
export async function startRedis(port?: number): Promise<RedisServer> {
  const binary = findRedis();
  if (!binary) throw new Error('There is no redis-server on this machine.');
  const at = port ?? (await freePort());
  const options = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(binary, options, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const failed = ended.then(() => Promise.reject(new Error(`Redis did not start on port ${at}.`)));
  const killIt = () => server.kill('SIGKILL');
  process.once('exit', killIt);
  server.once('exit', () => process.off('exit', killIt));
  const url = `redis://127.0.0.1:${at}`;
  const ask = async (command: string) => {
    const client = new Redis(url, { maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.call(command);
    client.disconnect();
  };
  await Promise.race([ask('ping'), failed]);
  failed.catch(() => undefined);
  return {
    url,
    port: at,
    pid: server.pid!,
    ended,
    empty: () => ask('flushall'),
    stop: async () => {
      server.kill('SIGKILL');
      await ended;
    },
  };
}
