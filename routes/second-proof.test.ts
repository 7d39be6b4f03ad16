// What somebody shows beside a password or a link: a code of an app, or a passkey, which is both at once.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions } from '../db/schema/index.ts';
import { type AccessKit, accessKit, addTotp, codeOf, cookieOf } from '../test/access-kit.ts';
import { createAuthenticator } from '../test/authenticator.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

const ORIGIN = 'http://localhost:3000';

let server: TestServer;
let workspace: string;
let byMail: AccessKit['byMail'];
let byPassword: AccessKit['byPassword'];
beforeAll(async () => {
  server = await openTestServer();
  ({ byMail, byPassword } = accessKit(server));
  workspace = server.tenant.slug;
});
afterAll(() => server.close());

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
