// The provider of sink-process.ts: it can be killed, comes back where it was, and its log is on the disk.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SinkFault } from './sink-faults.ts';
import { type Struck, startStruck } from './start-struck.ts';

export type Provider = Awaited<ReturnType<typeof startProvider>>;

export async function startProvider(fault: SinkFault | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'refrain-provider-'));
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const start = (given: object): Struck => startStruck('sink-process.ts', { log, ...given });
  const first = start({ fault });
  let running = first;
  const port = Number(await running.firstLine);
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: first.child.pid!,
    isStruck: first.isStruck,
    /** From now on without its fault, whether it lives or not. */
    restart: async () => {
      running.child.kill('SIGKILL');
      await running.ended;
      running = start({ port });
      await running.firstLine;
    },
    received: () => readFileSync(log, 'utf8').split('\n').slice(0, -1),
    close: async () => {
      running.child.kill('SIGKILL');
      await running.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
