import { createHmac } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, replies, suppressions } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCampaign } from '../test/add-campaign.ts';
import { addCustomer, testHash } from '../test/add-customer.ts';
import { addMessage } from '../test/add-message.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

const APP_SECRET = 'the secret of the app';
const WHATSAPP = {
  phoneNumberId: '106540352242922',
  accessToken: 'hush-hush',
  appSecret: APP_SECRET,
  verifyToken: 'chosen by us',
};

let server: TestServer;
let admin: Voice;
let address: string;
beforeAll(async () => {
  server = await openTestServer();
  admin = await server.signIn('admin');
  const made = await admin.post('/api/v1/accounts', {
    channel: 'whatsapp',
    provider: 'cloud-api',
    name: 'Our number',
    settings: WHATSAPP,
  });
  expect(made.statusCode).toBe(201);
  address = (await listed()).find(({ id }) => id === made.json().id)!.webhook!;
});
afterAll(() => server.close());

type Row = { id: string; webhook: string | null; isEnabled: boolean };
const listed = async () => (await admin.get('/api/v1/accounts')).json<{ accounts: Row[] }>().accounts;

const sign = (body: string) => `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
function tell(value: object, { signature, url = address }: { signature?: string; url?: string } = {}) {
  const payload = JSON.stringify({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] });
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? sign(payload) };
  return server.anonymous.post(new URL(url).pathname, payload, { headers });
}

/** Somebody who was sent a message by WhatsApp, and what is known of that message. */
let people = 0;
async function reached(status: 'submitted' | 'unknown' = 'submitted') {
  people += 1;
  const number = `+6690000${String(people).padStart(4, '0')}`;
  const providerId = `wamid.${people}`;
  return server.system(async (ctx) => {
    const contactId = newId();
    const customerId = await addCustomer(ctx, { contacts: [{ id: contactId, at: { whatsapp: number } }] });
    const campaignId = await addCampaign(ctx);
    const message = { campaignId, customerId, contactId, channel: 'whatsapp', address: number, status };
    const id = await addMessage(ctx, { ...message, ...(status === 'submitted' ? { providerId } : {}) });
    return { id, number, providerId, contactId };
  });
}
const stateOf = async (id: string) =>
  (await server.system((ctx) => ctx.tx.select().from(messages).where(eq(messages.id, id))))[0]?.status;
const status = (id: string, name: string, more = {}) => ({
  id,
  status: name,
  timestamp: '1763000000',
  ...more,
});
const said = (from: string, body: string, more = {}) => ({
  from: from.slice(1),
  id: `wamid.${newId()}`,
  timestamp: '1763000000',
  type: 'text',
  text: { body },
  ...more,
});

describe('a webhook', () => {
  it('answers the provider’s own check, and nobody else’s', async () => {
    const check = (token: string) =>
      server.anonymous.get(
        `${new URL(address).pathname}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${encodeURIComponent(token)}`,
      );
    const answer = await check('chosen by us');
    expect([answer.statusCode, answer.body]).toEqual([200, '42']);
    expect((await check('guessed')).statusCode).toBe(401);
  });

  it('settles messages by what is told of them, late, early and twice', async () => {
    const { id, providerId } = await reached();
    for (const name of ['read', 'delivered', 'read'])
      expect((await tell({ statuses: [status(providerId, name)] })).statusCode).toBe(200);
    expect(await stateOf(id)).toBe('read');
    expect(server.woken).toContain(server.tenant.id);
  });

  it('settles a message whose submit was interrupted, by our own id in it', async () => {
    const { id } = await reached('unknown');
    await tell({ statuses: [status('wamid.never-heard', 'delivered', { biz_opaque_callback_data: id })] });
    expect(await stateOf(id)).toBe('delivered');
  });

  it('keeps an answer once, and a stop in it acts at once', async () => {
    const { number, contactId, providerId } = await reached();
    const answer = said(number, 'STOP', { context: { id: providerId } });
    for (const _time of [1, 2, 3]) await tell({ messages: [answer] });
    const kept = await server.system((ctx) =>
      ctx.tx.select().from(replies).where(eq(replies.contactId, contactId)),
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]?.effects).toMatchObject([{ kind: 'opt_out' }]);
  });

  it('stops and resumes marketing as the person set it at the provider', async () => {
    const { number } = await reached();
    const standing = () =>
      server.system(async (ctx) => {
        const rows = await ctx.tx
          .select()
          .from(suppressions)
          .where(and(eq(suppressions.source, 'provider'), isNull(suppressions.liftedAt)));
        return rows.map(({ scope }) => scope);
      });
    const wish = (value: string) => ({
      wa_id: number.slice(1),
      category: 'marketing_messages',
      value,
      timestamp: 1,
    });
    await tell({ user_preferences: [wish('stop')] });
    expect(await standing()).toEqual(['marketing']);
    await tell({ user_preferences: [wish('resume')] });
    expect(await standing()).toEqual([]);
  });

  it('hears nothing that is not signed for this very account', async () => {
    const { id, providerId } = await reached();
    const forged = { statuses: [status(providerId, 'read')] };
    const attempts = [
      await tell(forged, { signature: '' }),
      await tell(forged, { signature: sign('something else') }),
      await tell(forged, { signature: `sha256=${'0'.repeat(64)}` }),
    ];
    expect(attempts.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
    expect(await stateOf(id)).toBe('submitted');
  });

  it('of another workspace cannot speak of these messages, nor under its address', async () => {
    const { id, providerId } = await reached();
    const { tenant, voice } = await server.neighbour('admin');
    await voice.post('/api/v1/accounts', {
      channel: 'whatsapp',
      provider: 'cloud-api',
      name: 'Theirs',
      settings: WHATSAPP,
    });
    const { accounts } = (await voice.get('/api/v1/accounts')).json<{ accounts: Row[] }>();
    const told = { statuses: [status(providerId, 'read', { biz_opaque_callback_data: id })] };
    expect((await tell(told, { url: accounts[0]!.webhook! })).statusCode).toBe(200);
    const crossed = address.replace(server.tenant.id, tenant.id);
    expect((await tell(told, { url: crossed })).statusCode).toBe(404);
    expect(await stateOf(id)).toBe('submitted');
  });

  it('is not there for an account that is not, nor for a provider that never calls', async () => {
    const made = await admin.post('/api/v1/accounts', {
      channel: 'line',
      provider: 'standin',
      name: 'Outbox',
      settings: {},
    });
    const own = `http://x/webhooks/${server.tenant.id}`;
    for (const url of [
      `${own}/${newId()}`,
      `${own}/${made.json().id}`,
      `http://x/webhooks/${newId()}/${newId()}`,
    ])
      expect((await tell({}, { url })).statusCode).toBe(404);
    expect((await listed()).find(({ id }) => id === made.json().id)?.webhook).toBeNull();
  });

  it('survives what is no message at all', async () => {
    for (const payload of ['', '\0', '[]', '{"entry":[{"changes":[{"value":null}]}]}', 'x'.repeat(100_000)]) {
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': sign(payload) };
      const { statusCode } = await server.anonymous.post(new URL(address).pathname, payload, { headers });
      expect(statusCode).toBe(200);
    }
  });
});

