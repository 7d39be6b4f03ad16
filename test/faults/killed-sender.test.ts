// A sending process that dies between handing a message over and writing that down.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openContexts } from '../../core/tenants/workspace.ts';
import { type Database, openDatabase } from '../../db/client.ts';
import { createClock } from '../../lib/clock.ts';
import { type Delivery, deliveryIn } from '../approved-campaign.ts';
import { addAccount } from '../recording-channels.ts';
import { openWorkspaceOn, TEST_KEYS, TEST_NOW } from '../workspace.ts';
import { openSharedDatabase } from './shared-database.ts';
import { openSink, type Sink } from './sink.ts';

const PROCESS = join(import.meta.dirname, 'sender-process.ts');
let sink: Sink;
let folder: string;
let url: string | undefined;
let database: Database;
let d: Delivery;

beforeEach(async () => {
  sink = await openSink();
  folder = mkdtempSync(join(tmpdir(), 'refrain-faults-'));
  ({ database, url } = await openSharedDatabase(folder));
  d = await deliveryIn(await openWorkspaceOn(database));
  await d.system((ctx) => addAccount(ctx));
});
afterEach(async () => {
  await database.close();
  await sink.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A PGlite folder belongs to one process at a time. */
async function lend<T>(work: () => Promise<T>): Promise<T> {
  if (url) return work();
  await database.close();
  const result = await work();
  database = await openDatabase({ dataFolder: folder });
  return result;
}

function spawnSender(batch: number): ChildProcess {
  const given = { url, dataFolder: folder, tenantId: d.tenant.id, sink: sink.url, batch };
  return spawn(process.execPath, [PROCESS, JSON.stringify(given)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function killAt(count: number, batch: number): Promise<void> {
  const child = spawnSender(batch);
  const exited = once(child, 'exit');
  sink.state.onMessage = async () => {
    if (sink.received.length < count) return;
    child.kill('SIGKILL');
    await exited;
  };
  const [, signal] = await exited;
  expect(signal).toBe('SIGKILL');
  sink.state.onMessage = async () => {};
}

const rows = async (sql: string) => (await database.pool.query(sql)).rows;
const ends = async () =>
  (await rows('select status from messages order by status')).map(({ status }) => status as string);

/** The same workspace through the database as it is open now. */
const tick = () =>
  d.tick({ within: openContexts({ database, clock: createClock(TEST_NOW), keys: TEST_KEYS }), batch: 50 });

describe('a sender that is killed after the provider took a message', { timeout: 120_000 }, () => {
  it('leaves it unknown, and nobody sends it again', async () => {
    await d.approve();
    await lend(() => killAt(1, 50));
    expect(sink.received).toHaveLength(1);
    expect(await ends()).toEqual(['claimed']);
    await tick();
    expect(await ends()).toEqual(['claimed']);

    await database.pool.query(`update messages set lease_until = now() - interval '1 second'`);
    await tick();
    await tick();
    expect(await ends()).toEqual(['unknown']);
    expect(await rows('select outcome, number from attempts')).toEqual([{ outcome: 'unknown', number: 1 }]);
    expect(d.sent).toEqual([]);
    expect(sink.received).toHaveLength(1);
  });

  it('keeps what was recorded, leaves its batch unknown, and lets the others go on, each once', async () => {
    await d.approve({ count: 9 });
    await lend(() => killAt(5, 3));
    await database.pool.query(
      `update messages set lease_until = now() - interval '1 second' where status = 'claimed'`,
    );
    await tick();
    expect(await ends()).toEqual([...Array(6).fill('submitted'), ...Array(3).fill('unknown')]);
    const all = [...sink.received, ...d.sent.map(({ messageId }) => messageId)];
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(8);
  });
});

describe.skipIf(!process.env.TEST_POSTGRES_URL)(
  'two sending processes on Postgres',
  { timeout: 120_000 },
  () => {
    it('share the queue and send each message once', async () => {
      await d.approve({ count: 60 });
      const children = [spawnSender(4), spawnSender(4), spawnSender(4)];
      const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
      expect(codes).toEqual([0, 0, 0]);
      expect(sink.received).toHaveLength(60);
      expect(new Set(sink.received).size).toBe(60);
      expect(new Set(await ends())).toEqual(new Set(['submitted']));
    });
  },
);
