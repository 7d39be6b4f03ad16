import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../lib/ids.ts';
import { addCustomer } from '../test/add-customer.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { runTool, type Tool, type ToolScope } from '../tools/define.ts';
import { proposeChangeTool } from '../tools/propose-change.ts';

let server: TestServer;
let manager: Voice;
const customerId = newId();
const steps = [{ do: 'add_contact', name: 'Jane Doe', role: 'GM' }];

beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
  await server.system(async (ctx) => {
    await addCustomer(ctx, {
      id: customerId,
      name: 'Hilton Pattaya',
      contacts: [{ name: 'Rudolf Troestler' }],
    });
    await addCustomer(ctx, { name: 'Hilton Phuket' });
  });
});
afterAll(() => server.close());

const contactsOf = async () =>
  (await manager.get(`/api/v1/customers/${customerId}`))
    .json<{ contacts: { name: string }[] }>()
    .contacts.map(({ name }) => name);

describe('changes of customers over HTTP', () => {
  it('are proposed by a script, confirmed by a person only, and then seen in profile, history and timeline', async () => {
    const script = await server.script('admin');
    const made = await script.post(`/api/v1/customers/${customerId}/changes`, { steps, why: 'a new GM' });
    expect(made.statusCode).toBe(201);
    const { id, canDecide } = made.json<{ id: string; canDecide: boolean }>();
    expect(canDecide).toBe(false);
    const confirm = { decision: 'confirm' };
    expect((await script.post(`/api/v1/changes/${id}`, confirm)).statusCode).toBe(403);
    expect(await contactsOf()).toEqual(['Rudolf Troestler']);
    const confirmed = await manager.post(`/api/v1/changes/${id}`, confirm);
    expect(confirmed.json()).toMatchObject({ status: 'confirmed', canDecide: false });
    expect(await contactsOf()).toEqual(['Rudolf Troestler', 'Jane Doe']);
    expect((await manager.post(`/api/v1/changes/${id}`, confirm)).statusCode).toBe(409);
    const { history } = (await manager.get(`/api/v1/customers/${customerId}/history`)).json();
    expect(history).toMatchObject([{ field: 'name', after: 'Jane Doe' }, { field: 'role' }].toReversed());
    await manager.post(`/api/v1/customers/${customerId}/notes`, { text: 'met at the fair' });
    const { entries } = (await manager.get(`/api/v1/customers/${customerId}/timeline?limit=10`)).json();
    expect(entries.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['change', 'change', 'note']);
    expect((await manager.get('/api/v1/changes?status=proposed')).json()).toEqual({ changes: [] });
  });

  it('are never another workspace’s', async () => {
    const made = await manager.post(`/api/v1/customers/${customerId}/changes`, { steps, why: 'a new GM' });
    const { id } = made.json<{ id: string }>();
    const { voice } = await server.neighbour('admin');
    expect((await voice.get(`/api/v1/changes/${id}`)).statusCode).toBe(404);
    expect((await voice.post(`/api/v1/changes/${id}`, { decision: 'confirm' })).statusCode).toBe(404);
    expect((await voice.get(`/api/v1/customers/${customerId}/timeline`)).statusCode).toBe(404);
    expect(
      (await voice.post(`/api/v1/customers/${customerId}/changes`, { steps, why: 'x' })).statusCode,
    ).toBe(404);
    await manager.post(`/api/v1/changes/${id}`, { decision: 'reject' });
  });

  it('are only proposed by the tool of the agent, which asks which customer is meant', async () => {
    const person = await server.person('manager');
    const scope = {
      within: (work) => server.as(person, work),
      threadId: (await manager.post('/api/v1/chat', { text: 'hello' })).json<{ thread: string }>().thread,
      toolCallId: 'call',
      triager: server.deps.triager,
      limitsOf: () => ({ maxTextLength: 1000, hasSubject: true }),
    } satisfies ToolScope;
    const call = (customer?: string) =>
      runTool(proposeChangeTool as unknown as Tool, scope, {
        ...(customer ? { customer } : {}),
        steps: [{ do: 'contact_left', contact: { name: 'rudolf' } }, ...steps],
        why: 'Rudolf left, Jane Doe is the new GM',
      });
    const before = await contactsOf();
    const { forModel, parts } = await call();
    expect(parts).toMatchObject([
      { kind: 'change', status: 'proposed', customer: { name: 'Hilton Pattaya' } },
    ]);
    expect(JSON.stringify(forModel)).not.toMatch(/Hilton|Rudolf/);
    expect(await contactsOf()).toEqual(before);
    const asked = await call('Hilton');
    expect(asked.parts).toMatchObject([
      { kind: 'question', choices: [{ label: 'Hilton Pattaya' }, { label: 'Hilton Phuket' }] },
    ]);
  });
});
