import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChannels } from '../../channels/index.ts';
import { auditEvents, channelAccounts } from '../../db/schema/index.ts';
import { addCustomer, testHash } from '../../test/add-customer.ts';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { suppress } from '../consent/suppress.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { openSenders } from '../delivery/open-senders.ts';
import { receiveEvents } from '../inbound/receive-events.ts';
import type { Actor } from '../tenants/roles.ts';
import { readAccountHealth } from './account-health.ts';
import { bootstrapAccounts } from './bootstrap-accounts.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { listAccounts } from './list-accounts.ts';
import { testAccount } from './test-account.ts';

const outbox = memoryStandinStore();
const channels = createChannels(outbox);
const SMTP = { url: 'smtp://anong:hush-hush@mail.example.com:587', from: 'team@example.com' };

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
});
afterAll(() => ws.close());
beforeEach(() => ws.system((ctx) => ctx.tx.delete(channelAccounts)));

const add = (changes: Record<string, unknown> = {}) =>
  ws.system((ctx) =>
    createAccount(ctx, {
      channels,
      channel: 'email',
      provider: 'smtp',
      name: 'Mail',
      settings: SMTP,
      ...changes,
    }),
  );

describe('the senders of a new workspace', () => {
  const kinds = async () =>
    (await ws.system(listAccounts)).map(({ channel, provider }) => `${channel} ${provider}`);

  it('are the stand-ins, each with the limits its channel begins with', async () => {
    await ws.system((ctx) => bootstrapAccounts(ctx, { channels }));
    const accounts = await ws.system(listAccounts);
    expect(accounts.map(({ channel, provider, limits }) => ({ channel, provider, limits }))).toEqual([
      { channel: 'email', provider: 'standin', limits: [{ perMs: 3_600_000, max: 100 }] },
      { channel: 'line', provider: 'standin', limits: [{ perMs: 86_400_000, max: 500 }] },
      { channel: 'sms', provider: 'standin', limits: [{ perMs: 1000, max: 1 }] },
      { channel: 'whatsapp', provider: 'standin', limits: [{ perMs: 86_400_000, max: 1000 }] },
    ]);
  });

  it('send e-mail by the mail server of the settings, where there is one', async () => {
    await ws.system((ctx) => bootstrapAccounts(ctx, { channels, smtp: SMTP }));
    expect(await kinds()).toEqual(['email smtp', 'line standin', 'sms standin', 'whatsapp standin']);
  });

  it('are made once: the settings do not change a workspace that has any', async () => {
    await ws.system((ctx) => bootstrapAccounts(ctx, { channels }));
    await ws.system((ctx) => bootstrapAccounts(ctx, { channels, smtp: SMTP }));
    expect(await kinds()).toEqual(['email standin', 'line standin', 'sms standin', 'whatsapp standin']);
  });

  it('can all be opened with the keys they were sealed with', async () => {
    await ws.system((ctx) => bootstrapAccounts(ctx, { channels, smtp: SMTP }));
    const senders = openSenders({ channels, keys: ws.keys });
    const rows = await ws.system((ctx) => ctx.tx.select().from(channelAccounts));
    for (const row of rows) expect(senders.find(row)?.channel.key).toBe(row.channel);
    await senders.close();
  });
});

