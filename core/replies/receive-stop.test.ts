import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../db/schema/index.ts';
import { addCustomer } from '../../test/add-customer.ts';
import { type ReceiveKit, receiveKit } from '../../test/receive-kit.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { selectRecipients } from '../audience/select-recipients.ts';

let workspace: TestWorkspace;
let aPerson: ReceiveKit['aPerson'];
let receive: ReceiveKit['receive'];
let stopsOf: ReceiveKit['stopsOf'];
beforeAll(async () => {
  workspace = await openTestWorkspace();
  ({ aPerson, receive, stopsOf } = receiveKit(workspace));
});
afterAll(() => workspace.close());

const statusOf = (id: string) =>
  workspace.system(
    async ({ tx }) => (await tx.select().from(messages).where(eq(messages.id, id)))[0]?.status,
  );

describe('a stop', () => {
  it('that comes by WhatsApp halts the queued e-mail of the same person and stops every address', async () => {
    const { at, queued } = await aPerson();
    const { effects } = await receive({
      channel: 'whatsapp',
      identifier: at.whatsapp,
      message: 'STOP',
      externalId: 'a1',
    });
    expect(effects).toMatchObject([{ kind: 'opt_out', scope: 'all', contacts: 1, addresses: 2, halted: 2 }]);
    expect([await statusOf(queued.service), await statusOf(queued.marketing)]).toEqual([
      'dropped',
      'dropped',
    ]);
    expect([await stopsOf(at.email), await stopsOf(at.whatsapp)]).toEqual([['all'], ['all']]);
  });

  it('of marketing alone leaves service messages queued', async () => {
    const { at, queued } = await aPerson();
    const message = 'Please stop the marketing emails, invoices are fine';
    await receive({ channel: 'email', identifier: at.email.toUpperCase(), message, externalId: 'a2' });
    expect([await statusOf(queued.service), await statusOf(queued.marketing)]).toEqual(['queued', 'dropped']);
    expect(await stopsOf(at.whatsapp)).toEqual(['marketing']);
  });

  it('from an address nobody knows suppresses that address', async () => {
    const found = await receive({
      channel: 'email',
      identifier: 'stranger@example.org',
      message: 'unsubscribe',
    });
    expect(found).toMatchObject({ contactId: null, effects: [{ contacts: 0, addresses: 1 }] });
    expect(await stopsOf('stranger@example.org')).toEqual(['all']);
  });

  it('from an alias, in answer to our message, stops the person whom the message went to', async () => {
    const { at, sentId, contactId } = await aPerson();
    const headers = { 'In-Reply-To': `<${sentId}@example.com>` };
    const found = await receive({
      channel: 'email',
      identifier: 'alias@example.net',
      message: 'stop please',
      headers,
    });
    expect(found.contactId).toBe(contactId);
    expect([await stopsOf(at.email), await stopsOf('alias@example.net')]).toEqual([['all'], ['all']]);
  });

  it('outlives a new import of the same person, because it is kept by the hash of the address', async () => {
    const { at, customerId } = await aPerson();
    await receive({ channel: 'whatsapp', identifier: at.whatsapp, message: 'ไม่ต้องส่งมาอีกนะคะ' });
    const found = await workspace.system(async (ctx) => {
      const again = await addCustomer(ctx, { contacts: [{ at: { email: at.email }, consent: ['email'] }] });
      const other = await addCustomer(ctx, { contacts: [{ at: { email: 'other@example.com' } }] });
      const rules = {
        ...{ key: 'renewal', purpose: 'service' as const },
        roles: { required: ['general_manager'], recommended: [] },
      };
      const draft = { channels: [], roles: [], contactIds: {} };
      return selectRecipients(ctx, { draft, customerIds: [again, customerId, other], rules });
    });
    expect(found.recipients.map(({ address }) => address)).toEqual(['other@example.com']);
  });

  it('is not read out of our own words quoted below an answer, nor out of a bounce', async () => {
    const { at } = await aPerson();
    const message =
      'Yes, go ahead.\n\nOn Mon, 2 Nov 2026, Your account team <team@example.com> wrote:\n> Reply STOP to stop';
    expect((await receive({ channel: 'email', identifier: at.email, message })).effects).toEqual([]);
    const headers = { 'content-type': 'multipart/report; report-type=delivery-status' };
    expect(
      (await receive({ channel: 'email', identifier: at.email, message: 'STOP', headers })).effects,
    ).toEqual([]);
  });

  it('that a mailbox provider reports as a spam complaint counts for the person, not for the provider', async () => {
    const { at, sentId } = await aPerson();
    const headers = {
      'content-type': 'multipart/report; report-type=feedback-report',
      references: `<${sentId}@example.com>`,
    };
    await receive({ channel: 'email', identifier: 'abuse@example.net', message: 'A complaint', headers });
    expect([await stopsOf(at.email), await stopsOf('abuse@example.net')]).toEqual([['all'], []]);
  });

  it('stops everybody who shares the address, and says so', async () => {
    const shared = 'reception@example.com';
    const [one, two] = [await aPerson({ email: shared }), await aPerson({ email: shared })];
    const found = await receive({ channel: 'email', identifier: shared, message: 'Take us off your list' });
    expect(found).toMatchObject({ contactId: null, effects: [{ contacts: 2, addresses: 3 }] });
    expect([await stopsOf(one.at.whatsapp), await stopsOf(two.at.whatsapp)]).toEqual([['all'], ['all']]);
  });
});
