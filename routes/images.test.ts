import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planCampaign } from '../core/approval/plan-campaign.ts';
import { draftSchema } from '../core/campaigns/draft.ts';
import { tenants } from '../db/schema/index.ts';
import { addCampaign, readPlan } from '../test/add-campaign.ts';
import { addCustomer } from '../test/add-customer.ts';
import { gifOf, pngOf } from '../test/picture.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

type Given = { bytes: Buffer | Readable; name?: string; alternative?: string; type?: string; by?: Voice };
const upload = ({
  bytes,
  name = 'Terrace',
  alternative = 'A terrace by the sea',
  type = 'image/png',
  by,
}: Given) =>
  (by ?? manager).post(`/api/v1/images?${new URLSearchParams({ name, alternative })}`, bytes, {
    headers: { 'content-type': type },
  });
const code = (answer: { statusCode: number; json(): { error: { code: string } } }) => [
  answer.statusCode,
  answer.json().error.code,
];
const path = (url: string) => new URL(url).pathname;

describe('a picture', () => {
  it('is kept, listed, and shown to anybody as what it is and nothing else', async () => {
    const bytes = pngOf(60, 40);
    const kept = (await upload({ bytes, type: 'application/octet-stream' })).json();
    expect(kept).toMatchObject({ name: 'Terrace', version: 1, type: 'image/png', width: 60, height: 40 });
    const shown = await server.anonymous.get(path(kept.url));
    expect(shown.rawPayload.equals(bytes)).toBe(true);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(shown.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    const all = (await manager.get('/api/v1/images')).json().images;
    expect(all.map(({ id }: { id: string }) => id)).toContain(kept.id);
  });

  it.each<[string, Partial<Given>, string]>([
    [
      'is a page that calls itself one',
      { bytes: Buffer.from('<!doctype html><script>1</script>') },
      'image:unusable',
    ],
    [
      'has more pixels than anybody shows',
      { bytes: pngOf(1, 1, { width: 60_000, height: 60_000 }) },
      'image:unusable',
    ],
    ['is cut off', { bytes: pngOf(9, 9).subarray(0, 40) }, 'image:unusable'],
    ['says nothing in its place', { alternative: ' ' }, 'image:unusable'],
    ['has no name', { name: '\u202e\u200b\u2066' }, 'image:unusable'],
    ['is empty', { bytes: Buffer.alloc(0) }, 'image:unusable'],
    ['is called something else', { type: 'image/svg+xml' }, 'input:media_type'],
  ])('is refused that %s', async (_why, given, refused) => {
    expect(code(await upload({ bytes: pngOf(9, 9), ...given }))[1]).toBe(refused);
  });

  it('of 50 MB is refused with the limit, and not read to its end', async () => {
    let read = 0;
    const endless = () =>
      Readable.from(
        (function* () {
          for (let at = 0; at < 800; at += 1) {
            read += 65_536;
            yield Buffer.alloc(65_536, 1);
          }
        })(),
      );
    const told = await server.app.inject({
      ...{ method: 'POST', url: '/api/v1/images?name=Large&alternative=Large' },
      headers: { ...manager.headers, 'content-type': 'image/png', 'content-length': String(50 * 2 ** 20) },
      payload: endless(),
    });
    expect([...code(told), told.json().error.message]).toEqual([
      413,
      'input:too_large',
      'The picture is larger than 5 MB.',
    ]);
    expect(read).toBeLessThan(1_000_000);
    expect(code(await upload({ bytes: endless() }))).toEqual([413, 'input:too_large']);
  });

  it('is back after it was taken out, and in an earlier version, as a new one', async () => {
    const first = (await upload({ bytes: pngOf(7, 7) })).json();
    const [url, headers] = [`/api/v1/images/${first.id}`, { 'content-type': 'image/gif' }];
    await manager.send({ method: 'PUT', url: `${url}/file`, payload: gifOf(3, 3), headers });
    await manager.send({ method: 'DELETE', url });
    const viewer = await server.signIn('viewer');
    expect(code(await viewer.post(`${url}/restore`, {}))).toEqual([403, 'auth:forbidden']);
    expect((await manager.post(`${url}/restore`, { version: 1 })).statusCode).toBe(200);
    const listed = (await manager.get('/api/v1/images')).json().images;
    const now = listed.find(({ id }: { id: string }) => id === first.id);
    expect(now).toMatchObject({ version: 3, width: 7, type: 'image/png' });
    const { versions } = (await viewer.get(`${url}/versions`)).json();
    expect(versions).toMatchObject([{ version: 3, width: 7 }, { version: 2, width: 3 }, { url: first.url }]);
    expect(code(await manager.post(`${url}/restore`, { version: 9 }))[1]).toBe('image:unknown');
    const { voice } = await server.neighbour('admin');
    expect(code(await voice.post(`${url}/restore`, {}))[1]).toBe('image:unknown');
    expect(code(await voice.get(`${url}/versions`))[1]).toBe('image:unknown');
  });

  it('may be kept by those who draft, and is nobody else’s', async () => {
    const viewer = await server.signIn('viewer');
    expect(code(await upload({ bytes: pngOf(9, 9), by: viewer }))[1]).toBe('auth:forbidden');
    const { id } = (await upload({ bytes: pngOf(9, 9) })).json();
    const { voice } = await server.neighbour('admin');
    expect((await voice.get('/api/v1/images')).json().images).toEqual([]);
    const replacing = { method: 'PUT', url: `/api/v1/images/${id}/file`, payload: gifOf(3, 3) } as const;
    expect(code(await voice.send({ ...replacing, headers: { 'content-type': 'image/gif' } }))[1]).toBe(
      'image:unknown',
    );
  });
});

describe('a picture of a campaign', () => {
  it('stands where the channel shows it, in its latest version; what was frozen keeps its own', async () => {
    const links = { allowed: [] };
    await server.database.owner
      .update(tenants)
      .set({ settings: { lineCards: true, links } })
      .where(eq(tenants.id, server.tenant.id));
    const kept = (
      await upload({ bytes: pngOf(1200, 600), name: 'Sea', alternative: 'The "sea" <at> night' })
    ).json();
    const draft = draftSchema.parse({
      ...{ name: 'Sea', type: 'followup', image: kept.id },
      filter: { op: 'contains', field: 'name', text: 'Pictured' },
    });
    const render = (channels: string[]) =>
      server.system(async (ctx) => {
        const id = await addCampaign(ctx, { ...draft, channels });
        return (await readPlan(planCampaign(ctx, { id, draft: { ...draft, channels }, test: null })))
          .composed[0]!;
      });
    await server.system((ctx) =>
      addCustomer(ctx, {
        name: 'Pictured House',
        contacts: [
          {
            at: {
              email: 'p@example.com',
              whatsapp: '+66812345678',
              sms: '+66812345678',
              line: `U${'a'.repeat(32)}`,
            },
          },
        ],
      }),
    );
    const mail = (await render(['email'])).rendered.html!;
    expect(mail).toContain(
      `src="${kept.url}" alt="The &#34;sea&#34; &lt;at&gt; night" width="544" height="272"`,
    );
    expect((await render(['whatsapp'])).rendered.image).toEqual({
      url: kept.url,
      alternative: kept.alternative,
    });
    for (const channel of ['sms', 'line']) {
      const { findings } = await render([channel]);
      expect(findings.map(({ message }) => message)).toContain(
        'The picture “Sea” is not shown on this channel.',
      );
    }
    const type = { 'content-type': 'image/gif' };
    await manager.send({
      method: 'PUT',
      url: `/api/v1/images/${kept.id}/file`,
      payload: gifOf(30, 30),
      headers: type,
    });
    const after = /src="([^"]+\/i\/[0-9a-f-]+\.gif)"/.exec((await render(['email'])).rendered.html!)![1]!;
    // WhatsApp shows none.
    expect((await render(['whatsapp'])).rendered.image).toBeUndefined();
    expect((await server.anonymous.get(path(kept.url))).statusCode).toBe(200);
    await manager.send({ method: 'DELETE', url: `/api/v1/images/${kept.id}` });
    const { findings } = await render(['email']);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      'The picture of the campaign is not in the library any more.',
    ]);
    expect((await server.anonymous.get(path(after))).statusCode).toBe(200);
  });
});
