// The company's own sign-in, against a real OpenID Connect provider.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../lib/config.ts';
import { openIdentityProvider, type Person } from '../test/identity-provider.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { openSso } from './open-sso.ts';

const BASE = 'http://refrain.example';
const CALLBACK = `${BASE}/sign-in/sso/callback`;
const ROLES = 'sales=manager, leads=approver, campaign-admins=admin';

type Provider = Awaited<ReturnType<typeof openIdentityProvider>>;
let provider: Provider;
let server: TestServer;

const settingsOf = ({ issuer, clientId, clientSecret }: Provider) =>
  readConfig({
    ...{ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret },
    OIDC_ROLES: ROLES,
  });

beforeAll(async () => {
  provider = await openIdentityProvider(CALLBACK);
  server = await openTestServer({ sso: openSso(settingsOf(provider), BASE)! });
});
afterAll(async () => {
  provider.close();
  await server.close();
});

const cookieOf = (answer: { headers: Record<string, unknown> }, name: string): string =>
  [answer.headers['set-cookie']]
    .flat()
    .map(String)
    .find((one) => one.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';
const pathOf = (url: string) => url.slice(BASE.length);

async function depart() {
  const left = await server.anonymous.get('/sign-in/sso');
  return { url: String(left.headers.location), cookie: cookieOf(left, 'refrain_sso') };
}
async function come(subject: string, person: Person) {
  const { url, cookie } = await depart();
  const back = await provider.visit(url, subject, person);
  const answer = await server.anonymous.get(pathOf(back), { headers: { cookie } });
  const voice = server.withCookie(cookieOf(answer, 'refrain_session'));
  return { answer, back, cookie, me: (await voice.get('/api/v1/me')).json(), voice };
}

const anna = { email: 'anna@example.com', email_verified: true, name: 'Anna Sample' };

describe('the company’s sign-in', () => {
  it('adds whoever it knows, with the highest role of their groups, and keeps up with the groups', async () => {
    const first = await come('anna', { ...anna, groups: ['sales', 'leads', 'something else'] });
    expect(first.answer.statusCode).toBe(303);
    expect(first.me).toMatchObject({ email: anna.email, name: anna.name, role: 'approver' });
    const second = await come('anna', { ...anna, email: 'other@example.com', groups: ['sales'] });
    expect(second.me).toMatchObject({ id: first.me.id, email: anna.email, role: 'manager' });
    expect((await first.voice.get('/api/v1/me')).json()).toMatchObject({ role: 'manager' });
  });

  it('finds who was here before by a verified address, and by no other', async () => {
    const { userId } = await server.person('viewer');
    const email = `${userId}@example.com`;
    const unverified = await come('mallory', { email, email_verified: false, groups: ['campaign-admins'] });
    expect(unverified.answer.statusCode).toBe(403);
    const known = await come('bo', { email: email.toUpperCase(), email_verified: true, groups: ['sales'] });
    expect(known.me).toMatchObject({ id: userId, role: 'manager' });
  });

  it('lets nobody in whose groups have no role here, whatever they call them', async () => {
    for (const groups of [[], ['admin'], ['__proto__'], undefined]) {
      const { answer } = await come('cy', {
        ...anna,
        email: 'cy@example.com',
        ...(groups ? { groups } : {}),
      });
      expect(answer.statusCode).toBe(403);
      expect(answer.headers['content-type']).toContain('text/html');
    }
  });

  it('counts as a second proof only where the provider says that there was one', async () => {
    const admin = { email: 'dee@example.com', email_verified: true, groups: ['campaign-admins'] };
    const change = { method: 'PATCH', url: '/api/v1/settings', payload: { currency: 'THB' } } as const;
    const once = await come('dee', admin);
    expect((await once.voice.send(change)).json()).toMatchObject({ error: { code: 'auth:second_factor' } });
    const twice = await come('dee', { ...admin, amr: ['pwd', 'mfa'] });
    expect((await twice.voice.send(change)).statusCode).toBe(200);
  });

  it('takes an answer once, from the browser that left, for the state it left with', async () => {
    const { back, cookie } = await come('anna', { ...anna, groups: ['sales'] });
    const again = await server.anonymous.get(pathOf(back), { headers: { cookie } });
    expect(again.statusCode).toBe(401);
    const { url } = await depart();
    const stolen = await provider.visit(url, 'anna', { ...anna, groups: ['sales'] });
    expect((await server.anonymous.get(pathOf(stolen))).statusCode).toBe(401);
    const other = await depart();
    const crossed = await server.anonymous.get(pathOf(stolen), { headers: { cookie: other.cookie } });
    expect(crossed.statusCode).toBe(401);
    const forged = await server.anonymous.get('/sign-in/sso/callback?code=x&state=x', {
      headers: { cookie: (await depart()).cookie },
    });
    expect(forged.statusCode).toBe(401);
  });

  it('asks a provider that tells nothing in its token', async () => {
    const terse = await openIdentityProvider(CALLBACK, { isTerse: true });
    const sso = openSso(settingsOf(terse), BASE)!;
    const { url, ...departure } = await sso.provider.depart();
    const back = await terse.visit(url, 'eve', { ...anna, groups: ['sales'] });
    const identity = await sso.provider.arrive(new URL(back), departure);
    terse.close();
    expect(identity).toMatchObject({ subject: 'eve', email: anna.email, groups: ['sales'] });
  });

  it('that is not there says so, and is asked again later', async () => {
    const gone = await openIdentityProvider(CALLBACK);
    const sso = openSso(settingsOf(gone), BASE)!;
    gone.close();
    await expect(sso.provider.depart()).rejects.toThrow();
    await expect(sso.provider.depart()).rejects.toThrow();
  });
});

describe('its settings', () => {
  it('are refused when a role is none or something is missing', () => {
    const given = { OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
    const open = (more: object) => () => openSso(readConfig({ ...given, ...more }), BASE);
    expect(open({})).toThrow('OIDC_ROLES');
    expect(open({ OIDC_ROLES: 'sales=owner' })).toThrow('sales=owner');
    expect(open({ OIDC_ROLES: 'sales=manager', OIDC_CLIENT_ID: '' })).toThrow('OIDC_CLIENT_ID');
    expect(openSso(readConfig({}), BASE)).toBeUndefined();
  });
});
