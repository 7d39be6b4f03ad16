import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

const WHATSAPP = {
  phoneNumberId: '106540352242922',
  accessToken: 'hush-hush',
  appSecret: 'the secret of the app',
  verifyToken: 'chosen by us',
};

let server: TestServer;
let admin: Voice;
beforeAll(async () => {
  server = await openTestServer();
  admin = await server.signIn('admin');
  const own = { channel: 'whatsapp', provider: 'cloud-api', name: 'Our number', settings: WHATSAPP };
  expect((await admin.post('/api/v1/accounts', own)).statusCode).toBe(201);
});
afterAll(() => server.close());

type Row = { id: string; isEnabled: boolean };
const listed = async () => (await admin.get('/api/v1/accounts')).json<{ accounts: Row[] }>().accounts;

describe('senders', () => {
  it('are added and changed by admins only, and never shown with their secrets', async () => {
    const manager = await server.signIn('manager');
    const refused = await manager.post('/api/v1/accounts', {
      channel: 'line',
      provider: 'standin',
      name: 'x',
      settings: {},
    });
    expect(refused.statusCode).toBe(403);
    expect((await manager.get('/api/v1/accounts')).body).not.toMatch(/hush-hush|secret/i);
    const [first] = await listed();
    const change = (voice: Voice, isEnabled: boolean) =>
      voice.send({ method: 'PATCH', url: `/api/v1/accounts/${first!.id}`, payload: { isEnabled } });
    expect((await change(manager, false)).statusCode).toBe(403);
    expect((await change(admin, false)).statusCode).toBe(200);
    expect((await listed()).find(({ id }) => id === first!.id)?.isEnabled).toBe(false);
    await change(admin, true);
  });

  it('are refused with settings that do not fit, naming the setting and not its value', async () => {
    const settings = { ...WHATSAPP, phoneNumberId: 'hush-number' };
    const answer = await admin.post('/api/v1/accounts', {
      channel: 'whatsapp',
      provider: 'cloud-api',
      name: 'B',
      settings,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('phoneNumberId');
    expect(answer.body).not.toContain('hush-number');
  });
});
