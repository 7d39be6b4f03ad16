import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIdentity, widgetSecret } from '../core/widget/identity.ts';
import type { Visit } from '../core/widget/visit.ts';
import { signVisitor } from '../core/widget/visitor.ts';
import { addresses, consents, conversations, messages, suppressions } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { addCustomer, testHash } from '../test/add-customer.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { TEST_KEYS, TEST_NOW } from '../test/workspace.ts';

const SITE = 'https://www.example.com';
const EMAIL = 'mali@example.com';
const publicFolder = mkdtempSync(join(tmpdir(), 'refrain-visitor-'));
mkdirSync(join(publicFolder, 'widget'));
writeFileSync(join(publicFolder, 'widget/visitor.html'), '<meta content="__ORIGINS__">');

let server: TestServer;
let admin: Voice;
let base: string;
/** Each test comes from a network address of its own. */
let remoteAddress = '';
let tests = 0;

const vouch = (more: object = {}) =>
  signIdentity(widgetSecret(TEST_KEYS, { tenantId: server.tenant.id, number: 1 }), {
    ...{ iss: server.tenant.slug, sub: EMAIL, exp: Math.floor(Date.now() / 1000) + 600 },
    ...{ role: 'customer', ...more },
  });
const begin = async (identity?: string): Promise<{ token: string; isKnown: boolean }> =>
  (await server.anonymous.post(`${base}/visit`, identity ? { identity } : {}, { remoteAddress })).json();
const as = (token: string) => ({ remoteAddress, headers: { authorization: `Bearer ${token}` } });
const say = (token: string, text: string, more: object = {}) =>
  server.anonymous.post(`${base}/messages`, { id: newId(), text, ...more }, as(token));
const visit = async (token: string): Promise<Visit> =>
  (await server.anonymous.get(`${base}/visit`, as(token))).json();
const set = (widget: object) =>
  admin.send({ method: 'PATCH', url: '/api/v1/settings', payload: { widget } }).then((answer) => {
    expect(answer.statusCode).toBe(200);
  });
const FOR_VISITORS = { isEnabled: true, origins: [SITE], forVisitors: true };

beforeAll(async () => {
  server = await openTestServer({ publicFolder });
  admin = await server.signIn('admin');
  base = `/widget/${server.tenant.slug}`;
  await set(FOR_VISITORS);
  await server.system(async (ctx) => {
    await addCustomer(ctx, {
      name: 'Elm Bar',
      contacts: [{ name: 'Mali', role: 'owner_manager', at: { email: EMAIL }, consent: ['email'] }],
    });
    for (const name of ['One', 'Two'])
      await addCustomer(ctx, {
        name,
        contacts: [{ name, role: 'other', at: { email: 'both@example.com' } }],
      });
  });
});
afterAll(() => server.close());
const fresh = () => {
  remoteAddress = `198.51.100.${++tests}`;
};

describe('a stranger on a web site', () => {
  it('writes to the desk, once however often it is sent, and reads what concerns them only', async () => {
    fresh();
    const [one, other] = [await begin(), await begin()];
    expect(one.isKnown).toBe(false);
    const id = newId();
    for (const _ of [1, 2]) {
      const answer = await server.anonymous.post(
        `${base}/messages`,
        { id, text: 'Are you open?' },
        as(one.token),
      );
      expect(answer.statusCode).toBe(200);
    }
    expect((await visit(one.token)).messages.map(({ text, isOurs }) => [text, isOurs])).toEqual([
      ['Are you open?', false],
    ]);
    expect((await visit(other.token)).messages).toEqual([]);
    const { conversations: listed } = (await admin.get('/api/v1/conversations?view=all')).json();
    expect(listed).toMatchObject([{ channel: 'widget', snippet: 'Are you open?', contact: null }]);
  });

  it('asks for a person, and the desk sees that', async () => {
    fresh();
    const { token } = await begin();
    await say(token, 'I would like to talk to a person.', { wantsPerson: true });
    expect((await visit(token)).waitsForPerson).toBe(true);
    const { conversations: listed } = (await admin.get('/api/v1/conversations?view=all')).json();
    expect(listed.map(({ tags }: { tags: string[] }) => tags)).toContainEqual(['wants a person']);
  });

  it('reads the notices of the day, and no old one', async () => {
    fresh();
    const announcements = [
      { text: 'Closed on Monday' },
      { text: 'Still today', until: TEST_NOW.slice(0, 10) },
      { text: 'Long over', until: '2020-01-01' },
    ];
    await set({ ...FOR_VISITORS, announcements });
    const { token } = await begin();
    expect((await visit(token)).announcements).toEqual(['Closed on Monday', 'Still today']);
  });

  it('has nothing to prefer, and changes nothing of anybody', async () => {
    fresh();
    const { token } = await begin();
    const read = await server.anonymous.get(`${base}/preferences`, as(token));
    expect(read.json()).toEqual({ name: null, channels: [] });
    const change = {
      method: 'PUT',
      url: `${base}/preferences`,
      payload: { stop: 'all' },
      ...as(token),
    } as const;
    expect((await server.anonymous.send(change)).statusCode).toBe(403);
  });

  it('writes as much as a person types and no more, whatever visits they begin', async () => {
    fresh();
    const { token } = await begin();
    const codes = [];
    for (let at = 0; at < 13; at++) codes.push((await say(token, `Message ${at}`)).statusCode);
    expect(codes).toEqual([...Array(12).fill(200), 429]);
    const second = await begin();
    expect((await say(second.token, 'And again')).statusCode).toBe(429);
    fresh();
    expect((await say(token, 'From elsewhere')).statusCode).toBe(200);
  });
});

