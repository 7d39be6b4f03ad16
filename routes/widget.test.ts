import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalPart } from '../core/approval/approval-part.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { changeSettings } from '../core/tenants/change-settings.ts';
import { signIdentity, widgetSecret } from '../core/widget/identity.ts';
import { users } from '../db/schema/index.ts';
import { addCampaign, addPeople, planFor } from '../test/add-campaign.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { TEST_KEYS } from '../test/workspace.ts';

const CRM = 'https://crm.example.com';
const publicFolder = mkdtempSync(join(tmpdir(), 'refrain-widget-'));
mkdirSync(join(publicFolder, 'widget'));
writeFileSync(join(publicFolder, 'widget/index.html'), '<meta content="__ORIGINS__">');

let server: TestServer;
let admin: Voice;
let email: string;
const soon = () => Math.floor(Date.now() / 1000) + 600;
const secretOf = (number = 1) => widgetSecret(TEST_KEYS, { tenantId: server.tenant.id, number });
const identity = (more: object = {}, secret = secretOf()) =>
  signIdentity(secret, { iss: server.tenant.slug, sub: email, exp: soon(), ...more });
const me = (token: string) =>
  server.anonymous.get('/api/v1/me', { headers: { authorization: `Bearer ${token}` } });
const set = (widget: object) =>
  admin.send({ method: 'PATCH', url: '/api/v1/settings', payload: { widget } }).then((answer) => {
    expect(answer.statusCode).toBe(200);
  });

beforeAll(async () => {
  server = await openTestServer({ publicFolder });
  admin = await server.signIn('admin');
  const [row] = await server.system(({ tx }) => tx.select().from(users).where(eq(users.id, admin.userId)));
  email = row!.email;
});
afterAll(() => server.close());

describe('the panel of the widget', () => {
  const panel = () => server.anonymous.get(`/widget/${server.tenant.slug}`);

  it('is not there while the widget is off, and is framed by the named sites only', async () => {
    expect((await panel()).statusCode).toBe(404);
    await set({ isEnabled: true, origins: [CRM] });
    const { statusCode, headers, body } = await panel();
    expect([statusCode, headers['x-frame-options']]).toEqual([200, undefined]);
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'self' ${CRM}`);
    expect(body).toContain('https://crm.example.com');
    expect((await server.anonymous.get('/widget/nobody')).statusCode).toBe(404);
    expect((await server.anonymous.get('/health')).headers['x-frame-options']).toBe('DENY');
  });

  it('takes no site that would say more in the policy than a name', async () => {
    for (const origin of [`${CRM}; script-src *`, `${CRM} *`, '*', 'http://crm.example.com', `${CRM}/path`]) {
      const payload = { widget: { isEnabled: true, origins: [origin] } };
      const answer = await admin.send({ method: 'PATCH', url: '/api/v1/settings', payload });
      expect([origin, answer.statusCode]).toEqual([origin, 400]);
    }
  });
});

describe('a signed identity', () => {
  it('is the person whom the workspace’s own program names, on the widget', async () => {
    expect((await me(identity({ sub: email.toUpperCase() }))).json()).toMatchObject({
      email,
      surface: 'widget',
    });
    const own = (await admin.get('/api/v1/widget/identity')).json();
    expect((await me(own.token)).json()).toMatchObject({ email, surface: 'widget' });
    expect((await admin.get('/api/v1/widget/key')).json()).toEqual({ secret: secretOf() });
  });

  it('is refused when anything about it is not as it should be', async () => {
    const forge = (head: object, secret: string) => {
      const body = { iss: server.tenant.slug, sub: email, exp: soon() };
      const signed = [head, body]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    };
    const { voice: neighbour } = await server.neighbour('admin');
    const good = identity();
    for (const [why, token] of [
      ['another secret', identity({}, 'guessed')],
      ['the secret of another number', identity({}, secretOf(2))],
      ['no algorithm', forge({ alg: 'none' }, secretOf())],
      ['another algorithm', forge({ alg: 'HS512' }, secretOf())],
      ['no signature', `${good.split('.').slice(0, 2).join('.')}.`],
      ['a changed signature', `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`],
      ['another part', `${good}.x`],
      ['over', identity({ exp: soon() - 700 })],
      ['valid for a day', identity({ exp: soon() + 86_400 })],
      ['somebody unknown', identity({ sub: 'nobody@example.com' })],
      ['another workspace', identity({ iss: 'nobody' })],
      ['no token at all', 'a.b.c'],
      ['very long', `${good}${'.'.repeat(5000)}`],
    ] as const) {
      const answer = await me(token);
      expect([why, answer.statusCode]).toEqual([why, 401]);
    }
    expect((await neighbour.get('/api/v1/widget/identity')).statusCode).toBe(403);
  });

  it('approves nothing, answers nobody, administers nothing and makes no session, even of an admin', async () => {
    const headers = { authorization: `Bearer ${identity()}` };
    const { approvalId, digest } = await server.as(await server.person('manager'), async (ctx) => {
      const plan = planFor(await addPeople(ctx, { count: 1 }));
      const campaignId = await addCampaign(ctx);
      const asked = await requestApproval(ctx, { campaignId, plan });
      return { ...asked, ...(await approvalPart(ctx, asked.approvalId)) };
    });
    const card = await server.anonymous.get(`/api/v1/approvals/${approvalId}`, { headers });
    expect(card.json()).toMatchObject({ canDecide: false });
    expect(card.json()).not.toHaveProperty('shortCode');
    const data = { channel: 'email', identifier: 'guest@example.com', message: 'Hello?' };
    const { replyId } = (await admin.post('/api/v1/replies', data)).json();
    const unknown = '01890000-0000-7000-8000-000000000000';
    for (const [method, url, payload] of [
      ['POST', `/approvals/${approvalId}`, { decision: 'approve', digest }],
      ['POST', `/replies/${replyId}/answer`, { text: 'Yes' }],
      ['POST', `/changes/${unknown}`, { decision: 'confirm' }],
      ['POST', '/sign-in-links', {}],
      ['POST', '/tokens', { name: 'mine' }],
      ['POST', '/users', { email: 'x@example.com', name: 'X', role: 'admin' }],
      ['PATCH', '/settings', { widget: { isEnabled: true, origins: ['https://evil.example.com'] } }],
      ['GET', '/widget/key', undefined],
      ['GET', '/widget/identity', undefined],
      ['GET', '/audit', undefined],
    ] as const) {
      const request = { method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) };
      const answer = await server.anonymous.send(request);
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
  });

  it('is worth nothing once the secret has another number, or the widget is off', async () => {
    const token = identity();
    await set({ isEnabled: true, origins: [CRM], keyNumber: 2 });
    expect((await me(token)).statusCode).toBe(401);
    const next = identity({}, secretOf(2));
    expect((await me(next)).statusCode).toBe(200);
    await set({ isEnabled: false, keyNumber: 2 });
    expect((await me(next)).statusCode).toBe(401);
    const off = server.as(await server.person('manager'), (ctx) => changeSettings(ctx, { widget: {} }));
    await expect(off).rejects.toMatchObject({ code: 'auth:forbidden' });
  });
});
