import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../lib/ids.ts';
import { addCustomer } from '../test/add-customer.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
let campaignId: string;
const [phuket, silent, berlin] = [newId(), newId(), newId()];
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
  await server.system(async (ctx) => {
    const contacts = [{ at: { email: 'gm@example.com' } }];
    await addCustomer(ctx, { id: phuket, name: 'Phuket Pearl', country: 'TH', contacts });
    await addCustomer(ctx, { id: silent, name: 'Silent Samui', country: 'TH' });
    await addCustomer(ctx, { id: berlin, name: 'Berlin Bau', country: 'DE', contacts });
  });
  const filter = { op: 'in', field: 'country', values: ['TH'] };
  campaignId = (await manager.post('/api/v1/campaigns', { name: 'Thai', type: 'renewal', filter })).json().id;
});
afterAll(() => server.close());

describe('the audience of a campaign', () => {
  it('is complete, with who is reached and why somebody is not', async () => {
    const card = (await manager.get(`/api/v1/campaigns/${campaignId}/audience`)).json();
    expect(card).toMatchObject({ kind: 'audience', campaignId, total: 2, reachable: 1, recipients: 1 });
    expect(card.customers.map(({ name }: { name: string }) => name)).toEqual([
      'Phuket Pearl',
      'Silent Samui',
    ]);
    expect(card.excluded).toEqual([{ id: silent, name: 'Silent Samui', reason: 'no contact' }]);
  });

  it('explains one customer', async () => {
    const why = async (customerId: string) =>
      (await manager.get(`/api/v1/campaigns/${campaignId}/audience/${customerId}`)).json();
    expect(await why(phuket)).toMatchObject({ isIn: true });
    expect(await why(berlin)).toMatchObject({ isIn: false });
    expect((await why(newId())).error.code).toBe('customer:unknown');
  });
});

describe('a customer left out by hand', () => {
  it('is out with the reason in the history, and in again; nobody else is touched', async () => {
    const set = (body: object) => manager.post(`/api/v1/campaigns/${campaignId}/exclusions`, body);
    const card = (await set({ customerId: phuket, reason: 'moved away' })).json();
    expect(card).toMatchObject({ total: 1, recipients: 0 });
    expect(card.excluded).toContainEqual({
      ...{ id: phuket, name: 'Phuket Pearl', reason: 'taken out by hand' },
    });
    const { versions } = (await manager.get(`/api/v1/campaigns/${campaignId}/versions`)).json();
    expect(versions[0].change).toBe('left out Phuket Pearl: moved away');
    expect((await set({ customerId: phuket, isOut: false })).json()).toMatchObject({
      total: 2,
      recipients: 1,
    });
    expect((await set({ customerId: newId() })).json().error.code).toBe('customer:unknown');
    const viewer = await server.signIn('viewer');
    const refused = await viewer.post(`/api/v1/campaigns/${campaignId}/exclusions`, { customerId: phuket });
    expect(refused.statusCode).toBe(403);
  });
});

describe('POST /audience', () => {
  it('counts whom a filter means without making a campaign', async () => {
    const before = (await manager.get('/api/v1/campaigns')).json().campaigns.length;
    const card = await manager.post('/api/v1/audience', { filter: { all: [] } });
    expect(card.json()).toMatchObject({ campaignId: null, total: 3 });
    expect((await manager.get('/api/v1/campaigns')).json().campaigns).toHaveLength(before);
  });

  it('refuses a field nobody has, and names no SQL when one is tried', async () => {
    for (const field of ['shoe_size', "name'; drop table customers; --"]) {
      const refused = await manager.post('/api/v1/audience', { filter: { op: 'known', field } });
      expect([refused.statusCode, refused.json().error.code]).toEqual([400, 'field:unknown']);
    }
    const values = ["x' or 1=1 --"];
    const literal = await manager.post('/api/v1/audience', { filter: { op: 'in', field: 'city', values } });
    expect(literal.json().total ?? 0).toBe(0);
  });
});
