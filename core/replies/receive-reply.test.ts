import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, replies, suppressions } from '../../db/schema/index.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addContact, addCustomer, testHash } from '../../test/add-customer.ts';
import { addMessage } from '../../test/add-message.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { selectRecipients } from '../audience/select-recipients.ts';
import type { Ctx } from '../context.ts';
import { receiveReply } from './receive-reply.ts';
import type { ReplyInput } from './reply-input.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

const normalise = (channel: string, address: string) => {
  const text = address.trim().toLowerCase();
  return (channel === 'email' ? /^\S+@\S+$/ : /^\+?\d{6,}$/).test(text) ? text : null;
};
const receive = (input: Omit<ReplyInput, 'normalise'>) =>
  workspace.system((ctx) => receiveReply(ctx, { ...input, normalise }));

let number = 0;
/** A person with an e-mail address and a phone, to whom a renewal went by WhatsApp; more waits as e-mail. */
const aPerson = (more: Record<string, string> = {}) =>
  workspace.system(async (ctx) => {
    number += 1;
    const at = {
      email: `p${number}@example.com`,
      whatsapp: `+6690000${String(number).padStart(4, '0')}`,
      ...more,
    };
    const customerId = await addCustomer(ctx, {});
    const contactId = await addContact(ctx, {
      customerId,
      name: 'Somsri Sample',
      at,
      consent: ['email', 'whatsapp'],
    });
    const [campaignId, nextId] = [await addCampaign(ctx), await addCampaign(ctx, { type: 'seasonal' })];
    const to = { customerId, contactId };
    const sentId = await addMessage(ctx, {
      ...{ ...to, campaignId, channel: 'whatsapp', address: at.whatsapp, status: 'delivered' },
      ...{ submittedAt: ctx.now, providerId: `wamid.${number}` },
    });
    const service = await addMessage(ctx, { ...to, campaignId: nextId, channel: 'email', address: at.email });
    const marketing = await addMessage(ctx, {
      ...{ ...to, campaignId: nextId, step: 1, channel: 'email', address: at.email, purpose: 'marketing' },
    });
    return { at, customerId, contactId, campaignId, sentId, queued: { service, marketing } };
  });

const statusOf = (id: string) =>
  workspace.system(
    async ({ tx }) => (await tx.select().from(messages).where(eq(messages.id, id)))[0]?.status,
  );
const replyCount = (externalId: string) =>
  workspace.system(
    async ({ tx }) => (await tx.select().from(replies).where(eq(replies.externalId, externalId))).length,
  );
const stopsOf = (address: string) =>
  workspace.system(async (ctx: Ctx) =>
    (
      await ctx.tx
        .select()
        .from(suppressions)
        .where(eq(suppressions.addressHash, testHash(ctx, address)))
    )
      .filter(({ liftedAt }) => liftedAt === null)
      .map(({ scope }) => scope),
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

describe('whom and what a reply is matched with', () => {
  it('is the message that it names, by our id or the provider’s', async () => {
    const { at, sentId, campaignId, contactId } = await aPerson();
    const inReplyTo = `wamid.${number}`;
    const found = await receive({ channel: 'whatsapp', identifier: at.whatsapp, message: 'ok', inReplyTo });
    expect(found).toMatchObject({ contactId, campaignId });
    const [row] = await workspace.system(({ tx }) =>
      tx.select().from(replies).where(eq(replies.id, found.replyId)),
    );
    expect(row).toMatchObject({ messageId: sentId, match: { contact: 'message', campaign: 'message' } });
  });

  it('is the newest message to the contact on any channel, within 90 days', async () => {
    const { at, campaignId, contactId } = await aPerson();
    const found = await receive({ channel: 'email', identifier: at.email, message: 'ok' });
    expect(found).toMatchObject({ contactId, campaignId });
    const old = await workspace.system(async (ctx) => {
      const customerId = await addCustomer(ctx, {});
      const contact = await addContact(ctx, { customerId, at: { email: 'old@example.com' } });
      const at = new Date(ctx.now.getTime() - 91 * 86_400_000);
      await addMessage(ctx, {
        ...{ campaignId: await addCampaign(ctx), customerId, contactId: contact, channel: 'email' },
        ...{ address: 'old@example.com', status: 'read', plannedAt: at, submittedAt: at },
      });
      return contact;
    });
    const late = await receive({ channel: 'email', identifier: 'old@example.com', message: 'ok' });
    expect(late).toMatchObject({ contactId: old, campaignId: null });
  });

  it('stays open between several candidates: they are kept, not guessed', async () => {
    const shared = 'office@example.com';
    await aPerson({ email: shared });
    await aPerson({ email: shared });
    const found = await receive({ channel: 'email', identifier: shared, message: 'ok' });
    const [row] = await workspace.system(({ tx }) =>
      tx.select().from(replies).where(eq(replies.id, found.replyId)),
    );
    expect(row).toMatchObject({ contactId: null, campaignId: null, match: { contact: 'several' } });
    expect(row?.match.candidates).toHaveLength(2);
  });
});

describe('what comes from outside', () => {
  it('is one reply however often it is delivered, and acts once', async () => {
    const { at } = await aPerson();
    const input = {
      channel: 'whatsapp',
      identifier: at.whatsapp,
      message: 'STOP',
      externalId: 'wamid.replay',
    };
    const [first, second] = [await receive(input), await receive(input)];
    expect([first.isNew, second.isNew, second.replyId]).toEqual([true, false, first.replyId]);
    expect(second.effects).toEqual(first.effects);
    expect(await replyCount('wamid.replay')).toBe(1);
  });

  it('is kept when nobody is known by the identifier, or when it is no address at all', async () => {
    for (const identifier of ['+66999999999', "'; drop table replies; --", 'not an address']) {
      const found = await receive({ channel: 'whatsapp', identifier, message: 'hello' });
      expect(found).toMatchObject({ isNew: true, contactId: null, customerId: null, campaignId: null });
    }
  });

  it('is contained when it holds NUL bytes, half characters or ten megabytes', async () => {
    const message = `\u0000\ud800 ${'x'.repeat(10_000_000)} please unsubscribe me`;
    const found = await receive({
      channel: 'email',
      identifier: 'big@example.com',
      message,
      headers: { subject: 'a\u0000b' },
    });
    const [row] = await workspace.system(({ tx }) =>
      tx.select().from(replies).where(eq(replies.id, found.replyId)),
    );
    expect(row?.body.length).toBeLessThan(70_000);
    expect(row?.match.cutFrom).toBe(message.length);
    expect(found.effects).toMatchObject([{ kind: 'opt_out' }]);
  });

  it('is refused when it has not the shape of a message', async () => {
    for (const wrong of [
      { identifier: '' },
      { identifier: 'x'.repeat(400) },
      { message: 7 as never },
      { channel: '' },
    ]) {
      const input = { channel: 'email', identifier: 'a@example.com', message: 'hi', ...wrong };
      await expect(receive(input)).rejects.toMatchObject({ code: 'input:invalid' });
    }
  });

  it('is refused from a person who may only look', async () => {
    const viewer = await workspace.person('viewer');
    const input = { channel: 'email', identifier: 'a@example.com', message: 'hi', normalise };
    await expect(workspace.as(viewer, (ctx) => receiveReply(ctx, input))).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
  });
});
