import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consents, replies, suppressions } from '../../db/schema/index.ts';
import { addContact, addCustomer, suppressAddress, testHash } from '../../test/add-customer.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Actor } from '../tenants/roles.ts';
import { confirmOptIn } from './confirm-opt-in.ts';
import { receiveReply } from './receive-reply.ts';
import type { ReplyInput } from './reply-input.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace({ mail: { authServer: OUR_MX } });
});
afterAll(() => workspace.close());

const receive = (input: Omit<ReplyInput, 'normalise'>) =>
  workspace.system((ctx) => receiveReply(ctx, { ...input, normalise: (_, address) => address }));
const rowOf = async (id: string) =>
  (await workspace.system(({ tx }) => tx.select().from(replies).where(eq(replies.id, id))))[0];

const OUR_MX = 'mx.our.example';
const passed = (server: string, domain: string) => ({
  'authentication-results': `${server}; dkim=pass header.d=${domain}; dmarc=pass (p=reject) header.from=${domain}`,
});
const start = (at: { whatsapp: string }) => ({
  ...{ channel: 'whatsapp', identifier: at.whatsapp, message: 'START' },
});

const stopsOf = (address: string) =>
  workspace.system(async (ctx) => {
    const rows = await ctx.tx
      .select()
      .from(suppressions)
      .where(eq(suppressions.addressHash, testHash(ctx, address)));
    return rows.filter(({ liftedAt }) => liftedAt === null).map(({ scope }) => scope);
  });

let number = 0;
const aPerson = () =>
  workspace.system(async (ctx) => {
    number += 1;
    const at = { email: `p${number}@example.com`, whatsapp: `+6690000${String(number).padStart(4, '0')}` };
    const customerId = await addCustomer(ctx, {});
    const contactId = await addContact(ctx, { customerId, at, consent: ['email', 'whatsapp'] });
    return { at, contactId };
  });

describe('a start', () => {
  it('lifts what the person stopped themself, as an entry of the consent ledger', async () => {
    const { at, contactId } = await aPerson();
    await receive({ channel: 'whatsapp', identifier: at.whatsapp, message: 'STOP' });
    const { effects } = await receive({ ...start(at), isSenderProven: true });
    expect(effects).toMatchObject([{ kind: 'opt_in', addresses: 2 }]);
    expect(await stopsOf(at.email)).toEqual([]);
    const ledger = await workspace.system(({ tx }) =>
      tx.select().from(consents).where(eq(consents.contactId, contactId)),
    );
    expect(
      ledger
        .filter(({ state }) => state === 'granted')
        .map(({ purpose }) => purpose)
        .sort(),
    ).toEqual(['marketing', 'marketing', 'service', 'service']);
  });

  it('lifts nothing that somebody else decided', async () => {
    const { at } = await aPerson();
    await workspace.system((ctx) => suppressAddress(ctx, at.email, 'all'));
    const { effects } = await receive({
      ...{ channel: 'email', identifier: at.email, message: 'START' },
      isSenderProven: true,
    });
    expect(effects).toEqual([]);
    expect(await stopsOf(at.email)).toEqual(['all']);
  });

  it('lifts nothing when anybody may have written it: a forged mail, a number typed into the API', async () => {
    const { at } = await aPerson();
    await receive({ channel: 'whatsapp', identifier: at.whatsapp, message: 'STOP' });
    const mail = { channel: 'email', identifier: at.email, message: 'START' };
    const forgeries = [
      mail,
      start(at),
      { ...mail, headers: passed('mx.example.net', 'example.com') },
      { ...mail, headers: passed(OUR_MX, 'attacker.example') },
      { ...mail, headers: passed(OUR_MX, 'example.com.attacker.example') },
      { ...mail, headers: { 'authentication-results': `${OUR_MX}; dmarc=fail header.from=example.com` } },
      { ...mail, headers: { 'authentication-results': `${OUR_MX}; spf=pass smtp.mailfrom=example.com` } },
      {
        ...mail,
        headers: {
          'authentication-results': `mx.evil.example; x="${OUR_MX}; dmarc=pass header.from=example.com"`,
        },
      },
    ];
    for (const forged of forgeries) {
      const { replyId, effects } = await receive(forged);
      expect(effects).toEqual([]);
      expect(await stopsOf(at.email)).toEqual(['all']);
      expect(await rowOf(replyId)).toMatchObject({ status: 'open' });
    }
  });

  it('lifts by a mail whose sender our own mail server has proved', async () => {
    const { at } = await aPerson();
    await receive({ channel: 'email', identifier: at.email, message: 'STOP' });
    const headers = passed(OUR_MX, 'example.com');
    const found = await receive({ channel: 'email', identifier: at.email, message: 'START', headers });
    expect(found.effects).toMatchObject([{ kind: 'opt_in' }]);
    expect(await stopsOf(at.email)).toEqual([]);
  });

  it('that is not proved is lifted by a person who looked, and by nobody less', async () => {
    const { at } = await aPerson();
    await receive({ channel: 'email', identifier: at.email, message: 'STOP' });
    const { replyId } = await receive({ channel: 'email', identifier: at.email, message: 'START' });
    const other = await receive({ channel: 'email', identifier: at.email, message: 'Thanks' });
    const confirm = (who: Actor, id: string) =>
      workspace.as(who, (ctx) => confirmOptIn(ctx, { replyId: id }));
    const [viewer, manager] = [await workspace.person('viewer'), await workspace.person('manager')];
    const script = await workspace.person('manager', 'token');
    await expect(confirm(viewer, replyId)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(confirm(script, replyId)).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(confirm(manager, other.replyId)).rejects.toMatchObject({ code: 'reply:state' });
    expect(await stopsOf(at.email)).toEqual(['all']);
    expect(await confirm(manager, replyId)).toMatchObject([{ kind: 'opt_in', addresses: 2 }]);
    expect(await stopsOf(at.email)).toEqual([]);
  });
});
