import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Delivery, openDelivery } from '../../test/approved-campaign.ts';
import { openTestDatabase } from '../../test/database.ts';
import { addAccount } from '../../test/recording-channels.ts';
import type { Database } from '../client.ts';
import { restoreBackup } from './restore-backup.ts';
import { inOneMoment, listTables, sumTable } from './tables.ts';
import { writeBackup } from './write-backup.ts';

const SECRET = 'a fingerprint';
const now = new Date('2026-11-21T03:00:00Z');
let folder: string;
let path: string;
let d: Delivery;
let counts: Record<string, number>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'refrain-backup-'));
  path = join(folder, 'all.gz');
  d = await openDelivery();
  await d.system((ctx) => addAccount(ctx));
  await d.approve({ count: 3 });
  await d.tick();
  counts = await writeBackup(d.database, { path, secret: SECRET, now });
});
afterAll(async () => {
  await d.close();
  rmSync(folder, { recursive: true, force: true });
});

const sums = (database: Database) =>
  inOneMoment(database.pool, 'read only', async (client) => {
    const tables = await listTables(client);
    return Promise.all(tables.map(async (table) => [table, await sumTable(client, table)]));
  });

/** Into a database of its own, which is looked at before it goes. */
async function restoring<T>(
  file: string,
  look: (database: Database, restore: () => Promise<Record<string, number>>) => Promise<T>,
  secret = SECRET,
): Promise<T> {
  const database = await openTestDatabase();
  try {
    return await look(database, () => restoreBackup(database, { path: file, secret }));
  } finally {
    await database.close();
  }
}

const lines = () => gunzipSync(readFileSync(path)).toString('utf8').split('\n');
function changed(name: string, change: (line: string) => string): string {
  const file = join(folder, name);
  writeFileSync(file, gzipSync(lines().map(change).join('\n')));
  return file;
}

describe('a backup', () => {
  it('holds every table, and only its owner may read it', () => {
    expect(counts).toMatchObject({ 'public.tenants': 1, 'public.messages': 3, 'public.approvals': 1 });
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  it('is restored into an empty database as it was, row for row', async () => {
    const before = await sums(d.database);
    await restoring(path, async (database, restore) => {
      expect(await restore()).toEqual(counts);
      expect(await sums(database)).toEqual(before);
    });
  });

  it('keeps what a database has two ways to say nothing with apart', async () => {
    const column = `select settings -> 'left' is null as absent, settings ->> 'left' is null as empty from tenants`;
    await d.database.pool.query(`update tenants set settings = settings || '{"left": null}'`);
    const file = join(folder, 'null.gz');
    await writeBackup(d.database, { path: file, secret: SECRET, now });
    await restoring(file, async (database, restore) => {
      await restore();
      expect((await database.pool.query(column)).rows).toEqual([{ absent: false, empty: true }]);
    });
  });

  it('lets what stood aside work again', async () => {
    await restoring(path, async (database, restore) => {
      await restore();
      const { rows } = await database.pool.query('show session_replication_role');
      expect(rows).toEqual([{ session_replication_role: 'origin' }]);
    });
  });
});

describe('what is refused, and leaves the database empty', () => {
  const cases: [string, () => string, RegExp][] = [
    ['a file that is not there', () => join(folder, 'none.gz'), /is not there/],
    ['no gzip', () => write('plain.gz', Buffer.from('hello')), /damaged or no gzip/],
    ['one that was cut off', () => write('cut.gz', readFileSync(path).subarray(0, -200)), /damaged/],
    ['a gzip of something else', () => write('other.gz', gzipSync('{"a":1}\n')), /does not begin as one/],
    [
      'one that ends early',
      () => write('early.gz', gzipSync(lines().slice(0, 40).join('\n'))),
      /ends within|lacks/,
    ],
    [
      'a changed row',
      () => changed('row.gz', (line) => line.replace('Renewals', 'Renewal5')),
      /not what it was/,
    ],
    [
      'another version',
      () => changed('old.gz', (line) => line.replace(/"schema":"\w+"/, '"schema":"0"')),
      /version/,
    ],
    [
      'a table that nobody knows',
      () => changed('t.gz', (line) => line.replace('public.tenants', 'public.x')),
      /not known/,
    ],
  ];
  const write = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  it.each(cases)('%s', async (_what, file, why) => {
    await restoring(file(), async (database, restore) => {
      await expect(restore()).rejects.toMatchObject({
        code: 'backup:unreadable',
        message: expect.stringMatching(why),
      });
      expect((await database.pool.query('select from tenants')).rows).toEqual([]);
    });
  });

  it('what another secret sealed', async () => {
    const other = restoring(path, (_database, restore) => restore(), 'another');
    await expect(other).rejects.toMatchObject({ code: 'backup:secret' });
  });

  it('a database that has something already', async () => {
    const again = restoreBackup(d.database, { path, secret: SECRET });
    await expect(again).rejects.toMatchObject({ code: 'backup:not_empty' });
  });
});
