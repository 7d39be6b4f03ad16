import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChannels } from '../../channels/index.ts';
import { auditEvents, channelAccounts } from '../../db/schema/index.ts';
import { addCustomer, testHash } from '../../test/add-customer.ts';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { suppress } from '../consent/suppress.ts';
import type { Actor } from '../tenants/roles.ts';
import { readAccountHealth } from './account-health.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { testAccount } from './test-account.ts';

const outbox = memoryStandinStore();
const channels = createChannels(outbox);

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
});
afterAll(() => ws.close());
beforeEach(() => ws.system((ctx) => ctx.tx.delete(channelAccounts)));

/** A stand-in, which keeps what it is given. */
const add = (changes: Partial<{ channel: string; name: string; settings: object }> = {}) =>
  ws.system((ctx) =>
    createAccount(ctx, {
      channels,
      ...{ channel: 'email', provider: 'standin', name: 'Out', settings: {} },
      ...changes,
    }),
  );

describe('a test message', () => {
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
    const { id } = await add();
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
    const { id } = await add({ channel: 'sms', name: 'Texts' });
    await ws.system((ctx) => changeAccount(ctx, { accountId: id, isEnabled: false }));
    expect(await test(await ws.person('admin'), id, ' +66 81 234 5678 ')).toMatchObject({
      to: '+66812345678',
    });
  });

  it('tells what the provider says, and that nobody knows where it says nothing', async () => {
    const admin = await ws.person('admin');
    const of = async (name: string, fault: string) =>
      test(admin, (await add({ name, settings: { faults: [{ to: '*', fault }] } })).id);
    expect(await of('No', 'rejected')).toMatchObject({ outcome: 'rejected', code: 'scripted' });
    expect(await of('Gone', 'unreachable')).toMatchObject({
      outcome: 'unreachable',
      detail: expect.any(String),
    });
    const { accept } = outbox.store;
    outbox.store.accept = () => new Promise(() => {});
    const silent = await add({ name: 'Silent' });
    const said = await test(admin, silent.id).finally(() => Object.assign(outbox.store, { accept }));
    expect(said).toMatchObject({ outcome: 'unknown', detail: expect.stringContaining('in time') });
  });

  it('never reaches a customer, nor whoever stopped, in whatever spelling', async () => {
    const admin = await ws.person('admin');
    const { id } = await add();
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
    const { id } = await add();
    const page = await add({ channel: 'facebook', name: 'Page' });
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
