import { createHmac } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replies, suppressions } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { testHash } from '../test/add-customer.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { type WebhookKit, webhookKit } from '../test/webhook-kit.ts';

const TWILIO = {
  channel: 'sms',
  provider: 'twilio',
  name: 'Our service',
  settings: {
    accountSid: `AC${'a'.repeat(32)}`,
    authToken: 'the token',
    messagingServiceSid: `MG${'b'.repeat(32)}`,
  },
};

let server: TestServer;
let path: string;
let reached: WebhookKit['reached'];
let stateOf: WebhookKit['stateOf'];
beforeAll(async () => {
  server = await openTestServer();
  const kit = webhookKit(server);
  ({ reached, stateOf } = kit);
  path = new URL((await kit.addAccount(await server.signIn('admin'), TWILIO)).webhook!).pathname;
});
afterAll(() => server.close());

describe('a webhook of Twilio', () => {
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
  const texted = (status: 'submitted' | 'unknown') => reached({ channel: 'sms', status });

  it('settles a message whose submit was interrupted, by our id in the address; twice and late is the same', async () => {
    const { id } = await texted('unknown');
    for (const MessageStatus of ['delivered', 'sent', 'delivered', 'queued'])
      await tellSms({ MessageSid: 'SM0', MessageStatus }, `?message=${id}`);
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