describe('a visitor’s token', () => {
  it('opens one visit and no door of the workspace; a changed, an old or a foreign one opens nothing', async () => {
    fresh();
    const { token } = await begin();
    const [name = '', until = '', signature = ''] = token.split('~');
    const { tenant: next } = await server.neighbour('admin');
    const soon = new Date(TEST_NOW).getTime() + 1000;
    const sign = (tenantId: string, at: number) => signVisitor(TEST_KEYS, { tenantId, name, until: at });
    for (const [why, bad] of [
      ['another name', `visitor:${newId()}~${until}~${signature}`],
      ['a contact’s name', `contact:${newId()}~${until}~${signature}`],
      ['a later end', `${name}~${Number(until) + 1}~${signature}`],
      ['another workspace', sign(next.id, soon)],
      ['over', sign(server.tenant.id, new Date(TEST_NOW).getTime() - 1)],
      ['no signature', `${name}~${until}~`],
      ['more parts', `${token}~x`],
      ['nothing', ''],
    ] as const) {
      const { statusCode } = await server.anonymous.get(`${base}/visit`, as(bad));
      expect([why, statusCode]).toEqual([why, 401]);
    }
    expect((await server.anonymous.get(`${base}/visit`, as(sign(server.tenant.id, soon)))).statusCode).toBe(
      200,
    );
    for (const path of ['/me', '/customers', '/conversations', '/widget/key', '/threads'])
      expect([path, (await server.anonymous.get(`/api/v1${path}`, as(token))).statusCode]).toEqual([
        path,
        401,
      ]);
    expect((await server.anonymous.post('/api/v1/chat', { text: 'hello' }, as(token))).statusCode).toBe(401);
  });

  it('is refused anything but a message: too long, empty, or with more in it', async () => {
    fresh();
    const { token } = await begin();
    const id = newId();
    for (const body of [
      { id, text: '' },
      { id, text: 'x'.repeat(2001) },
      { id: 'mine', text: 'Hello' },
      { id, text: 'Hello', contactId: id },
    ])
      expect((await server.anonymous.post(`${base}/messages`, body, as(token))).statusCode).toBe(400);
  });
});

