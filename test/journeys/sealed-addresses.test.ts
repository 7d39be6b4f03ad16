// Whoever gets hold of the database, or of a backup of it, reads nobody's address.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChannels } from '../../channels/index.ts';
import { createAccount } from '../../core/accounts/create-account.ts';
import { createStandinStore } from '../../core/accounts/standin-store.ts';
import type { PlanPage } from '../../core/approval/plan.ts';
import { requestApproval } from '../../core/approval/request-approval.ts';
import { erasePerson } from '../../core/consent/erase-person.ts';
import { readPerson } from '../../core/consent/read-person.ts';
import { decideChange } from '../../core/customers/changes/decide-change.ts';
import { proposeChange } from '../../core/customers/changes/propose-change.ts';
import { importFiles } from '../../core/customers/import/import-files.ts';
import { storeImport } from '../../core/customers/import/store-import.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { recordReceipt } from '../../core/delivery/record-receipt.ts';
import { receiveReply } from '../../core/replies/receive-reply.ts';
import { listNotices } from '../../core/shelf/notices.ts';
import { createShelfStore } from '../../core/shelf/shelf-store.ts';
import { keepAnswer, takeKey } from '../../core/tenants/idempotency-keys.ts';
import { rotateKeys } from '../../core/tenants/rotate-keys.ts';
import { SEALED_COLUMNS, sealWhenDue } from '../../core/tenants/seal-stored.ts';
import { createTenant, openContexts } from '../../core/tenants/workspace.ts';
import { appendThreadMessage } from '../../core/threads/append-thread-message.ts';
import { createThread } from '../../core/threads/create-thread.ts';
import { writeBackup } from '../../db/backup/write-backup.ts';
import { addresses } from '../../db/schema/index.ts';
import { createClock } from '../../lib/clock.ts';
import { createKeyring } from '../../lib/crypto.ts';
import { addCampaign, addPeople, planFor, type TestRecipient } from '../add-campaign.ts';
import { addCustomer } from '../add-customer.ts';
import { addressOn } from '../address-on.ts';
import { type Delivery, deliveryIn } from '../approved-campaign.ts';
import { importFile } from '../import-workspace.ts';
import { addAccount } from '../recording-channels.ts';
import { openTestWorkspace, TEST_KEYS, TEST_NOW } from '../workspace.ts';

const SECRET = 'a secret that is only used by tests, never anywhere else';
const SYSTEM = { kind: 'system', name: 'test' } as const;
const NEWER = 'a newer secret, of this test and nothing else at all';
const rotatedKeys = createKeyring(SECRET, [NEWER]);

let d: Delivery;
let rotated: Delivery['within'];
let admin: Awaited<ReturnType<Delivery['person']>>;
let channels: ReturnType<typeof createChannels>;
beforeAll(async () => {
  d = await deliveryIn(await openTestWorkspace());
  admin = await d.person('admin');
  channels = createChannels({ store: createStandinStore(d.within), shelf: createShelfStore(d.within) });
  await d.as(admin, async (ctx) => {
    for (const channel of channels.values()) {
      const { key } = Object.values(channel.providers).at(channel.key === 'in_app' ? -1 : 0)!;
      const provider = channel.key === 'in_app' ? key : 'standin';
      await createAccount(ctx, { channels, channel: channel.key, provider, name: 'Sealed', settings: {} });
    }
  });
});
afterAll(() => d.close());

