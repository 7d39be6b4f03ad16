import { createHmac } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replies, suppressions } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { type WebhookKit, webhookKit } from '../test/webhook-kit.ts';

const APP_SECRET = 'the secret of the app';
const WHATSAPP = {
  channel: 'whatsapp',
  provider: 'cloud-api',
  name: 'Our number',
  settings: {
    phoneNumberId: '106540352242922',
    accessToken: 'hush-hush',
    appSecret: APP_SECRET,
    verifyToken: 'chosen by us',
  },
};

let server: TestServer;
let admin: Voice;
let address: string;
let addAccount: WebhookKit['addAccount'];
let stateOf: WebhookKit['stateOf'];
let reachedBy: WebhookKit['reached'];
beforeAll(async () => {
  server = await openTestServer();
  ({ addAccount, stateOf, reached: reachedBy } = webhookKit(server));
  admin = await server.signIn('admin');
  address = (await addAccount(admin, WHATSAPP)).webhook!;
});
afterAll(() => server.close());

const sign = (body: string) => `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
function tell(value: object, { signature, url = address }: { signature?: string; url?: string } = {}) {
  const payload = JSON.stringify({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] });
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? sign(payload) };
  return server.anonymous.post(new URL(url).pathname, payload, { headers });
}

/** Somebody who was sent a message by WhatsApp, and what is known of that message. */
async function reached(status: 'submitted' | 'unknown' = 'submitted') {
  const providerId = `wamid.${newId()}`;
  const known = status === 'submitted' ? { providerId } : {};
  return { providerId, ...(await reachedBy({ channel: 'whatsapp', status, ...known })) };
}
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
    const theirs = await addAccount(voice, { ...WHATSAPP, name: 'Theirs' });
    const told = { statuses: [status(providerId, 'read', { biz_opaque_callback_data: id })] };
    expect((await tell(told, { url: theirs.webhook! })).statusCode).toBe(200);
    const crossed = address.replace(server.tenant.id, tenant.id);
    expect((await tell(told, { url: crossed })).statusCode).toBe(404);
    expect(await stateOf(id)).toBe('submitted');
  });

  it('is not there for an account that is not, nor for a provider that never calls', async () => {
    const outbox = await addAccount(admin, {
      channel: 'line',
      provider: 'standin',
      name: 'Outbox',
      settings: {},
    });
    const own = `http://x/webhooks/${server.tenant.id}`;
    for (const url of [`${own}/${newId()}`, `${own}/${outbox.id}`, `http://x/webhooks/${newId()}/${newId()}`])
      expect((await tell({}, { url })).statusCode).toBe(404);
    expect(outbox.webhook).toBeNull();
  });

  it('survives what is no message at all', async () => {
    for (const payload of ['', '\0', '[]', '{"entry":[{"changes":[{"value":null}]}]}', 'x'.repeat(100_000)]) {
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': sign(payload) };
      const { statusCode } = await server.anonymous.post(new URL(address).pathname, payload, { headers });
      expect(statusCode).toBe(200);
    }
  });
});
