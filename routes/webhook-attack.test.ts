// Every channel that people answer by, told by somebody who is not its provider, and by a provider whose people do their worst:
// refused or contained, counted, told once in the log, and nothing lost that a person should see.
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replies } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { type Told, VENDORS } from '../test/vendors/hooks.ts';

const NOW = '2026-11-21T03:00:00Z';
const AT = Date.parse(NOW) / 1000;
let server: TestServer;
let admin: Voice;
const counted: string[] = [];
const logged: { msg: string; accountId?: string }[] = [];
beforeAll(async () => {
  server = await openTestServer(
    {
      metrics: {
        answered: () => {},
        told: ({ channel, outcome }) => void counted.push(`${channel} ${outcome}`),
      },
      log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) }),
    },
    NOW,
  );
  admin = await server.signIn('admin');
});
afterAll(() => server.close());

let count = 0;
const next = () => {
  count += 1;
  return count;
};
const kept = (channel: string) =>
  server.system(async ({ tx }) => (await tx.select().from(replies)).filter((row) => row.channel === channel));

describe.each(VENDORS.map((vendor) => [`${vendor.channel} by ${vendor.provider}`, vendor] as const))(
  '%s',
  (_name, vendor) => {
    let path: string;
    let accountId: string;
    beforeAll(async () => {
      const { channel, provider, settings } = vendor;
      const made = await admin.post('/api/v1/accounts', { channel, provider, name: provider, settings });
      expect([made.statusCode, made.json()]).toEqual([201, expect.anything()]);
      accountId = made.json().id;
      path = `/webhooks/${server.tenant.id}/${accountId}`;
    });
    const message = (text: string, from = vendor.person(next())) => ({
      id: `9${newId()}${next()}`,
      from,
      text,
    });
    const told = (given: ReturnType<typeof message>, at = AT, to = path) =>
      vendor.tell(given, at, `http://refrain.example${to}`);
    const post = async ({ payload, headers }: Told, to = path) =>
      (await server.anonymous.post(to, payload, { headers })).statusCode;
    const texts = async () => (await kept(vendor.channel)).map(({ body }) => body);

    it('refuses what is forged, changed or old, counts each and logs it once', async () => {
      const said = told(message('A forged sentence'));
      const { [Object.keys(vendor.forge(said))[0]!]: _, ...unsigned } = said.headers;
      const wrong: Told[] = [
        { ...said, headers: unsigned },
        { ...said, headers: { ...said.headers, ...vendor.forge(said) } },
        { ...said, headers: { ...said.headers, [Object.keys(vendor.forge(said))[0]!]: '' } },
        ...(vendor.isBare ? [] : [{ ...said, payload: said.payload.replace(/forged/, 'changed') }]),
        ...(vendor.isTimed
          ? [told(message('A forged sentence'), AT - 301), told(message('A forged sentence'), AT + 301)]
          : []),
      ];
      const before = counted.length;
      for (const one of wrong) expect(await post(one)).toBe(401);
      expect(counted.slice(before)).toEqual(wrong.map(() => `${vendor.channel} forged`));
      const lines = logged.filter((line) => line.accountId === accountId);
      expect(lines.map(({ msg }) => msg)).toEqual(['a webhook was not signed by its provider']);
      expect((await texts()).filter((text) => /sentence/.test(text))).toEqual([]);
    });

    it('answers nobody under another workspace, an account that is none, or with more than it reads', async () => {
      const elsewhere = `/webhooks/${newId()}/${accountId}`;
      const none = `/webhooks/${server.tenant.id}/${newId()}`;
      for (const to of [elsewhere, none]) expect(await post(told(message('Nowhere'), AT, to), to)).toBe(404);
      expect(await post(told(message('x'.repeat(10_000_000))))).toBe(413);
      expect((await texts()).filter((text) => /Nowhere|xxxx/.test(text))).toEqual([]);
    });

    it('keeps a replayed message once', async () => {
      const said = told(message(`Only once ${accountId}`));
      expect(await Promise.all([post(said), post(said), post(said)])).toEqual([200, 200, 200]);
      expect(await post(said)).toBe(200);
      expect((await texts()).filter((text) => text === `Only once ${accountId}`)).toHaveLength(1);
    });

    it('keeps what is odd for a person to see: zero bytes, turned letters, emoji only, markup, formulas, much', async () => {
      const odd = [
        'Yes\u0000 please',
        '\u202eSTOP\u202c now',
        '🤷🤷🤷',
        '<script>alert(1)</script><img src=x onerror=alert(1)>',
        '=HYPERLINK("https://evil.example")',
        `Please call. ${'blah '.repeat(40_000)}`,
      ];
      const before = (await texts()).length;
      for (const text of odd) expect(await post(told(message(text)))).toBe(200);
      const rows = (await texts()).slice(before);
      expect(rows).toHaveLength(odd.length);
      expect(rows.at(-1)!.length).toBeLessThan(70_000);
      expect(rows.join('')).not.toContain('\u0000');
    });

    it('keeps all of fifty that one person writes in a second', async () => {
      const from = vendor.person(next());
      const before = (await texts()).length;
      const codes = await Promise.all(
        Array.from({ length: 50 }, (_, n) => post(told(message(`number ${n}`, from)))),
      );
      expect(new Set(codes)).toEqual(new Set([200]));
      const rows = (await kept(vendor.channel)).filter(({ body }) => body.startsWith('number '));
      expect(await texts()).toHaveLength(before + 50);
      expect(
        new Set(
          rows
            .filter(({ identifier }) => identifier === rows.at(-1)!.identifier)
            .map((row) => row.conversationId),
        ).size,
      ).toBe(1);
    });
  },
);
