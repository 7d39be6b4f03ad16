import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../lib/ids.ts';
import { addCustomer } from '../test/add-customer.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';

let server: TestServer;
let manager: Voice;
let url: string;
const pearl = newId();
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
  await server.system(async (ctx) => {
    for (const [at, name] of ['Phuket Pearl', 'Samui Sands', 'Krabi Cove', 'Trang Tide'].entries()) {
      await addCustomer(ctx, {
        ...(at === 0 ? { id: pearl } : {}),
        name,
        country: 'TH',
        units: ['Lobby', `Bar ${at}`],
        contracts: [{ endsOn: '2027-10-31', unitCount: 2, pricePerUnitMinor: 1_200_000, currency: 'THB' }],
        contacts: [{ name: 'Arthit', at: { email: `gm${at}@example.com` } }],
      });
    }
  });
  const draft = { name: 'Thai', type: 'renewal', filter: { op: 'in', field: 'country', values: ['TH'] } };
  url = `/api/v1/campaigns/${(await manager.post('/api/v1/campaigns', draft)).json().id}`;
});
afterAll(() => server.close());

describe('GET /campaigns/:id/preview', () => {
  it('shows three messages of a channel as they would be read, and counts all', async () => {
    const shown = await manager.get(`${url}/preview`);
    expect(shown.json()).toMatchObject({ total: 4, reachable: 4, recipients: 4, counts: { email: 4 } });
    const { previews, cost, limits } = shown.json();
    expect(previews).toHaveLength(3);
    expect(previews[0]).toMatchObject({
      channel: 'email',
      subject: expect.any(String),
      html: expect.any(String),
    });
    expect(previews[0].body).toContain('Lobby');
    expect([typeof cost, Array.isArray(limits)]).toEqual(['string', true]);
  });

  it('shows one customer’s when asked', async () => {
    const { previews, counts } = (await manager.get(`${url}/preview?customerId=${pearl}`)).json();
    expect(previews.map(({ customer }: { customer: string }) => customer)).toEqual(['Phuket Pearl']);
    expect(counts).toEqual({ email: 1 });
  });
});

describe('a real send over HTTP', () => {
  it('freezes what was previewed, and sends it when a person has approved exactly that', async () => {
    const { previews } = (await manager.get(`${url}/preview`)).json();
    const waiting = (await manager.post(`${url}/send`, {})).json();
    expect(waiting).toMatchObject({ status: 'waiting', targeted: 4, approval: { status: 'requested' } });
    const approver = await server.signIn('approver');
    const { digest } = waiting.approval;
    const decided = await approver.post(`${url}/approval`, { decision: 'approve', digest });
    expect(decided.json()).toMatchObject({ status: 'approved', recipients: 4 });
    const proof = (await manager.get(`/api/v1/approvals/${waiting.approval.id}/proof`)).json();
    const frozen = proof.rows.map(
      (row: { content: { rendered: { text: string } } }) => row.content.rendered.text,
    );
    for (const { body } of previews) expect(frozen).toContain(body);
  });

  it('asks for a test apart from the campaign itself', async () => {
    const draft = { name: 'Test me', type: 'renewal', filter: { all: [] } };
    const { id } = (await manager.post('/api/v1/campaigns', draft)).json();
    const test = (await manager.post(`/api/v1/campaigns/${id}/send`, { testMode: true })).json();
    expect(test).toMatchObject({ status: 'draft', targeted: 1, approval: { isTest: true } });
    const real = (await manager.post(`/api/v1/campaigns/${id}/send`, {})).json();
    expect(real).toMatchObject({ status: 'waiting', targeted: 4, approval: { isTest: false } });
  });

  it('refuses a campaign that nobody would get', async () => {
    const filter = { op: 'in', field: 'country', values: ['JP'] };
    const made = await manager.post('/api/v1/campaigns', { name: 'Nobody', type: 'renewal', filter });
    const refused = await manager.post(`/api/v1/campaigns/${made.json().id}/send`, {});
    expect([refused.statusCode, refused.json().error.code]).toEqual([409, 'campaign:no_recipients']);
  });
});