/** Every value of every table as text; what is kept as bytes as its text too. */
async function dump(): Promise<string> {
  const { rows } = await d.meddle(`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  let all = '';
  for (const { name } of rows as { name: string }[])
    all += JSON.stringify((await d.meddle(`select to_jsonb(t) as row from "${name}" t`)).rows);
  const bytes = [...all.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) =>
    Buffer.from(hex!, 'hex').toString('latin1'),
  );
  return all + bytes.join('\n');
}

/** Free text, of which only what names an address is sealed. */
const FREE = new Set(['title', 'detail', 'header', 'parts']);
const found = (text: string, told: readonly string[]) => told.filter((one) => text.includes(one));

const CSV = (at: string) =>
  `Name,City,Contact,Email,Phone\nOak ${at},Lyon,Ana,ana.${at}@example.org,+33 6 39 98 00 ${at}\n`;

/** An import, a send on every channel and a fallback, replies, a change of address, an answer that is kept. */
async function live(at: string, on: readonly string[] = [...channels.keys()]) {
  await d.as(admin, (ctx) => importFiles(ctx, { files: [importFile(CSV(at), `${at}.csv`)] }));
  const again = CSV(at).replace('ana.', 'Ana.').replace('Lyon', 'Nice');
  await d.as(admin, (ctx) => importFiles(ctx, { files: [importFile(again, `${at}.csv`)] }));
  const upload = {
    name: 'kept.csv',
    bytes: (async function* () {
      yield Buffer.from(CSV(at));
    })(),
  };
  await storeImport(
    { ...d, tenantId: d.tenant.id, actor: admin },
    (async function* () {
      yield upload;
    })(),
  );
  const people: TestRecipient[] = [];
  for (const channel of on) {
    const address = addressOn(channel, at);
    expect(channels.get(channel)!.normalise(address)).toBe(address);
    const [customerId, contactId] = [crypto.randomUUID(), crypto.randomUUID()];
    await d.system((ctx) =>
      addCustomer(ctx, {
        id: customerId,
        contacts: [{ id: contactId, name: `P ${at}`, at: { [channel]: address } }],
      }),
    );
    people.push({ customerId, contactId, address, channel, timeZone: null, purpose: 'service' });
  }
  const { campaignId } = await d.approve({
    count: 0,
    plan: (ctx, campaign) => {
      const plan = planFor(people)(ctx, campaign);
      const [page] = plan.pages as Iterable<PlanPage>;
      const fallback = { channel: 'sms', address: `second-${at}@example.com`, addressHash: 'x' };
      const consent = { purpose: 'service' as const, basis: 'contract', since: null };
      page!.composed[0]!.fallbacks = [{ ...fallback, rendered: { text: 'Hello' }, consent }];
      return plan;
    },
  });
  await d.meddle(`update channel_accounts set is_enabled = (name = 'Sealed')`);
  await d.tick({ senders: openSenders({ channels, keys: TEST_KEYS }) });
  await d.meddle(`update channel_accounts set is_enabled = (name <> 'Sealed')`);
  const sent = (await d.messagesOf(campaignId)).filter(({ status }) => status !== 'submitted');
  expect(sent.map(({ channel, reason, detail }) => ({ channel, reason, detail }))).toEqual([]);
  for (const { channel, address } of people)
    await d.system((ctx) =>
      receiveReply(ctx, {
        ...{
          channel,
          identifier: address,
          message: `Yes, please: ${address}`,
          externalId: `${at} ${channel}`,
        },
        headers: { from: `P <${address}>`, subject: 'Re: Your contract' },
        normalise: (_channel: string, text: string) => text,
      }),
    );
  const mail = `changed-${at}@example.com`;
  const [{ customerId } = people[0]!] = people;
  const changeId = await d.as(admin, (ctx) =>
    proposeChange(ctx, {
      customerId,
      why: 'They said so.',
      steps: [{ do: 'change_contact', replaces: true, addresses: { email: mail } }],
    }),
  );
  await d.as(admin, (ctx) => decideChange(ctx, { changeId, decision: 'confirm' }));
  await d.as(admin, async (ctx) => {
    const of = { userId: admin.userId, key: at };
    await takeKey(ctx, { ...of, requestHash: 'x' });
    await keepAnswer(ctx, { ...of, status: 200, answer: JSON.stringify({ email: mail }) });
  });
  const [message] = await d.messagesOf(campaignId);
  const tester = `tester-${at}@example.com`;
  await d.as(d.approver, async (ctx) => {
    const test = { kind: 'address', channel: 'email', address: tester } as const;
    const plan = planFor(await addPeople(ctx, { count: 1 }));
    await requestApproval(ctx, { campaignId: await addCampaign(ctx), test, plan });
  });
  await d.as(admin, async (ctx) => {
    const said = `Their mail is ${mail} now`;
    const { id: threadId } = await createThread(ctx, { title: said });
    const card = { kind: 'change', lines: [`email ${mail}`] } as never;
    await appendThreadMessage(ctx, { threadId, role: 'person', parts: [{ kind: 'text', text: said }, card] });
    const receipt = { messageId: message!.id, kind: 'delivered', externalId: at, at: ctx.now } as const;
    await recordReceipt(ctx, { ...receipt, detail: `550 <${mail}> unknown` });
  });
  const told = [
    tester,
    ...people.map(({ address }) => address),
    mail,
    `second-${at}@`,
    `na.${at}@example.org`,
  ];
  return { people, mail, told: [...told, `+33 6 39 98 00 ${at}`, `+336399800${at}`] };
}

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
