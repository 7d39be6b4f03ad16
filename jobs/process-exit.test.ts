import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const place = (path: string) => JSON.stringify(join(import.meta.dirname, '..', path));

// In a process of its own: what is left open keeps it alive, and only then does that show.
const PROGRAM = `
import { pglitePool, wrapPool } from ${place('db/client.ts')};
import { startJobs } from ${place('jobs/start-jobs.ts')};
import { createLog } from ${place('lib/log.ts')};
const database = wrapPool('pglite', await pglitePool({}));
let looks = 0;
const ticks = { listTenants: async () => ['a'], tenant: async () => ({ nextAt: (looks += 1) && null }) };
const jobs = await startJobs({ database, ticks, log: createLog('warn') });
jobs.wake('b');
while (looks < 2) await new Promise((resolve) => setTimeout(resolve, 10));
jobs.wake('c');
await jobs.close();
await database.close();
console.log('closed');
`;

it('leaves nothing open that would keep the process alive', async () => {
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    timeout: 80_000,
  });
  expect(await run).toMatchObject({ stdout: 'closed\n', stderr: '' });
});
