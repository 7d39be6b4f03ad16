// Ways in, second proofs and sessions, as somebody with a browser meets them, and as somebody who should not get in.
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failedTries, sessions, users } from '../db/schema/index.ts';
import { type AccessKit, accessKit, addTotp, codeOf, cookieOf, GOOD } from '../test/access-kit.ts';
import { createAuthenticator } from '../test/authenticator.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

const ORIGIN = 'http://localhost:3000';

let server: TestServer;
let workspace: string;
let account: AccessKit['account'];
let byMail: AccessKit['byMail'];
let byPassword: AccessKit['byPassword'];
let signIn: AccessKit['signIn'];
beforeAll(async () => {
  server = await openTestServer();
  ({ account, byMail, byPassword, signIn } = accessKit(server));
  workspace = server.tenant.slug;
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

describe('a second proof', () => {
  const administer = (voice: Voice) =>
    voice.send({ method: 'PATCH', url: '/api/v1/settings', payload: { currency: 'THB' } });

  it('is what an admin needs for every act of theirs, and an approver for deciding', async () => {
    const { voice } = await byPassword('admin');
    expect((await voice.get('/api/v1/campaigns')).statusCode).toBe(200);
    for (const answer of [
      await administer(voice),
      await voice.post('/api/v1/users', { email: 'x@example.com', name: 'X', role: 'admin' }),
      await voice.post('/api/v1/sign-in-links', {}),
      await voice.post('/api/v1/tokens', { name: 'around it', scopes: ['administer'] }),
      await voice.post('/api/v1/tokens', { name: 'around it' }),
      await voice.get('/api/v1/audit'),
    ])
      expect(codeOf(answer)).toEqual([403, 'auth:second_factor']);
    const approver = await byPassword('approver');
    const standing = {
      intents: ['question'],
      texts: { en: 'Here.' },
      maxPerDay: 1,
      expiresAt: '2026-12-01T00:00:00Z',
    };
    expect(codeOf(await approver.voice.post('/api/v1/standing-approvals', standing))).toEqual([
      403,
      'auth:second_factor',
    ]);
    expect(codeOf(await approver.voice.post('/api/v1/surface-links/code'))).toEqual([
      403,
      'auth:second_factor',
    ]);
  });

  it('is a code of an authenticator app, which counts once and for a limited time', async () => {
    const { voice } = await byMail('admin');
    const code = await addTotp(voice);
    expect(codeOf(await voice.post('/api/v1/elevation', { code: '000000' }))).toEqual([401, 'auth:wrong']);
    const now = code();
    expect((await voice.post('/api/v1/elevation', { code: now })).statusCode).toBe(200);
    expect((await administer(voice)).statusCode).toBe(200);
    expect(codeOf(await voice.post('/api/v1/elevation', { code: now }))).toEqual([401, 'auth:wrong']);
    await server.database.owner.update(sessions).set({ elevatedUntil: sql`now() - interval '1 second'` });
    expect(codeOf(await administer(voice))).toEqual([403, 'auth:second_factor']);
    expect((await voice.get('/api/v1/factors')).json()).toMatchObject({ hasTotp: true, isElevated: false });
  });

  it('is not guessed: ten wrong codes are the last', async () => {
    const { voice } = await byMail('approver');
    const code = await addTotp(voice);
    for (let n = 0; n < 10; n++) await voice.post('/api/v1/elevation', { code: '000000' });
    expect(codeOf(await voice.post('/api/v1/elevation', { code: code() }))).toEqual([
      429,
      'request:too_many',
    ]);
  });

  it('is never made by a password alone, nor another one without the first', async () => {
    const { voice } = await byPassword('admin');
    expect(codeOf(await voice.post('/api/v1/totp'))).toEqual([403, 'auth:unproven']);
    expect(codeOf(await voice.post('/api/v1/passkeys/options'))).toEqual([403, 'auth:unproven']);
    const mailed = await byMail('admin');
    await addTotp(mailed.voice);
    expect(codeOf(await mailed.voice.post('/api/v1/passkeys/options'))).toEqual([403, 'auth:second_factor']);
    const remove = await mailed.voice.send({ method: 'DELETE', url: '/api/v1/totp' });
    expect(codeOf(remove)).toEqual([403, 'auth:second_factor']);
  });

  it('is asked for at the machine’s own link too, once somebody has one', async () => {
    const { userId, voice } = await byMail('admin');
    await addTotp(voice);
    expect(codeOf(await administer(await server.withLink(userId)))).toEqual([403, 'auth:second_factor']);
  });

  it('that is lost is taken away by an admin, which opens no door and closes the open ones', async () => {
    const { userId, voice } = await byMail('approver');
    await addTotp(voice);
    const admin = await server.signIn('admin');
    const reset = (by: Voice) => by.send({ method: 'DELETE', url: `/api/v1/users/${userId}/factors` });
    expect((await reset(await server.signIn('approver'))).statusCode).toBe(403);
    expect((await reset(await server.script('admin'))).statusCode).toBe(403);
    expect((await reset(admin)).statusCode).toBe(200);
    expect((await voice.get('/api/v1/me')).statusCode).toBe(401);
  });
});

describe('a passkey', () => {
  async function withPasskey(role: 'admin') {
    const { voice } = await byMail(role);
    const key = createAuthenticator(ORIGIN);
    const response = key.make((await voice.post('/api/v1/passkeys/options')).json());
    expect((await voice.post('/api/v1/passkeys', { name: 'Laptop', response })).statusCode).toBe(200);
    return { voice, key };
  }
  const ask = async () => (await server.anonymous.post('/sign-in/passkey/options', { workspace })).json();
  const enter = (response: object) => server.anonymous.post('/sign-in/passkey', { workspace, response });

  it('signs in, both proofs at once, and each answer once', async () => {
    const { key } = await withPasskey('admin');
    const response = key.sign(await ask());
    const entered = await enter(response);
    expect(entered.statusCode).toBe(200);
    const { isElevated } = (await server.withCookie(cookieOf(entered)).get('/api/v1/factors')).json();
    expect(isElevated).toBe(true);
    expect(codeOf(await enter(response))).toEqual([401, 'auth:wrong']);
  });

  it('proves nothing on another site, unasked, unlocked by nobody, or for another account', async () => {
    const { key, voice } = await withPasskey('admin');
    expect(codeOf(await enter(key.sign(await ask(), 'https://evil.example')))).toEqual([401, 'auth:wrong']);
    expect(codeOf(await enter(key.sign({ challenge: 'bWluZQ' })))).toEqual([401, 'auth:wrong']);
    expect(codeOf(await enter(createAuthenticator(ORIGIN).sign(await ask())))).toEqual([401, 'auth:wrong']);
    const other = await byMail('admin');
    const asked = (await other.voice.post('/api/v1/elevation/options')).json();
    expect(codeOf(await other.voice.post('/api/v1/elevation', { passkey: key.sign(asked) }))).toEqual([
      401,
      'auth:wrong',
    ]);
    const own = (await voice.post('/api/v1/elevation/options')).json();
    expect((await voice.post('/api/v1/elevation', { passkey: key.sign(own) })).statusCode).toBe(200);
    const careless = createAuthenticator(ORIGIN, { isVerifying: false });
    const made = careless.make((await voice.post('/api/v1/passkeys/options')).json());
    expect(codeOf(await voice.post('/api/v1/passkeys', { name: 'x', response: made }))).toEqual([
      401,
      'auth:wrong',
    ]);
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