describe('a customer whom the site vouches for', () => {
  it('is that contact, and nobody else is by a token that is not as it should be', async () => {
    fresh();
    expect(await begin(vouch())).toMatchObject({ isKnown: true });
    for (const [why, identity] of [
      ['not a customer', vouch({ role: undefined })],
      ['somebody unknown', vouch({ sub: 'nobody@example.com' })],
      ['two with one address', vouch({ sub: 'both@example.com' })],
      ['over', vouch({ exp: Math.floor(Date.now() / 1000) - 1 })],
      ['for a day', vouch({ exp: Math.floor(Date.now() / 1000) + 86_400 })],
      ['another workspace', vouch({ iss: 'nobody' })],
      ['a changed signature', `${vouch().slice(0, -3)}AAA`],
    ] as const)
      expect([why, (await begin(identity)).isKnown]).toEqual([why, false]);
  });

  it('is no person of the workspace, even with the e-mail address of one', async () => {
    fresh();
    const { email } = (await admin.get('/api/v1/me')).json();
    expect((await server.anonymous.get('/api/v1/me', as(vouch({ sub: email })))).statusCode).toBe(401);
  });

  it('says what they get, in the ledger with its source, and stops everything for good', async () => {
    fresh();
    const { token } = await begin(vouch());
    const put = async (payload: object) => {
      const request = { method: 'PUT', url: `${base}/preferences`, payload, ...as(token) } as const;
      return (await server.anonymous.send(request)).json();
    };
    const email = { channel: 'email', address: 'm…@example.com', isStopped: false };
    const read = (await server.anonymous.get(`${base}/preferences`, as(token))).json();
    expect(read).toEqual({ name: 'Mali', channels: [{ ...email, wantsNews: true }] });
    const off = await put({ channel: 'email', wantsNews: false });
    expect(off.channels).toEqual([{ ...email, wantsNews: false }]);
    const on = await put({ channel: 'email', wantsNews: true });
    expect(on.channels).toEqual([{ ...email, wantsNews: true }]);
    expect(await put({ channel: 'sms', wantsNews: true })).toMatchObject({
      error: { code: 'input:invalid' },
    });
    const ledger = await server.system(({ tx }) =>
      tx.select().from(consents).where(eq(consents.source, 'widget')).orderBy(consents.id),
    );
    expect(ledger.map(({ state, channel, purpose }) => [state, channel, purpose])).toEqual([
      ['withdrawn', 'email', 'marketing'],
      ['granted', 'email', 'marketing'],
    ]);
    const stopped = await put({ stop: 'all' });
    expect(stopped.channels).toEqual([{ ...email, wantsNews: false, isStopped: true }]);
    const again = await put({ channel: 'email', wantsNews: true });
    expect(again.channels).toEqual([{ ...email, wantsNews: false, isStopped: true }]);
    const all = eq(suppressions.scope, 'all');
    const stops = await server.system(({ tx }) => tx.select().from(suppressions).where(all));
    expect(new Set(stops.map(({ liftedAt }) => liftedAt))).toEqual(new Set([null]));
  });

  it('is answered by the desk as by any channel, under a person’s approval, and what they read is known', async () => {
    fresh();
    const { id } = await server.system(async (ctx) => {
      const at = { email: 'jun@example.com' };
      await addCustomer(ctx, { name: 'Oak Inn', contacts: [{ name: 'Jun', role: 'other', at }] });
      const hash = testHash(ctx, 'jun@example.com');
      const [row] = await ctx.tx.select().from(addresses).where(eq(addresses.hash, hash));
      return { id: row!.contactId };
    });
    const { token } = await begin(vouch({ sub: 'jun@example.com' }));
    await say(token, 'When do you come?');
    const [talk] = await server.system(({ tx }) =>
      tx.select().from(conversations).where(eq(conversations.contactId, id)),
    );
    const thread = (await admin.get(`/api/v1/conversations/${talk!.id}`)).json();
    const { replyId } = thread.entries[0];
    const answered = await admin.post(`/api/v1/replies/${replyId}/answer`, { text: 'On Monday.' });
    expect(answered.statusCode).toBe(200);
    expect((await visit(token)).messages).toHaveLength(1);
    const [sent] = await server.system(({ tx }) =>
      tx
        .update(messages)
        .set({ status: 'submitted', submittedAt: new Date(TEST_NOW), attempts: 1 })
        .where(eq(messages.contactId, id))
        .returning(),
    );
    expect(sent).toMatchObject({ channel: 'widget', purpose: 'service' });
    expect((await visit(token)).messages[1]).toMatchObject({
      isOurs: true,
      text: 'On Monday.',
      isRead: false,
    });
    await server.anonymous.post(`${base}/visit/read`, {}, as(token));
    expect((await visit(token)).messages[1]).toMatchObject({ isRead: true });
  });

  it('stops with a word, as on every channel', async () => {
    fresh();
    const { token } = await begin(vouch({ sub: 'jun@example.com' }));
    expect((await say(token, 'STOP')).statusCode).toBe(200);
    const { channels } = (await server.anonymous.get(`${base}/preferences`, as(token))).json();
    expect(channels).toMatchObject([{ channel: 'email', isStopped: true }]);
  });
});

describe('the page of the panel', () => {
  it('is framed by the named sites only, and is not there unless it is for customers', async () => {
    const { statusCode, headers } = await server.anonymous.get(`${base}/visitor`);
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'self' ${SITE}`);
    fresh();
    const { token } = await begin();
    await set({ isEnabled: true, origins: [SITE], forVisitors: false });
    expect((await server.anonymous.get(`${base}/visitor`)).statusCode).toBe(404);
    expect((await server.anonymous.post(`${base}/visit`, {}, { remoteAddress })).statusCode).toBe(403);
    expect((await say(token, 'Still here')).statusCode).toBe(403);
  });
});
