// An importing process that dies in the middle of a batch, and right after one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImportRunner } from '../../core/customers/import/import-runner.ts';
import { startImport } from '../../core/customers/import/run-import.ts';
import { storeImport } from '../../core/customers/import/store-import.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { type Database, openDatabase } from '../../db/client.ts';
import { createClock } from '../../lib/clock.ts';
import { createLog } from '../../lib/log.ts';
import { openWorkspaceOn, TEST_KEYS, TEST_NOW, type TestWorkspace } from '../workspace.ts';
import { openSharedDatabase } from './shared-database.ts';

const PROCESS = join(import.meta.dirname, 'importer-process.ts');
const ROWS = 23;
const ACTOR = { kind: 'system', name: 'test' } as const;
let folder: string;
let url: string | undefined;
let database: Database;
let space: TestWorkspace;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'refrain-faults-'));
  ({ database, url } = await openSharedDatabase(folder));
  space = await openWorkspaceOn(database);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Lets a process go on with the import until it is where it is killed. A PGlite folder belongs to one at a time. */
async function killed(importId: string, stop: 'inside' | 'between', at: number): Promise<void> {
  await database.pool.query(`update imports set lease_until = now() - interval '1 second'`);
  if (!url) await database.close();
  const given = { url, dataFolder: folder, tenantId: space.tenant.id, importId, stop, at };
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited]);
  child.kill('SIGKILL');
  expect((await exited)[1]).toBe('SIGKILL');
  if (!url) database = await openDatabase({ dataFolder: folder });
}

const one = async (sql: string) => (await database.pool.query(sql)).rows[0] as Record<string, unknown>;
const written = () =>
  one(`select (select count(*)::int from customers) as customers, (select count(*)::int from units) as units,
    (select count(*)::int from contracts) as contracts, (select count(*)::int from contacts) as contacts,
    (select count(*)::int from addresses) as addresses, (select count(*)::int from import_entries) as entries,
    (select count(*)::int from customer_facts where named = 2) as facts, (select position from imports) as position`);
const whole = (rows: number) => ({
  customers: rows,
  units: rows * 2,
  contracts: rows,
  contacts: rows,
  addresses: rows,
  entries: rows,
  facts: rows,
  position: rows,
});

async function* file() {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `House ${at},Lyon,"Bar, Pool",2027-01-31,Kim ${at},gm${at}@example.com`,
  );
  const head = 'Customer,City,Zone names,Contract end,Contact name,Email';
  yield {
    name: 'a.csv',
    bytes: (async function* () {
      yield Buffer.from([head, ...rows].join('\n'));
    })(),
  };
}

describe('an import whose process is killed', { timeout: 120_000 }, () => {
  it('has whole batches only, and is gone on with by another, nothing doubled', async () => {
    const importId = await storeImport(
      { within: space.within, tenantId: space.tenant.id, actor: ACTOR },
      file(),
    );
    await space.system((ctx) => startImport(ctx, importId));
    await killed(importId, 'inside', 20);
    expect(await written()).toEqual(whole(10));
    // Opening a folder again takes seconds, and between batches a folder is no other than a server.
    const position = url ? 20 : 10;
    if (url) await killed(importId, 'between', 20);
    expect(await written()).toEqual(whole(position));

    const runner = createImportRunner({
      within: openContexts({ database, clock: createClock(TEST_NOW), keys: TEST_KEYS }),
      normalise: (_channel, address) => address.toLowerCase(),
      owner: 'another',
      batch: 10,
      log: createLog('silent'),
    });
    await runner.pickUp(space.tenant.id);
    await runner.settle();
    // The one that is gone has it until its lease ends.
    expect(await written()).toEqual(whole(position));
    await database.pool.query(`update imports set lease_until = now() - interval '1 second'`);
    await runner.pickUp(space.tenant.id);
    await runner.settle();
    expect(await written()).toEqual(whole(ROWS));
    const { status, report } = await one('select status, report from imports');
    expect(status).toBe('done');
    expect(report).toMatchObject({ created: ROWS, updated: 0, contacts: ROWS, files: [{ entries: ROWS }] });
    expect(await one('select count(distinct import_key)::int as keys from customers')).toEqual({
      keys: ROWS,
    });
  });
});
