import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { cover } from '../lib/cover-address.ts';
import { agentThatSays, openTestServer, type TestServer } from '../test/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({
    agent: agentThatSays([{ type: 'text', text: 'It goes to guest@example.com.' }]),
  });
  await server.system((ctx) =>
    receiveReply(ctx, {
      ...{
        channel: 'email',
        identifier: 'guest@example.com',
        message: 'Call +66 90 123 4567 or me@example.org',
      },
      normalise: (_channel, address) => address,
    }),
  );
});
afterAll(() => server.close());

describe('addresses', () => {
  it('are covered for whoever has no right to see them, in fields and in texts, and for nobody else', async () => {
    for (const role of ['viewer', 'analyst'] as const) {
      const { body } = await (await server.signIn(role)).get('/api/v1/replies');
      expect(body).not.toMatch(/guest@|me@|123 4567/);
      expect(body).toContain('g___@example.com');
    }
    const { body } = await (await server.signIn('manager')).get('/api/v1/replies');
    expect(body).toContain('guest@example.com');
    expect(body).toContain('+66 90 123 4567');
  });

  it('are covered in what is told as it happens', async () => {
    const stream = { headers: { accept: 'text/event-stream' } };
    const ask = async (role: 'viewer' | 'manager') =>
      (await (await server.signIn(role)).post('/api/v1/chat', { text: 'who?' }, stream)).body;
    expect(await ask('manager')).toContain('guest@example.com');
    expect(await ask('viewer')).not.toContain('guest@');
  });

  it('go out whole to nobody who may not see them', async () => {
    for (const role of ['viewer', 'analyst'] as const) {
      const answer = await (await server.signIn(role)).get('/api/v1/customers/export?format=csv');
      expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'auth:forbidden']);
    }
  });

  it('leave ids, days, digests and numbers as they are', () => {
    const kept = {
      id: '01a1ff2e-f56c-75f2-9df8-4e9667338a3f',
      at: '2026-11-21T03:00:00.000Z',
      n: 12_345,
      none: null,
      name: 'Hilton 2024-2026',
    };
    expect(cover(kept)).toEqual(kept);
    expect(cover({ address: 'U4af4980629', phone: '0901234567' })).toMatchObject({ phone: '09…' });
  });
});
