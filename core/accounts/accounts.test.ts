import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChannels } from '../../channels/index.ts';
import { auditEvents, channelAccounts } from '../../db/schema/index.ts';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { openSenders } from '../delivery/open-senders.ts';
import { receiveEvents } from '../inbound/receive-events.ts';
import { bootstrapAccounts } from './bootstrap-accounts.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { listAccounts } from './list-accounts.ts';

const channels = createChannels(memoryStandinStore());
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
    const events = await ws.system((ctx) => ctx.tx.select().from(auditEvents).orderBy(auditEvents.seq));
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
