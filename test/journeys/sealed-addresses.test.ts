// Whoever gets hold of the database, or of a backup of it, reads nobody's address.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson } from '../../core/consent/erase-person.ts';
import { readPerson } from '../../core/consent/read-person.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { listNotices } from '../../core/shelf/notices.ts';
import { rotateKeys } from '../../core/tenants/rotate-keys.ts';
import { SEALED_COLUMNS, sealWhenDue } from '../../core/tenants/seal-stored.ts';
import { createTenant, openContexts } from '../../core/tenants/workspace.ts';
import { writeBackup } from '../../db/backup/write-backup.ts';
import { addresses } from '../../db/schema/index.ts';
import { createClock } from '../../lib/clock.ts';
import { createKeyring } from '../../lib/crypto.ts';
import type { Delivery } from '../approved-campaign.ts';
import { type Done, openToDoEverything } from '../done-everything.ts';
import { addAccount } from '../recording-channels.ts';
import { TEST_KEYS, TEST_NOW } from '../workspace.ts';

const SECRET = 'a secret that is only used by tests, never anywhere else';
const SYSTEM = { kind: 'system', name: 'test' } as const;
const NEWER = 'a newer secret, of this test and nothing else at all';
const rotatedKeys = createKeyring(SECRET, [NEWER]);

let d: Delivery;
let rotated: Delivery['within'];
let admin: Done['admin'];
let dump: Done['dump'];
let live: Done['live'];
beforeAll(async () => {
  ({ d, admin, dump, live } = await openToDoEverything());
});
afterAll(() => d.close());

/** Free text, of which only what names an address is sealed. */
const FREE = new Set(['title', 'detail', 'header', 'parts']);
const found = (text: string, told: readonly string[]) => told.filter((one) => text.includes(one));

const noticesOf = (address: string) => d.as(admin, (ctx) => listNotices(ctx, { to: address, limit: 5 }));

describe('what lies in the database', () => {
  it('was in clear under an earlier version, and is sealed while people work; what was approved before goes out', async () => {
    await d.meddle('delete from address_keys');
    await d.meddle('update tenants set sealed_under = null');
    const { people, told } = await live('22', ['email', 'in_app', 'sms']);
    await d.system((ctx) => addAccount(ctx));
    const waiting = await d.approve({ count: 2 });
    const clear = await dump();
    expect(found(clear, told)).toEqual(told.filter((one) => clear.includes(one)));
    expect(found(clear, told).length).toBeGreaterThan(people.length);
    const of = { tenantId: d.tenant.id, keys: TEST_KEYS };
    // On a database that many processes share, those of the version before have a day to go.
    expect(await sealWhenDue({ pool: d.database.pool, kind: 'postgres' }, of)).toBe(false);
    const alone = { pool: d.database.pool, kind: 'pglite' } as const;
    expect(await sealWhenDue(alone, of)).toBe(true);
    expect(found(await dump(), told)).toEqual([]);
    // Once more, for whoever was in the middle of something then; and never again.
    expect(await sealWhenDue(alone, of)).toBe(true);
    expect(await sealWhenDue(alone, of)).toBe(false);
    expect(await noticesOf(people.find(({ channel }) => channel === 'in_app')!.address)).toHaveLength(1);
    d.sent.length = 0;
    await d.tick();
    expect(d.sent.map(({ to }) => to).sort()).toEqual(waiting.people.map(({ address }) => address).sort());
  });

  it('names nobody’s address, whatever was done with it, and neither does a backup; who works here reads them', async () => {
    const { people, told, mail } = await live('11');
    expect(found(await dump(), told)).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'refrain-sealed-'));
    const path = join(folder, 'backup.gz');
    await writeBackup(d.database, { path, secret: 'x', now: new Date(TEST_NOW) });
    expect(found(gunzipSync(readFileSync(path)).toString(), told)).toEqual([]);
    rmSync(folder, { recursive: true });

    const app = people.find(({ channel }) => channel === 'in_app')!;
    expect(await noticesOf(app.address)).toHaveLength(1);
    const file = await d.as(admin, (ctx) => readPerson(ctx, mail));
    expect(found(JSON.stringify(file), [people[0]!.address, mail])).toHaveLength(2);
    await d.as(admin, (ctx) => erasePerson(ctx, mail));
    expect(found(await dump(), told)).toEqual([]);
  });

  it('is sealed under a new key by the command that rotates them, while a campaign sends, each message once', async () => {
    const keys = rotatedKeys;
    const { people, campaignId } = await d.approve({ count: 30 });
    d.sent.length = 0;
    rotated = openContexts({ database: d.database, clock: createClock(TEST_NOW), keys });
    // What an account is opened with is sealed anew, too.
    const senders = openSenders({ channels: d.channels, keys });
    // Rows that are being sealed are passed over, and are another look's: the last when all are sealed.
    const look = async (most: number) => {
      for (let n = 0; n < most && d.sent.length < people.length; n++)
        await d.tick({ within: rotated, senders, batch: 5 });
    };
    const sending = look(60);
    const done = await rotateKeys(d.database, keys);
    await sending;
    await look(people.length);
    await senders.close();
    expect(done).toMatchObject({ 'address_keys.sealed_key': 1, 'manifest_rows.address': expect.any(Number) });
    expect(d.sent.map(({ to }) => to).sort()).toEqual(people.map(({ address }) => address).sort());
    expect((await d.messagesOf(campaignId)).every(({ status }) => status === 'submitted')).toBe(true);
    // Every value, in each of the columns, is under the second key.
    for (const { table, name, type } of SEALED_COLUMNS) {
      const text = type === 'bytea' ? `convert_from(substring("${name}" for 5), 'utf8')` : `"${name}"::text`;
      const isLeft = FREE.has(name) ? 'false' : `not ${text} ~ '§|"text": ""|^(|\\{\\}|\\[\\])$'`;
      const { rows } = await d.meddle(
        `select ${text} as stored from "${table}" where ${text} ~ '§[tjb]?1\\.' or ${isLeft}`,
      );
      expect({ table, name, rows }).toEqual({ table, name, rows: [] });
    }
    expect(await rotateKeys(d.database, keys)).toEqual({});
    // What a stop is kept under is not.
    expect(keys.address).toEqual(TEST_KEYS.address);
    const fresh = openContexts({
      database: d.database,
      clock: createClock(TEST_NOW),
      keys: createKeyring('x', [NEWER]),
    });
    const rows = await fresh(d.tenant.id, SYSTEM, ({ tx }) => tx.select().from(addresses));
    expect(rows.every(({ address }) => !address.startsWith('§'))).toBe(true);
  });

  it('opens for its own workspace only, unchanged only, and is left as it stands otherwise', async () => {
    const { id } = await createTenant(d.database, rotatedKeys, { slug: 'other', name: 'Other' });
    const [mine] = (await d.meddle(`select address from addresses where address like '§%' limit 1`)).rows;
    const { address } = mine as { address: string };
    const asked = await rotated(id, SYSTEM, ({ tx }) => tx.execute(sql`select ${address}::text as it`));
    expect(asked.rows).toEqual([{ it: address }]);
    const turned = address.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    const changed = await rotated(d.tenant.id, SYSTEM, ({ tx }) =>
      tx.execute(sql`select ${`${turned}AAAA`}::text as it`),
    );
    expect(changed.rows).toEqual([{ it: `${turned}AAAA` }]);
  });
});
