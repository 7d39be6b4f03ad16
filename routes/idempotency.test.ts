import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaigns, idempotencyKeys } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

const draft = { name: 'Once', type: 'renewal' };
const create = (
  key: string,
  { payload = draft as object, voice = manager, url = '/api/v1/campaigns' } = {},
) => voice.send({ method: 'POST', url, payload, headers: { 'idempotency-key': key } });
const count = () => server.system(async (ctx) => ctx.tx.$count(campaigns));

describe('a request that is sent again with its Idempotency-Key', () => {
  it('is answered as the first time, and done once', async () => {
    const before = await count();
    const key = newId();
    const first = await create(key);
    const again = await create(key);
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.body).toBe(first.body);
    expect([first.headers, again.headers].map((headers) => headers['idempotency-replayed'])).toEqual([
      undefined,
      'true',
    ]);
    expect(await count()).toBe(before + 1);
  });

  it('is done once, also when ten come at a time', async () => {
    const before = await count();
    const key = newId();
    const all = await Promise.all(Array.from({ length: 10 }, () => create(key)));
    expect(all.every(({ statusCode }) => [201, 409].includes(statusCode))).toBe(true);
    expect(all.some(({ statusCode }) => statusCode === 201)).toBe(true);
    expect(await count()).toBe(before + 1);
  });

  it('is refused when it asks for something else', async () => {
    const key = newId();
    await create(key);
    for (const other of [{ payload: { ...draft, name: 'Other' } }, { url: '/api/v1/segments/preview' }]) {
      const answer = await create(key, { payload: { filter: { all: [] } }, ...other });
      expect([answer.statusCode, answer.json().error.code]).toEqual([422, 'idempotency:mismatch']);
    }
  });

  it('may be corrected after a refusal, which did nothing', async () => {
    const key = newId();
    const wrong = await create(key, { payload: { ...draft, type: 'no such type' } });
    expect(wrong.statusCode).toBeGreaterThanOrEqual(400);
    expect((await create(key)).statusCode).toBe(201);
  });

  it('is another person’s own, whatever key they choose', async () => {
    const key = newId();
    const first = await create(key);
    const second = await create(key, { voice: await server.signIn('manager') });
    expect(second.statusCode).toBe(201);
    expect(second.json().id).not.toBe(first.json().id);
  });

  it('gives no script what was answered to its person at the page', async () => {
    const key = newId();
    const headers = { 'idempotency-key': key };
    const send = (voice: Voice) =>
      voice.send({ method: 'POST', url: '/api/v1/tokens', payload: { name: 'x' }, headers });
    const made = await send(manager);
    const { token } = made.json();
    const script = server.anonymous;
    const stolen = await script.send({
      method: 'POST',
      url: '/api/v1/tokens',
      payload: { name: 'x' },
      headers: { ...headers, authorization: `Bearer ${token}` },
    });
    expect([stolen.statusCode, stolen.json().error.code]).toEqual([422, 'idempotency:mismatch']);
    expect((await send(manager)).json()).toEqual(made.json());
  });

  it('is not done again where nobody knows how far the first came', async () => {
    const before = await count();
    const key = newId();
    await create(key);
    const unanswered = { status: null, answer: null };
    await server.system((ctx) => ctx.tx.update(idempotencyKeys).set(unanswered).where(sql`key = ${key}`));
    const again = await create(key);
    expect([again.statusCode, again.json().error.code]).toEqual([409, 'idempotency:running']);
    expect(await count()).toBe(before + 1);
  });

  it('is forgotten after a day', async () => {
    const key = newId();
    const first = await create(key);
    const yesterday = { createdAt: sql`now() - interval '25 hours'` };
    await server.system((ctx) => ctx.tx.update(idempotencyKeys).set(yesterday).where(sql`key = ${key}`));
    expect((await create(key)).json().id).not.toBe(first.json().id);
  });

  it.each(['', ' ', 'x'.repeat(256)])('must have a key that can be one', async (key) => {
    expect((await create(key)).json().error.code).toBe('input:invalid');
  });

  it('cannot be one whose answer streams', async () => {
    const headers = { 'idempotency-key': newId(), accept: 'text/event-stream' };
    const payload = { text: 'hello' };
    const answer = await manager.send({ method: 'POST', url: '/api/v1/chat', payload, headers });
    expect(answer.json().error.message).toContain('cannot be given twice');
  });
});
