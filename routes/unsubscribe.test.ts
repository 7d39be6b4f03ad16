import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses, suppressions } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { type UnsubscribeKit, unsubscribeKit } from '../test/unsubscribe-kit.ts';

let server: TestServer;
let queued: UnsubscribeKit['queued'];
let statusOf: UnsubscribeKit['statusOf'];
beforeAll(async () => {
  server = await openTestServer();
  ({ queued, statusOf } = unsubscribeKit(server));
});
afterAll(() => server.close());

const oneClick = (url: string, type = 'application/x-www-form-urlencoded') =>
  server.anonymous.post(url, 'List-Unsubscribe=One-Click', { headers: { 'content-type': type } });

describe('the link in a message', () => {
  it('only asks when it is opened, however often a scanner does', async () => {
    const { contactId, url } = await queued();
    for (let times = 0; times < 3; times += 1) {
      const page = await server.anonymous.get(url);
      expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.body).toContain('Stop all messages');
      expect(page.body).toContain('<form method="post"');
    }
    expect((await server.app.inject({ method: 'HEAD', url })).statusCode).toBe(200);
    expect(await statusOf(contactId)).toEqual(['queued']);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'stops everything at one click of a mail program (%s), twice as once',
    async (type) => {
      const { contactId, url } = await queued();
      for (const _time of [1, 2]) {
        const done = await oneClick(url, type);
        expect([done.statusCode, done.body]).toEqual([200, expect.stringContaining('no more messages')]);
      }
      expect(await statusOf(contactId)).toEqual(['dropped']);
    },
  );

  it('stops without any body', async () => {
    const { contactId, url } = await queued();
    expect((await server.anonymous.post(url)).statusCode).toBe(200);
    expect(await statusOf(contactId)).toEqual(['dropped']);
  });

  it('stops news and offers only where the person chose that', async () => {
    const { contactId, url } = await queued();
    const done = await server.anonymous.post(`${url}?only=marketing`);
    expect(done.body).toContain('Messages about your contract still are');
    expect(await statusOf(contactId)).toEqual(['queued']);
    const kept = await server.system((ctx) => ctx.tx.select().from(suppressions));
    expect(kept.map(({ scope }) => scope)).toContain('marketing');
    expect((await server.anonymous.get((await queued({ purpose: 'service' })).url)).body).not.toContain(
      'only=',
    );
  });

  it('stops the address that was written to, also when the contact has another one by now, or none', async () => {
    const { contactId, url } = await queued();
    const [old] = await server.system((ctx) =>
      ctx.tx.select().from(addresses).where(eq(addresses.contactId, contactId)),
    );
    await server.system((ctx) => ctx.tx.delete(addresses).where(eq(addresses.contactId, contactId)));
    expect((await oneClick(url)).body).toContain('no more messages');
    const kept = await server.system((ctx) => ctx.tx.select().from(suppressions));
    expect(kept.map(({ addressHash }) => addressHash)).toContain(old!.hash);
  });

  it('does nothing for a tester, and says so', async () => {
    const { contactId, url } = await queued({ isTest: true });
    expect((await oneClick(url)).body).toContain('This was a test');
    expect(await statusOf(contactId)).toEqual(['queued']);
  });

  it('is refused when it was altered or never given out, without telling which', async () => {
    const { contactId, url } = await queued();
    const altered = url.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'));
    const answers = await Promise.all([altered, `${url}A`, '/u/nonsense'].map((bad) => oneClick(bad)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await statusOf(contactId)).toEqual(['queued']);
    const nobody = await oneClick((await queued({ contactId: newId() })).url);
    expect(nobody.body).toContain('nothing to stop');
  });
});
