import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Within } from '../core/context.ts';
import type { ImportPreview } from '../core/customers/import/preview-import.ts';
import { type ImportRow, readImport } from '../core/customers/import/read-imports.ts';
import { cancelImport, runImport, startImport } from '../core/customers/import/run-import.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

const LIMIT = 400_000;

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer({ importLimitBytes: LIMIT });
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

const upload = (body: string | Buffer, name = 'sites.csv', voice = manager) =>
  voice.post(`/api/v1/imports?name=${name}`, body, {
    headers: { 'content-type': 'application/octet-stream' },
  });
const draft = async (body: string | Buffer, name?: string) => {
  const answer = await upload(body, name);
  expect(answer.statusCode).toBe(200);
  return answer.json<ImportPreview>();
};
async function run(importId: string): Promise<ImportRow> {
  expect((await manager.post(`/api/v1/imports/${importId}/start`)).statusCode).toBe(200);
  await server.imports.settle();
  return (await manager.get(`/api/v1/imports/${importId}`)).json<ImportRow>();
}
const columns = (preview: ImportPreview) =>
  Object.fromEntries(
    preview.files[0]!.tables[0]!.columns.map(({ label, is, isUsed }) => [label, isUsed ? is : `${is}?`]),
  );
const customers = async () =>
  (await manager.get('/api/v1/customers')).json<{ customers: { id: string; name: string; city: string }[] }>()
    .customers;

