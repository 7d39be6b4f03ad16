// Ways in and sessions, as somebody with a browser meets them, and as somebody who should not get in.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failedTries, sessions, users } from '../db/schema/index.ts';
import { type AccessKit, accessKit, codeOf, cookieOf, GOOD } from '../test/access-kit.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let account: AccessKit['account'];
let byPassword: AccessKit['byPassword'];
let signIn: AccessKit['signIn'];
beforeAll(async () => {
  server = await openTestServer();
  ({ account, byPassword, signIn } = accessKit(server));
});
afterAll(() => server.close());

describe('a password', () => {
  it('opens a session whose cookie no script reads, and which says how it was opened', async () => {
    const { email } = await account('manager');
    const answer = await signIn(
      { email: email.toUpperCase(), password: GOOD },
      { 'user-agent': 'A browser' },
    );
    expect(answer.statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    const { sessions: own } = (await server.withCookie(cookieOf(answer)).get('/api/v1/sessions')).json();
    expect(own).toMatchObject([{ method: 'password', device: 'A browser', isThis: true }]);
  });

  it('is refused in the same words whether it is wrong, or the account is unknown, closed or without one', async () => {
    const { email } = await account('manager');
    const closed = await account('manager');
    await server.database.owner
      .update(users)
      .set({ disabledAt: sql`now()` })
      .where(eq(users.id, closed.userId));
    const { userId } = await server.person('admin');
    const tries = [
      { email, password: `${GOOD}!` },
      { email: 'nobody@example.com', password: GOOD },
      { email: closed.email, password: GOOD },
      { email: `${userId}@example.com`, password: '' },
      { email: `${userId}@example.com`, password: 'admin' },
    ];
    const answers = [];
    for (const body of tries) answers.push((await signIn(body)).body);
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!).error.code).toBe('auth:wrong');
  });

  it('is not asked for any more after ten wrong tries, not even the right one', async () => {
    const { email } = await account('manager');
    for (let n = 0; n < 10; n++)
      expect(codeOf(await signIn({ email, password: `${n}` }))).toEqual([401, 'auth:wrong']);
    expect(codeOf(await signIn({ email, password: GOOD }))).toEqual([429, 'request:too_many']);
    await server.database.owner.update(failedTries).set({ at: sql`now() - interval '16 minutes'` });
    expect((await signIn({ email, password: GOOD })).statusCode).toBe(200);
  });

  it('is not taken from another site, nor for another workspace', async () => {
    const { email } = await account('manager');
    const foreign = await signIn({ email, password: GOOD }, { origin: 'https://evil.example' });
    expect(codeOf(foreign)).toEqual([403, 'auth:foreign_origin']);
    const { tenant } = await server.neighbour('viewer');
    expect(codeOf(await signIn({ email, password: GOOD, workspace: tenant.slug }))).toEqual([
      401,
      'auth:wrong',
    ]);
    expect(codeOf(await signIn({ email, password: GOOD, workspace: undefined }))).toEqual([
      404,
      'tenant:unknown',
    ]);
  });

  it('is changed by who knows it, must not be guessed easily, and ends every other session', async () => {
    const { voice, email } = await byPassword('manager');
    const other = server.withCookie(cookieOf(await signIn({ email, password: GOOD })));
    const set = (payload: object) => voice.send({ method: 'PUT', url: '/api/v1/password', payload });
    const next = 'nine lanterns behind a hill';
    expect(codeOf(await set({ current: 'x', password: next }))).toEqual([401, 'auth:wrong']);
    expect(codeOf(await set({ current: GOOD, password: 'short' }))).toEqual([400, 'input:invalid']);
    expect(codeOf(await set({ current: GOOD, password: `${email}1` }))).toEqual([400, 'input:invalid']);
    const breached = 'iloveyou123456';
    expect(codeOf(await set({ current: GOOD, password: breached }))).toEqual([400, 'input:invalid']);
    expect((await set({ current: GOOD, password: next })).statusCode).toBe(200);
    expect((await other.get('/api/v1/me')).statusCode).toBe(401);
    expect((await voice.get('/api/v1/me')).statusCode).toBe(200);
    expect((await signIn({ email, password: next })).statusCode).toBe(200);
  });
});

