import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmOptInLink, readOptInLink } from '../core/consent/double-opt-in.ts';
import { suppress } from '../core/consent/suppress.ts';
import { consents } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { testHash } from '../test/add-customer.ts';
import { openTestServer, type TestServer } from '../test/server.ts';
import { TEST_KEYS } from '../test/workspace.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

describe('a wish for news that is confirmed by its person', () => {
  async function ask(language = 'de') {
    const manager = await server.signIn('manager');
    const address = `${newId()}@example.com`;
    const wording = 'Neuigkeiten und Angebote von Example per E-Mail';
    const asked = await manager.post('/api/v1/consents/requests', {
      channel: 'email',
      address,
      wording,
      language,
    });
    const url = new URL(asked.json().url).pathname;
    const hash = await server.system(async (ctx) => testHash(ctx, address));
    return { url, hash, wording };
  }
  const ledger = (hash: string) =>
    server.system((ctx) => ctx.tx.select().from(consents).where(eq(consents.addressHash, hash)));

  it('is granted by the button behind the link alone, with what was agreed to', async () => {
    const { url, hash, wording } = await ask();
    const page = await server.anonymous.get(url);
    expect(page.body).toContain('<html lang="de">');
    expect(page.body).toContain(wording);
    expect(await ledger(hash)).toEqual([]);
    expect((await server.anonymous.post(url)).body).toContain('Vielen Dank');
    expect(await ledger(hash)).toMatchObject([
      { state: 'granted', purpose: 'marketing', source: 'double opt-in', wording },
    ]);
  });

  it('lifts their own stop of news and no other, and is refused when the link was altered or is old', async () => {
    const stops = [
      ['marketing', 'opted_out', 'unsubscribe link', 1],
      ['marketing', 'complained', 'receipt', 0],
      ['all', 'opted_out', 'reply', 0],
    ] as const;
    for (const [scope, reason, source, granted] of stops) {
      const { url, hash } = await ask('en');
      await server.system((ctx) => suppress(ctx, { addressHash: hash, scope, reason, source }));
      await server.anonymous.post(url);
      expect(await ledger(hash)).toHaveLength(granted);
    }
    const { url, hash } = await ask();
    // Not the last letter: some of its bits mean nothing.
    const altered = `${url.slice(0, -5)}${url.at(-5) === 'A' ? 'B' : 'A'}${url.slice(-4)}`;
    expect((await server.anonymous.post(altered)).statusCode).toBe(404);
    expect((await server.anonymous.post('/c/nonsense')).statusCode).toBe(404);
    const old = readOptInLink(TEST_KEYS, url.slice('/c/'.length))!;
    const expired = await server.system((ctx) =>
      confirmOptInLink(ctx, { ...old, askedAt: '2026-11-01T00:00:00.000Z' }),
    );
    expect(expired).toBe('expired');
    expect(await ledger(hash)).toEqual([]);
  });
});