describe('an import in steps', () => {
  const ODD =
    'Hotel;Stands in;Mailbox;Expiery date;Shade\nLantern House;Hua Hin;gm@example.com;2027-10-31;red\nOak Inn;Lyon;oak@example.com;2027-09-30;blue\n';

  it('shows what each column is taken for and why, and writes nothing', async () => {
    const preview = await draft(ODD);
    expect(preview.files[0]).toMatchObject({
      kind: 'csv',
      encoding: { name: 'utf-8' },
      problem: { code: 'import:unreadable' },
    });
    expect(columns(preview)).toEqual({
      Hotel: 'name?',
      'Stands in': 'unknown?',
      Mailbox: 'contact.email',
      'Expiery date': 'contract_end',
      Shade: 'unknown?',
    });
    expect(await customers()).toEqual([]);
    const refused = await run(preview.importId);
    expect(refused).toMatchObject({
      status: 'failed',
      position: 0,
      problem: { code: 'import:unreadable', where: { line: 1 } },
    });
  });

  it('takes a correction, remembers it for files of that header, and imports by it', async () => {
    const { importId, files } = await draft(ODD);
    const { signature } = files[0]!.tables[0]!;
    const said = await manager.send({
      method: 'PUT',
      url: `/api/v1/imports/${importId}/mapping`,
      payload: { signature, columns: { Hotel: 'name', 'Stands in': 'city', Shade: 'note' } },
    });
    const corrected = said.json<ImportPreview>();
    expect(columns(corrected)).toMatchObject({ Hotel: 'name', 'Stands in': 'city', Shade: 'note' });
    expect(corrected).toMatchObject({ looked: 2, counts: { created: 2 } });
    expect(corrected.entries[0]).toMatchObject({ line: 2, name: 'Lantern House', outcome: 'created' });
    expect(corrected.entries[0]?.changes).toContainEqual({
      field: 'country',
      before: null,
      after: 'TH',
      because: 'the city Hua Hin',
      confidence: 0.95,
    });
    expect(corrected.entries[0]?.changes).toContainEqual({
      field: 'region',
      before: null,
      after: 'Southeast Asia',
      because: 'Thailand is in Southeast Asia',
      confidence: 0.95,
    });
    const row = await run(importId);
    expect(row).toMatchObject({
      status: 'done',
      position: 2,
      report: { created: 2, files: [{ entries: 2, lines: 4 }] },
    });
    expect(row.readBytes).toBe(row.totalBytes);
    expect((await customers()).map(({ name, city }) => [name, city])).toEqual([
      ['Lantern House', 'Hua Hin'],
      ['Oak Inn', 'Lyon'],
    ]);
    const again = await draft('shade;HOTEL;Mailbox;Stands in;Expiery date\n;Oak Inn;;Paris;\n');
    expect(again).toMatchObject({ counts: { updated: 1 } });
    expect(again.entries[0]?.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'city', before: 'Lyon', after: 'Paris' })]),
    );
  });

  it('is taken back as a whole: what it made goes, what it changed is as before, what a later one changed stays', async () => {
    const first = await draft(
      'Name,City,Zones,Zone names,GM email\nOak Inn,Nice,2,"Bar, Lobby",new@example.com\nElm Inn,Nice,,,\nAsh Inn,Nice,,,\n',
    );
    await run(first.importId);
    const second = await draft('Name,City\nAsh Inn,Paris\n');
    await run(second.importId);
    const reverted = await manager.post(`/api/v1/imports/${first.importId}/revert`);
    expect(reverted.json()).toEqual({ removed: 1, discarded: 0, restored: 1, kept: 1 });
    const left = await customers();
    expect(left.map(({ name, city }) => `${name} ${city}`)).toEqual([
      'Ash Inn Paris',
      'Lantern House Hua Hin',
      'Oak Inn Lyon',
    ]);
    const oak = left.find(({ name }) => name === 'Oak Inn')!;
    const card = (await manager.get(`/api/v1/customers/${oak.id}`)).json<{
      contacts: { addresses: { address: string }[] }[];
      units: unknown[];
    }>();
    expect(card.units).toEqual([]);
    expect(JSON.stringify(card.contacts)).not.toContain('new@example.com');
    const twice = await manager.post(`/api/v1/imports/${first.importId}/revert`);
    expect([twice.statusCode, twice.json().error.code]).toEqual([409, 'import:state']);
  });

  it('gives the customers back as a CSV', async () => {
    const answer = await manager.get('/api/v1/customers/export');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.body.split('\r\n')[1]).toContain('Lantern House');
  });

  it('stops where it is when it is cancelled, and goes on from there', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => `Site ${at},Lyon`).join('\n');
    const { importId } = await draft(`Name,City\n${rows}\n`);
    expect((await manager.post(`/api/v1/imports/${importId}/cancel`)).json()).toMatchObject({
      status: 'cancelled',
    });
    const actor = {
      kind: 'person',
      userId: manager.userId,
      name: 'M',
      role: 'manager',
      surface: 'console',
    } as const;
    await server.as(actor, (ctx) => startImport(ctx, importId));
    // Somebody presses "cancel" as soon as the first batch is in.
    const within: Within = async (tenantId, who, work) => {
      const done = await server.within(tenantId, who, work);
      const { status, position } = await server.as(actor, (ctx) => readImport(ctx, importId));
      if (status === 'running' && position > 0) await server.as(actor, (ctx) => cancelImport(ctx, importId));
      return done;
    };
    const deps = { within, normalise: () => null, owner: 'a worker', tenantId: server.tenant.id, importId };
    expect(await runImport(deps)).toBe(false);
    const stopped = (await manager.get(`/api/v1/imports/${importId}`)).json<ImportRow>();
    expect(stopped).toMatchObject({ status: 'cancelled', position: 1000 });
    expect(stopped.report.created).toBe(stopped.position);
    expect(await run(importId)).toMatchObject({
      status: 'done',
      position: 2500,
      report: { created: 2500, inReview: 0 },
    });
    const page = await manager.get(`/api/v1/imports/${importId}/entries?after=2498`);
    expect(page.json()).toMatchObject({
      entries: [{ position: 2499, line: 2501, name: 'Site 2499', outcome: 'created' }],
    });
  });

  it('refuses what is too large or no file, words that mean nothing, and whoever may not', async () => {
    const big = await upload(`Name\n${'x'.repeat(LIMIT)}\n`);
    expect([big.statusCode, big.json().error.code]).toEqual([413, 'import:too_large']);
    const form = new FormData();
    form.append('files', new File([`Name\n${'x'.repeat(LIMIT)}\n`], 'big.csv'));
    const encoded = new Response(form);
    const sent = await manager.post('/api/v1/imports', Buffer.from(await encoded.arrayBuffer()), {
      headers: { 'content-type': encoded.headers.get('content-type')! },
    });
    expect([sent.statusCode, sent.json().error.code]).toEqual([413, 'import:too_large']);
    const { importId, files } = await draft('Name,City\nFir Inn,Lyon\n');
    const { signature } = files[0]!.tables[0]!;
    for (const word of ['nothing', 'contact.shoe', 'reachable', '__proto__']) {
      const said = await manager.send({
        method: 'PUT',
        url: `/api/v1/imports/${importId}/mapping`,
        payload: { signature, columns: { City: word } },
      });
      expect([word, said.statusCode]).toEqual([word, 400]);
    }
    const viewer = await server.signIn('viewer');
    for (const path of ['start', 'cancel', 'revert'])
      expect((await viewer.post(`/api/v1/imports/${importId}/${path}`)).statusCode).toBe(403);
    expect((await upload('Name\nx\n', 'a.csv', viewer)).statusCode).toBe(403);
    const { voice } = await server.neighbour('manager');
    expect((await voice.post(`/api/v1/imports/${importId}/start`)).statusCode).toBe(404);
  });
});

describe('an import that somebody watches', () => {
  it('is followed while it runs, and the stream ends with it', async () => {
    const { importId } = await draft('name\nHotel Stream\n');
    await manager.post(`/api/v1/imports/${importId}/start`);
    const following = await manager.get(`/api/v1/imports/${importId}`, {
      headers: { accept: 'text/event-stream' },
    });
    const events = following.body
      .match(/^data: .*$/gm)!
      .map((line) => JSON.parse(line.slice(6)) as ImportRow);
    expect(events.at(-1)).toMatchObject({ id: importId, status: 'done', position: 1 });
  });
});
