import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignInLink } from '../core/tenants/create-sign-in-link.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { buildServer } from './server.ts';

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

const freshLink = async () => {
  const { userId } = await server.person('manager');
  return server.system((ctx) => createSignInLink(ctx, { userId }));
};

describe('signing in over HTTP', () => {
  it('turns the link into an httpOnly cookie and goes to the page, once', async () => {
    const { path } = await freshLink();
    const first = await server.anonymous.get(path);
    expect(first.statusCode).toBe(303);
    expect(first.headers.location).toBe('/');
    const [cookie] = first.cookies;
    expect(cookie).toMatchObject({ name: 'refrain_session', httpOnly: true, sameSite: 'Lax', path: '/' });
    const me = await server.anonymous.get('/api/v1/me', { cookies: { [cookie!.name]: cookie!.value } });
    expect(me.json()).toMatchObject({ role: 'manager', surface: 'console', workspace: { name: 'Test' } });
    const second = await server.anonymous.get(path);
    expect(second.statusCode).toBe(401);
    expect(second.json().error.code).toBe('auth:link_used');
    expect(second.cookies).toEqual([]);
  });

  it('shows a person a page rather than JSON when the link is dead, in the language of their browser', async () => {
    const headers = { accept: 'text/html', 'accept-language': 'th-TH,th;q=0.9,en;q=0.8' };
    const inThai = await server.anonymous.get('/sign-in/nonsense', { headers });
    expect([inThai.statusCode, inThai.body.includes('<html lang="th">')]).toEqual([401, true]);
    for (const path of ['/u/nonsense', '/c/nonsense', '/s/nonsense']) {
      const other = await server.anonymous.get(path, { headers: { 'accept-language': 'xx, fr-CH, en' } });
      expect([path, other.statusCode]).toEqual([path, 404]);
      expect(other.body).toContain('Ce lien est incomplet');
    }
    const dead = await server.anonymous.get('/sign-in/nonsense', { headers: { accept: 'text/html' } });
    expect(dead.statusCode).toBe(401);
    expect(dead.headers['content-type']).toContain('text/html');
    expect(dead.body).toContain('each works once');
  });

  it('does not let a link checker use the link up', async () => {
    const { path } = await freshLink();
    const head = await server.app.inject({ method: 'HEAD', url: path });
    expect(head.statusCode).toBe(404);
    expect((await server.anonymous.get(path)).statusCode).toBe(303);
  });

  it('marks the cookie secure behind https', async () => {
    const { path } = await freshLink();
    const app = buildServer({ ...depsOf(server), baseUrl: 'https://refrain.example' });
    const answer = await app.inject(path);
    expect(answer.cookies[0]).toMatchObject({ secure: true });
    expect(answer.headers['strict-transport-security']).toBeDefined();
    await app.close();
  });

  it('ends with signing out', async () => {
    const leaving = await server.signIn('viewer');
    expect((await leaving.post('/api/v1/sign-out', {})).json()).toEqual({ done: true });
    const after = await leaving.get('/api/v1/me');
    expect(after.statusCode).toBe(401);
    expect(after.json().error.code).toBe('auth:expired');
  });
});

describe('an API token', () => {
  it('is shown once, speaks for its person, and cannot renew itself', async () => {
    const { id, token } = (await manager.post('/api/v1/tokens', { name: 'nightly' })).json();
    const headers = { authorization: `Bearer ${token}` };
    const me = await server.anonymous.get('/api/v1/me', { headers });
    expect(me.json()).toMatchObject({ id: manager.userId, surface: 'token' });
    const again = await server.anonymous.post('/api/v1/tokens', { name: 'more' }, { headers });
    expect(again.statusCode).toBe(403);
    const gone = await manager.send({ method: 'DELETE', url: `/api/v1/tokens/${id}` });
    expect(gone.statusCode).toBe(200);
    expect((await server.anonymous.get('/api/v1/me', { headers })).statusCode).toBe(401);
  });

  it('wins over a cookie sent with it, so that a script never gets the power of the session', async () => {
    const script = await server.script('admin');
    const admin = await server.signIn('admin');
    const both = await server.anonymous.get('/api/v1/me', {
      headers: { ...admin.headers, ...script.headers },
    });
    expect(both.json()).toMatchObject({ id: script.userId, surface: 'token' });
  });
});