describe('a sender that is added', () => {
  it('keeps its secrets sealed: not in the row, not in the list, not in the audit', async () => {
    await add();
    const everything = await ws.system(async (ctx) => [
      await ctx.tx.select().from(channelAccounts),
      await ctx.tx.select().from(auditEvents),
      await listAccounts(ctx),
    ]);
    expect(JSON.stringify(everything)).not.toContain('hush-hush');
    expect(JSON.stringify(await ws.system(listAccounts))).not.toMatch(/sealed|smtp:\/\//);
  });

  it('is recorded with who added it', async () => {
    const admin = await ws.person('admin');
    const { id } = await ws.as(admin, (ctx) =>
      createAccount(ctx, { channels, channel: 'line', provider: 'standin', name: 'Second', settings: {} }),
    );
    const events = await ws.system((ctx) => ctx.tx.select().from(auditEvents));
    expect(events.at(-1)).toMatchObject({
      action: 'account.created',
      subject: id,
      actor: { userId: admin.userId },
    });
  });

  it('takes limits of its own', async () => {
    await add({ limits: [{ perMs: 60_000, max: 7 }] });
    expect((await ws.system(listAccounts))[0]?.limits).toEqual([{ perMs: 60_000, max: 7 }]);
  });

  it('keeps to what its provider last reported, whatever the order, beside limits that were set', async () => {
    const perMs = 86_400_000;
    await ws.system((ctx) => bootstrapAccounts(ctx, { channels }));
    const whatsapp = (await ws.system(listAccounts)).find(({ channel }) => channel === 'whatsapp');
    const accountId = whatsapp!.id;
    const windows = async () =>
      (await ws.system(limitsLeft)).find((one) => one.accountId === accountId)!.windows.map(({ max }) => max);
    const report = async (max: number | null, minute: number) => {
      const at = new Date(Date.UTC(2026, 10, 21, 2, minute));
      const event = { kind: 'limit' as const, perMs, max, instead: 1000, externalId: `limit:${minute}`, at };
      const events = [{ accountId, channel: 'whatsapp', event }];
      await ws.system((ctx) => receiveEvents(ctx, { events, normalise: () => null, surfaces: new Map() }));
      return windows();
    };
    expect(await windows()).toEqual([1000]);
    expect(await report(2000, 10)).toEqual([2000]);
    expect(await report(250, 5)).toEqual([2000]);
    expect(await report(null, 20)).toEqual([]);
    const admin = await ws.person('admin');
    await ws.as(admin, (ctx) => changeAccount(ctx, { accountId, limits: [{ perMs, max: 500 }] }));
    expect(await report(10_000, 30)).toEqual([500, 10_000]);
    await ws.as(admin, (ctx) => changeAccount(ctx, { accountId, limits: [{ perMs, max: 1000 }] }));
    // As many as were taken for its limit before anything was reported, but said by a person.
    expect(await report(2000, 40)).toEqual([1000, 2000]);
    const events = await ws.system((ctx) => ctx.tx.select().from(auditEvents));
    expect(events.at(-1)).toMatchObject({ action: 'account.limit_reported', subject: accountId });
  });

  it.each([
    ['a channel that is not there', { channel: 'pigeon' }, 'channel:unknown', /pigeon/],
    ['a provider that is not there', { provider: 'fax' }, 'channel:unknown', /fax/],
    ['a provider of another channel', { channel: 'line' }, 'channel:unknown', /smtp/],
    ['a name of the language', { provider: 'constructor' }, 'channel:unknown', /constructor/],
    [
      'settings that do not fit',
      { settings: { ...SMTP, from: 'hush-hush' } },
      'input:invalid',
      /^(?!.*hush-hush)/,
    ],
    ['no settings', { settings: undefined }, 'input:invalid', /settings/],
  ])('is refused with %s', async (_what, changes, code, message) => {
    await expect(add(changes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(await ws.system(listAccounts)).toEqual([]);
  });

  it('is refused under a name that is taken on its channel, not on another', async () => {
    await add();
    await expect(add()).rejects.toMatchObject({ code: 'input:invalid' });
    await add({ channel: 'line', provider: 'standin', settings: {} });
  });

  it('is for admins to add', async () => {
    for (const role of ['viewer', 'manager', 'approver'] as const) {
      const person = await ws.person(role);
      const adding = ws.as(person, (ctx) =>
        createAccount(ctx, { channels, channel: 'line', provider: 'standin', name: 'x', settings: {} }),
      );
      await expect(adding).rejects.toMatchObject({ code: 'auth:forbidden' });
    }
  });
});

describe('a test message', () => {
  const standin = { channel: 'email', provider: 'standin', name: 'Out', settings: {} };
  const test = (actor: Actor, accountId: string, to?: string) =>
    testAccount(
      { within: ws.within, tenantId: ws.tenant.id, channels, actor, waitMs: 200 },
      { accountId, to },
    );
  const left = () =>
    [...outbox.kept.values()].map(({ address, content }) => ({ address, text: content.text }));
  const logged = async (accountId: string) =>
    (await ws.system((ctx) => ctx.tx.select().from(auditEvents)))
      .filter(({ subject, action }) => subject === accountId && action.startsWith('account.test'))
      .map(({ action, actor, data }) => ({ action, actor, data }));

  beforeEach(() => outbox.kept.clear());

  it('goes to oneself, says what it is, and is on record before it leaves and after', async () => {
    const admin = await ws.person('admin');
    const { id } = await add(standin);
    const to = `${admin.userId}@example.com`;
    expect(await test(admin, id)).toEqual({ to, outcome: 'submitted', code: null, detail: null });
    expect(left()).toEqual([
      { address: to, text: expect.stringContaining(`Test message of Test: ${admin.name}`) },
    ]);
    expect(await logged(id)).toMatchObject([
      { action: 'account.test_begun', actor: { userId: admin.userId } },
      { action: 'account.tested', data: { outcome: 'submitted' } },
    ]);
    expect(JSON.stringify(await logged(id))).not.toContain(to);
    expect((await ws.system(readAccountHealth))[0]).toMatchObject({
      lastTest: { outcome: 'submitted' },
      lastTakenAt: null,
    });
  });

  it('goes to an address as its channel writes it, also by an account that is out of use', async () => {
    const { id } = await add({ channel: 'sms', provider: 'standin', name: 'Texts', settings: {} });
    await ws.system((ctx) => changeAccount(ctx, { accountId: id, isEnabled: false }));
    expect(await test(await ws.person('admin'), id, ' +66 81 234 5678 ')).toMatchObject({
      to: '+66812345678',
    });
  });

  it('tells what the provider says, and that nobody knows where it says nothing', async () => {
    const admin = await ws.person('admin');
    const of = async (name: string, fault: string) =>
      test(admin, (await add({ ...standin, name, settings: { faults: [{ to: '*', fault }] } })).id);
    expect(await of('No', 'rejected')).toMatchObject({ outcome: 'rejected', code: 'scripted' });
    expect(await of('Gone', 'unreachable')).toMatchObject({
      outcome: 'unreachable',
      detail: expect.any(String),
    });
    const { accept } = outbox.store;
    outbox.store.accept = () => new Promise(() => {});
    const silent = await add({ ...standin, name: 'Silent' });
    const said = await test(admin, silent.id).finally(() => Object.assign(outbox.store, { accept }));
    expect(said).toMatchObject({ outcome: 'unknown', detail: expect.stringContaining('in time') });
  });

  it('never reaches a customer, nor whoever stopped, in whatever spelling', async () => {
    const admin = await ws.person('admin');
    const { id } = await add(standin);
    await ws.system(async (ctx) => {
      await addCustomer(ctx, { contacts: [{ at: { email: 'guest@example.org' } }] });
      const addressHash = testHash(ctx, 'stopped@example.org');
      await suppress(ctx, { addressHash, scope: 'marketing', reason: 'opted_out', source: 'reply' });
    });
    for (const to of ['guest@example.org', ' Guest@Example.ORG', 'STOPPED@example.org', 'nobody'])
      await expect(test(admin, id, to)).rejects.toMatchObject({ code: 'input:invalid' });
    expect(left()).toEqual([]);
    expect(await logged(id)).toEqual([]);
  });

  it('is no way out for those who may not administer, for scripts, to pages, or again and again', async () => {
    const { id } = await add(standin);
    const page = await add({ channel: 'facebook', provider: 'standin', name: 'Page', settings: {} });
    const admin = await ws.person('admin');
    for (const actor of [await ws.person('approver'), await ws.person('admin', 'token')])
      await expect(test(actor, id)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(test({ ...admin, needsProof: true }, id)).rejects.toMatchObject({
      code: 'auth:second_factor',
    });
    await expect(test(admin, page.id, 'us')).rejects.toMatchObject({ code: 'account:untestable' });
    await expect(test(admin, ws.tenant.id)).rejects.toMatchObject({ code: 'account:unknown' });
    const tries = Array.from(
      { length: 21 },
      () => () =>
        test(admin, id).then(
          () => 'sent',
          (error) => error.code,
        ),
    );
    const answers = [];
    for (const next of tries) answers.push(await next());
    expect(answers.at(-1)).toBe('request:too_many');
    expect(left().length).toBeLessThanOrEqual(20);
  });
});
