import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../lib/ids.ts';
import { addCustomer } from '../test/add-customer.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
const filter = { op: 'in', field: 'city', values: ['Phuket'] };

beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
  await server.system(async (ctx) => {
    await addCustomer(ctx, { name: 'Anna', city: 'Phuket' });
    await addCustomer(ctx, { name: 'Bela', city: 'Krabi' });
  });
});
afterAll(() => server.close());

describe('segments over HTTP', () => {
  it('are previewed by days that move with the calendar, too', async () => {
    const ahead = { op: 'between', field: 'contract_end', from: 'today', to: 'today+90d' };
    const answer = await manager.post('/api/v1/segments/preview', { filter: ahead });
    expect(answer.json()).toMatchObject({ total: 0, filter: ahead });
  });

  it('are previewed, saved, listed, read, changed and deleted', async () => {
    expect((await manager.post('/api/v1/segments/preview', { filter })).json()).toMatchObject({ total: 1 });
    const made = await manager.post('/api/v1/segments', { filter });
    expect(made.statusCode).toBe(201);
    const { id } = made.json<{ id: string }>();
    expect(made.json()).toMatchObject({ name: 'Phuket', kind: 'dynamic', version: 1, customers: 1 });
    const listed = await manager.get('/api/v1/segments?search=phu');
    expect(listed.json()).toMatchObject({
      segments: [{ id, words: 'city is Phuket', countedOn: '2026-11-21' }],
    });
    const changed = await manager.send({
      method: 'PATCH',
      url: `/api/v1/segments/${id}`,
      payload: { name: 'South', filter: { all: [] } },
    });
    expect(changed.json()).toMatchObject({ name: 'South', version: 2, customers: 2 });
    const people = await manager.get(`/api/v1/segments/${id}/customers`);
    expect(people.json()).toMatchObject({ total: 2, customers: [{ name: 'Anna' }, { name: 'Bela' }] });
    expect((await manager.send({ method: 'DELETE', url: `/api/v1/segments/${id}` })).statusCode).toBe(200);
    expect((await manager.get(`/api/v1/segments/${id}`)).json()).toMatchObject({
      error: { code: 'segment:unknown' },
    });
    const restore = (voice = manager) => voice.post(`/api/v1/segments/${id}/restore`, {});
    expect((await restore(await server.signIn('viewer'))).statusCode).toBe(403);
    expect((await restore()).json()).toMatchObject({ name: 'South', version: 2, customers: 2 });
    expect((await restore()).json()).toMatchObject({ error: { code: 'segment:unknown' } });
    await manager.send({ method: 'DELETE', url: `/api/v1/segments/${id}` });
    await manager.post('/api/v1/segments', { name: 'south', filter });
    expect((await restore()).json()).toMatchObject({ error: { code: 'segment:exists' } });
  });

  it('refuse what makes no sense, with its place', async () => {
    const post = (body: object) => manager.post('/api/v1/segments', body);
    expect((await post({ filter: { op: 'in', field: 'colour', values: ['red'] } })).json()).toMatchObject({
      error: { code: 'field:unknown' },
    });
    expect((await post({ name: ' ' })).statusCode).toBe(400);
    expect(
      (await manager.send({ method: 'PATCH', url: `/api/v1/segments/${newId()}`, payload: {} })).statusCode,
    ).toBe(400);
    expect(
      (await manager.send({ method: 'PATCH', url: `/api/v1/segments/${newId()}`, payload: { name: 'x' } }))
        .statusCode,
    ).toBe(404);
    const viewer = await server.signIn('viewer');
    expect((await viewer.post('/api/v1/segments', { filter })).statusCode).toBe(403);
  });
});