describe('a webhook of Twilio', () => {
  const TWILIO = {
    accountSid: `AC${'a'.repeat(32)}`,
    authToken: 'the token',
    messagingServiceSid: `MG${'b'.repeat(32)}`,
  };
  let path: string;
  beforeAll(async () => {
    const account = { channel: 'sms', provider: 'twilio', name: 'Our service', settings: TWILIO };
    const made = await admin.post('/api/v1/accounts', account);
    path = new URL((await listed()).find(({ id }) => id === made.json().id)!.webhook!).pathname;
  });

  function tellSms(values: Record<string, string>, query = '', sent = values) {
    const url = `${path}${query}`;
    const text = Object.keys(values)
      .sort()
      .reduce((so_far, name) => so_far + name + values[name], `http://refrain.example${url}`);
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', 'the token').update(text).digest('base64'),
    };
    return server.anonymous.post(url, new URLSearchParams(sent).toString(), { headers });
  }
  async function texted(status: 'submitted' | 'unknown') {
    const number = `+6691000${String(++people).padStart(4, '0')}`;
    const { contactId, id } = await server.system(async (ctx) => {
      const contactId = newId();
      const customerId = await addCustomer(ctx, { contacts: [{ id: contactId, at: { sms: number } }] });
      const campaignId = await addCampaign(ctx);
      const message = { campaignId, customerId, contactId, channel: 'sms', address: number, status };
      return { contactId, id: await addMessage(ctx, message) };
    });
    return { number, contactId, id };
  }

  it('settles a message whose submit was interrupted, by our id in the address; twice and late is the same', async () => {
    const { id } = await texted('unknown');
    for (const MessageStatus of ['delivered', 'sent', 'delivered', 'queued'])
      await tellSms({ MessageSid: `SM${people}`, MessageStatus }, `?message=${id}`);
    expect(await stateOf(id)).toBe('delivered');
  });

  it('with STOP suppresses the number at once and keeps the answer, with START lifts it', async () => {
    const { number, contactId } = await texted('submitted');
    const said = (Body: string) =>
      tellSms({ MessageSid: newId(), From: number, Body, SmsStatus: 'received' });
    const answer = await said('STOP');
    expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([
      200,
      expect.stringContaining('text/xml'),
      '<Response/>',
    ]);
    const kept = () =>
      server.system((ctx) => ctx.tx.select().from(replies).where(eq(replies.contactId, contactId)));
    expect(await kept()).toHaveLength(1);
    const standing = () =>
      server.system(async (ctx) => {
        const rows = await ctx.tx.select().from(suppressions).where(isNull(suppressions.liftedAt));
        return rows.filter(({ addressHash }) => addressHash === testHash(ctx, number)).length;
      });
    expect(await standing()).toBe(1);
    await said('START');
    expect(await standing()).toBe(0);
  });

  it('hears nothing when one letter differs', async () => {
    const { id } = await texted('submitted');
    const values = { MessageSid: 'SM1', MessageStatus: 'delivered' };
    const forged = { ...values, MessageStatus: 'undelivered' };
    const answer = await tellSms(values, `?message=${id}`, forged);
    expect(answer.statusCode).toBe(401);
    expect(await stateOf(id)).toBe('submitted');
  });
});
