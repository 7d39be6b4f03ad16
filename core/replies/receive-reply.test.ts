import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replies } from '../../db/schema/index.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addContact, addCustomer } from '../../test/add-customer.ts';
import { addMessage } from '../../test/add-message.ts';
import { normalise, type ReceiveKit, receiveKit } from '../../test/receive-kit.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { receiveReply } from './receive-reply.ts';

let workspace: TestWorkspace;
let aPerson: ReceiveKit['aPerson'];
let receive: ReceiveKit['receive'];
let rowOf: ReceiveKit['rowOf'];
beforeAll(async () => {
  workspace = await openTestWorkspace();
  ({ aPerson, receive, rowOf } = receiveKit(workspace));
});
afterAll(() => workspace.close());

const replyCount = (externalId: string) =>
  workspace.system(
    async ({ tx }) => (await tx.select().from(replies).where(eq(replies.externalId, externalId))).length,
  );

describe('whom and what a reply is matched with', () => {
  it('is the message that it names, by our id or the provider’s', async () => {
    const { at, sentId, campaignId, contactId, providerId: inReplyTo } = await aPerson();
    const found = await receive({ channel: 'whatsapp', identifier: at.whatsapp, message: 'ok', inReplyTo });
    expect(found).toMatchObject({ contactId, campaignId });
    const row = await rowOf(found.replyId);
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
    const row = await rowOf(found.replyId);
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
    const row = await rowOf(found.replyId);
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