describe('a request from another site', () => {
  const foreign = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://other.refrain.example', 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ];
  it('changes nothing with the person’s cookie', async () => {
    const victim = await server.signIn('manager');
    for (const headers of foreign) {
      const answer = await victim.post('/api/v1/sign-out', {}, { headers });
      expect(answer.json().error.code).toBe('auth:foreign_origin');
    }
    expect((await victim.get('/api/v1/me')).statusCode).toBe(200);
  });

  it('is told apart from the page itself and from a program', async () => {
    const own = [
      { origin: 'http://refrain.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'http://refrain.example' },
      {},
    ];
    for (const headers of own) {
      const person = await server.signIn('viewer');
      expect((await person.post('/api/v1/sign-out', {}, { headers })).statusCode).toBe(200);
    }
  });

  it('with a token is no forgery, because no browser adds a token by itself', async () => {
    const script = await server.script('admin');
    const answer = await script.post('/api/v1/users', {}, { headers: foreign[0]! });
    expect(answer.json().error.code).toBe('input:invalid');
  });
});

describe('people over HTTP', () => {
  it('are added by an admin, listed for all, and refused with the field that is wrong', async () => {
    const admin = await server.signIn('admin');
    const nok = { email: 'nok@example.com', name: 'Nok', role: 'approver' };
    expect((await admin.post('/api/v1/users', nok)).json()).toMatchObject(nok);
    expect((await admin.post('/api/v1/users', nok)).statusCode).toBe(409);
    expect((await manager.get('/api/v1/users')).json().users).toContainEqual(expect.objectContaining(nok));
    const wrong = await admin.post('/api/v1/users', { ...nok, role: 'owner' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json().error).toMatchObject({
      code: 'input:invalid',
      where: { in: 'body', field: 'role' },
    });
    const extra = await admin.post('/api/v1/users', { ...nok, tenantId: 'x' });
    expect(extra.json().error.where.field).toBe('tenantId');
    expect((await manager.post('/api/v1/users', { ...nok, email: 'x@example.com' })).statusCode).toBe(403);
  });
});

describe('mistakes', () => {
  it('of the address are 404 with a code, within the API and outside', async () => {
    for (const url of ['/api/v1/nonsense', '/nonsense', '/api/v1/../../etc/passwd']) {
      const answer = await manager.get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.json().error.code).toBe('route:unknown');
    }
  });

  it('of the body’s form, type and size are 4xx with a code', async () => {
    const json = { 'content-type': 'application/json' };
    const broken = await manager.post('/api/v1/users', '{"email":', { headers: json });
    expect([broken.statusCode, broken.json().error.code]).toEqual([400, 'input:invalid']);
    const strange = await manager.post('/api/v1/users', 'x', { headers: { 'content-type': 'text/x' } });
    expect([strange.statusCode, strange.json().error.code]).toEqual([415, 'input:media_type']);
    const large = await manager.post('/api/v1/users', { name: 'x'.repeat(1_100_000) });
    expect([large.statusCode, large.json().error.code]).toEqual([413, 'input:too_large']);
    const poisoned = await manager.post('/api/v1/users', '{"__proto__":{"role":"admin"}}', { headers: json });
    expect(poisoned.statusCode).toBe(400);
  });

  it('of ours answer 500 with the request’s id and nothing of the reason', async () => {
    const broken = { ...server.database, owner: null } as unknown as TestServer['database'];
    const app = buildServer({ ...depsOf(server), database: broken });
    const answer = await app.inject({ url: '/api/v1/me', headers: manager.headers });
    expect(answer.statusCode).toBe(500);
    const { error } = answer.json();
    expect(error).toMatchObject({
      code: 'server:failed',
      where: { requestId: answer.headers['x-request-id'] },
    });
    expect(answer.body).not.toMatch(/null|select|owner|stack|\.ts/i);
    await app.close();
  });
});

describe('every answer', () => {
  it('forbids framing, sniffing, foreign scripts and caching of what is private', async () => {
    const { headers } = await manager.get('/api/v1/me');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('the page', () => {
  it('is served where it was built, its hashed files for ever, and for any address a person types', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<title>the page</title>');
    writeFileSync(join(folder, 'assets/app-1a2b.js'), 'go()');
    const app = buildServer({ ...depsOf(server), publicFolder: folder });
    const root = await app.inject('/');
    expect([root.statusCode, root.headers['cache-control'], root.body]).toEqual([
      200,
      'no-cache',
      '<title>the page</title>',
    ]);
    const script = await app.inject('/assets/app-1a2b.js');
    expect(script.headers['cache-control']).toContain('immutable');
    const typed = await app.inject({ url: '/campaigns/7', headers: { accept: 'text/html' } });
    expect([typed.statusCode, typed.body]).toEqual([200, '<title>the page</title>']);
    const api = await app.inject({ url: '/api/v1/nonsense', headers: { accept: 'text/html' } });
    expect(api.json().error.code).toBe('route:unknown');
    const outside = await app.inject('/..%2f..%2fetc%2fpasswd');
    expect(outside.statusCode).toBeGreaterThanOrEqual(400);
    await app.close();
  });
});

const depsOf = ({ deps }: TestServer) => deps;