describe('a session', () => {
  it('exchanges its token now and then; whoever shows the old one long after ends it for both', async () => {
    const { voice } = await byPassword('manager');
    const age = (change: object) => server.database.owner.update(sessions).set(change);
    await age({ rotatedAt: sql`now() - interval '16 minutes'` });
    const exchanged = await voice.get('/api/v1/me');
    const fresh = server.withCookie(cookieOf(exchanged));
    expect(exchanged.headers['set-cookie']).toBeDefined();
    expect((await voice.get('/api/v1/me')).statusCode).toBe(200);
    expect((await fresh.get('/api/v1/me')).statusCode).toBe(200);
    expect((await voice.get('/api/v1/me')).statusCode).toBe(200);
    await age({ confirmedAt: sql`now() - interval '61 seconds'` });
    expect((await voice.get('/api/v1/me')).statusCode).toBe(401);
    expect((await fresh.get('/api/v1/me')).statusCode).toBe(401);
  });

  it('is listed for its person and ended by them, never by somebody else', async () => {
    const { voice, email } = await byPassword('manager');
    const other = server.withCookie(cookieOf(await signIn({ email, password: GOOD })));
    const { sessions: own } = (await voice.get('/api/v1/sessions')).json();
    expect(own).toHaveLength(2);
    const theirs = own.find((one: { isThis: boolean }) => !one.isThis).id;
    const end = (by: Voice) => by.send({ method: 'DELETE', url: `/api/v1/sessions/${theirs}` });
    expect((await end(await server.signIn('admin'))).statusCode).toBe(404);
    expect((await end(voice)).statusCode).toBe(200);
    expect((await other.get('/api/v1/me')).statusCode).toBe(401);
    const third = server.withCookie(cookieOf(await signIn({ email, password: GOOD })));
    expect((await voice.send({ method: 'DELETE', url: '/api/v1/sessions' })).json()).toEqual({ ended: 1 });
    expect((await third.get('/api/v1/me')).statusCode).toBe(401);
  });
});

describe('a role of the workspace’s own', () => {
  it('keeps parts of the API shut for whoever has it, their scripts too, but never who they are', async () => {
    const admin = await server.signIn('admin');
    const role = { name: 'No log', base: 'admin', rights: ['read', 'administer'], closed: ['area:audit'] };
    const odd = await admin.post('/api/v1/roles', { ...role, closed: ['area:nothing'] });
    expect(codeOf(odd)).toEqual([400, 'input:invalid']);
    const { id } = (await admin.post('/api/v1/roles', role)).json();
    const { closable, roles } = (await admin.get('/api/v1/roles')).json();
    expect(closable).toMatchObject({ areas: expect.arrayContaining(['audit', 'campaigns']), tools: [] });
    expect(closable.areas).not.toContain('sign-in');
    expect(roles).toMatchObject([role]);
    const limited = await server.signIn('admin');
    const change = { method: 'PATCH', url: `/api/v1/users/${limited.userId}` } as const;
    expect((await limited.get('/api/v1/audit')).statusCode).toBe(200);
    await admin.send({ ...change, payload: { customRoleId: id } });
    const { token } = (await limited.post('/api/v1/tokens', { name: 'x' })).json();
    for (const headers of [{}, { cookie: '', authorization: `Bearer ${token}` }])
      expect(codeOf(await limited.get('/api/v1/audit', { headers }))).toEqual([403, 'auth:forbidden']);
    expect((await limited.get('/api/v1/me')).json()).toMatchObject({
      customRoleId: id,
      rights: ['read', 'administer'],
    });
    await admin.send({ method: 'PUT', url: `/api/v1/roles/${id}`, payload: { ...role, closed: [] } });
    expect((await limited.get('/api/v1/audit')).statusCode).toBe(200);
  });
});
