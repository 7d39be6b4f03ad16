import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

const LIMIT = 20_000;
const CSV =
  'name,city,country,email\nHotel Lotus,Phuket,Thailand,gm@example.com\nBar Jasmine,Bangkok,Thailand,\n';

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer({ importLimitBytes: LIMIT });
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

/** A form as a browser sends it. */
async function form(files: Record<string, string>) {
  const data = new FormData();
  for (const [name, text] of Object.entries(files)) data.append('files', new File([text], name));
  const encoded = new Response(data);
  return {
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type')! },
  };
}
const upload = async (files: Record<string, string>, voice = manager) => {
  const { payload, headers } = await form(files);
  return voice.post('/api/v1/customers/import', payload, { headers });
};
const raw = (text: string, type = 'text/csv') =>
  manager.post('/api/v1/customers/import?name=sites.csv', text, { headers: { 'content-type': type } });
const names = async () =>
  (await manager.get('/api/v1/customers'))
    .json<{ customers: { name: string }[] }>()
    .customers.map(({ name }) => name);

describe('POST /customers/import', () => {
  it('takes files of a form, and reports them entry by entry', async () => {
    const report = await upload({ 'sites.csv': CSV });
    expect(report.statusCode).toBe(200);
    expect(report.json()).toMatchObject({
      created: 2,
      files: [{ name: 'sites.csv', kind: 'csv', entries: 2 }],
    });
    expect(await names()).toEqual(['Bar Jasmine', 'Hotel Lotus']);
  });

  it('takes a file as the body, and doubles nothing', async () => {
    const again = await raw(CSV);
    expect(again.json()).toMatchObject({ created: 0, files: [{ name: 'sites.csv' }] });
    expect(await names()).toHaveLength(2);
  });

  it('refuses what is too large, as one file, as several and as a body, with nothing written', async () => {
    const big = `name\n${'x'.repeat(LIMIT)}\n`;
    const half = `name\n${'Hotel Half\n'.repeat(LIMIT / 18)}`;
    for (const [answer, code] of [
      [await upload({ 'big.csv': big }), 'import:too_large'],
      [await upload({ 'a.csv': half, 'b.csv': half }), 'import:too_large'],
      [await raw(big), 'input:too_large'],
    ] as const) {
      expect([answer.statusCode, answer.json().error.code]).toEqual([413, code]);
    }
    expect(await names()).toHaveLength(2);
  });

  it('refuses no file, an empty one and one that is no list', async () => {
    expect((await upload({})).json().error.code).toBe('import:empty');
    expect((await raw('')).json().error.code).toMatch(/^import:empty$/);
    const picture = await raw('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000', 'application/octet-stream');
    expect([picture.statusCode, picture.json().error.code]).toEqual([400, 'import:unreadable']);
    const json = await manager.post('/api/v1/customers/import', { files: [] });
    expect(json.json().error.code).toBe('import:empty');
  });

  it('refuses a viewer before reading anything', async () => {
    const viewer = await server.signIn('viewer');
    expect((await upload({ 'sites.csv': CSV }, viewer)).statusCode).toBe(403);
  });
});

describe('POST /reviews', () => {
  it('decides what looked wrong in bulk, and refuses what is not there', async () => {
    await raw('name\nThailand\ncancelled\n');
    const open = (await manager.get('/api/v1/reviews')).json<{ reviews: { id: string }[] }>().reviews;
    expect(open.length).toBeGreaterThan(0);
    const ids = open.map(({ id }) => id);
    const decided = await manager.post('/api/v1/reviews', { ids, decision: 'discard' });
    expect(decided.json()).toMatchObject({ decided: ids.length });
    expect((await manager.get('/api/v1/reviews')).json().reviews).toEqual([]);
    const none = await manager.post('/api/v1/reviews', { ids: [], decision: 'discard' });
    expect(none.json().error.where.field).toBe('ids');
  });
});
