import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../test/server.ts';

const LOCAL = 'what-the-command-line-of-this-machine-shows';
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ localToken: LOCAL });
});
afterAll(() => server.close());

describe('POST /sign-in-links', () => {
  it('lets the command line of the machine sign anybody in, as the first admin', async () => {
    await server.signIn('admin');
    const approver = await server.signIn('approver');
    const { email } = (await approver.get('/api/v1/me')).json();
    const headers = { authorization: `Bearer ${LOCAL}` };
    const me = await server.anonymous.get('/api/v1/me', { headers });
    expect(me.json()).toMatchObject({ role: 'admin', surface: 'terminal' });
    const link = (await server.anonymous.post('/api/v1/sign-in-links', { email }, { headers })).json();
    const { pathname } = new URL(link.url);
    expect((await server.anonymous.get(pathname)).statusCode).toBe(303);
    const wrong = { authorization: `Bearer ${LOCAL}x` };
    expect((await server.anonymous.get('/api/v1/me', { headers: wrong })).statusCode).toBe(401);
  });

  it('refuses an admin at a distance a link that would make them somebody else', async () => {
    const [admin, approver] = [await server.signIn('admin'), await server.signIn('approver')];
    const { email } = (await approver.get('/api/v1/me')).json();
    const refused = await admin.post('/api/v1/sign-in-links', { email });
    expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'auth:forbidden']);
    expect((await admin.post('/api/v1/sign-in-links', {})).json().email).toEqual(expect.any(String));
  });
});
