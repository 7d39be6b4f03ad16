import { AIMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filterSchema } from '../core/audience/filter.ts';
import { type ProtocolRequest, type Said, startOpenAiServer } from '../test/openai-server.ts';
import { defineTool, type Tool } from '../tools/define.ts';
import { type Situation, stepOf } from './mind.ts';
import { createModelMind } from './model-mind.ts';

const find = defineTool({
  name: 'find_customers',
  description: 'Counts customers.',
  effect: 'read',
  input: z.strictObject({ filter: filterSchema }),
  run: async () => ({ forModel: {}, parts: [] }),
}) as unknown as Tool;

const SITUATION: Situation = {
  today: '2026-11-21',
  timeZone: 'Asia/Bangkok',
  currency: 'THB',
  person: { name: 'Anong' },
  vocabulary: {
    fields: [],
    brands: [{ name: 'Hilton', parent: null, ownerGroup: null, aliases: [] }],
    values: {},
    customers: [],
    campaigns: [],
    segments: [],
    people: [],
    types: [],
    channels: [],
    unit: { one: 'zone', many: 'zones' },
  },
  thread: { campaign: null, lastFilter: null, pendingApproval: false, earlier: [] },
};

let said: Said;
let script: (request: ProtocolRequest) => Said;
let server: Awaited<ReturnType<typeof startOpenAiServer>>;
beforeEach(async () => {
  said = {};
  script = () => said;
  server = await startOpenAiServer((request) => script(request));
});
afterEach(() => server.close());

const open = (timeoutMs = 5000) =>
  createModelMind({ apiKey: 'k', baseUrl: server.url, model: 'scripted', api: 'chat', timeoutMs }, [
    find,
  ]).open(SITUATION);
const ask = async (timeoutMs?: number) =>
  (await open(timeoutMs)).invoke([new HumanMessage('how many Hiltons?')]) as Promise<AIMessage>;
const FILTER = { op: 'in', field: 'brand', values: ['Hilton'] };

describe('a model behind the OpenAI protocol', () => {
  it('gets the tools, the tenant’s words and the day, and its streamed call arrives whole', async () => {
    said = { calls: [{ id: 'call_1', name: 'find_customers', args: JSON.stringify({ filter: FILTER }) }] };
    const message = await ask();
    expect(message.tool_calls).toMatchObject([{ name: 'find_customers', args: { filter: FILTER } }]);
    const [request] = server.requests;
    expect(request?.stream).toBe(true);
    expect(request?.tools?.map((tool) => tool.function.name)).toEqual(['find_customers']);
    expect(request?.messages[0]?.content).toMatch(/2026-11-21[\s\S]*Anong[\s\S]*Hilton/);
  });

  it('answers in words', async () => {
    said = { text: 'There are twelve.' };
    expect((await ask()).text).toBe('There are twelve.');
  });

  it('never completes arguments that were cut off: a shorter filter would be a wider audience', async () => {
    said = { calls: [{ id: 'call_1', name: 'find_customers', args: '{"filter": {"all": [' }] };
    const message = await ask();
    expect(message.tool_calls).toEqual([]);
    expect(message.invalid_tool_calls).toHaveLength(1);
  });

  it('gives every message and call an id of its own, whatever the server calls them', async () => {
    said = { calls: [{ id: 'call_0', name: 'find_customers', args: JSON.stringify({ filter: FILTER }) }] };
    const [first, second] = [await ask(), await ask()];
    expect(first.id).not.toBe(second.id);
    expect(first.tool_calls![0]!.id).not.toBe(second.tool_calls![0]!.id);
  });

  it('hands a tool’s answer back under the id of its call', async () => {
    said = { text: 'ok' };
    const call = new AIMessage({
      content: '',
      tool_calls: [{ id: 'c9', name: 'find_customers', args: { filter: FILTER } }],
    });
    await (await open()).invoke([
      new HumanMessage('x'),
      call,
      new ToolMessage({ tool_call_id: 'c9', content: '{"total":12}' }),
    ]);
    expect(server.requests[0]?.messages.at(-1)).toMatchObject({
      role: 'tool',
      tool_call_id: 'c9',
      content: '{"total":12}',
    });
  });

  it('is told nobody’s address, and its call has them again', async () => {
    const filter = (email: string) => ({ op: 'in', field: 'email', values: [email] });
    script = ({ messages }) => {
      const mark = /⟦email \d+⟧/.exec(messages.at(-1)!.content!)![0];
      const args = JSON.stringify({ filter: filter(mark) });
      return { calls: [{ id: 'call_1', name: 'find_customers', args }] };
    };
    const asked = new HumanMessage('whoever writes as anna@example.com, +66 81 234 5678');
    const message = (await (await open()).invoke([asked])) as AIMessage;
    expect(JSON.stringify(server.requests[0])).not.toMatch(/anna@example|81 234/);
    expect(message.tool_calls![0]!.args).toEqual({ filter: filter('anna@example.com') });
  });

  it('tries again after a busy server', async () => {
    server.faults.push({ status: 429 });
    said = { text: 'ok' };
    expect((await ask()).text).toBe('ok');
    expect(server.requests).toHaveLength(2);
  });

  it('speaks the Responses API, too: words, whole calls, and what they used', async () => {
    const settings = {
      apiKey: 'k',
      baseUrl: server.url,
      model: 'm',
      api: 'responses',
      timeoutMs: 5000,
    } as const;
    const mind = await createModelMind(settings, [find]).open(SITUATION);
    said = { calls: [{ id: 'call_1', name: 'find_customers', args: JSON.stringify({ filter: FILTER }) }] };
    const called = (await mind.invoke([new HumanMessage('how many Hiltons?')])) as AIMessage;
    expect(called.tool_calls).toMatchObject([{ name: 'find_customers', args: { filter: FILTER } }]);
    expect(stepOf(called)).toMatchObject({ answeredBy: 'scripted', inputTokens: 1000, outputTokens: 100 });
    said = { text: 'There are twelve.' };
    expect((await mind.invoke([new HumanMessage('how many?')])).text).toBe('There are twelve.');
    expect(server.paths).toEqual(['/v1/responses', '/v1/responses']);
  });

  it('talks to a deployment of Azure in the same way', async () => {
    said = { text: 'There are twelve.' };
    const azure = { endpoint: server.url.replace(/\/v1$/, ''), apiVersion: '2025-04-01-preview' };
    const settings = { apiKey: 'k', model: 'our-deployment', api: 'chat', timeoutMs: 5000, azure } as const;
    const mind = await createModelMind(settings, [find]).open(SITUATION);
    expect((await mind.invoke([new HumanMessage('how many Hiltons?')])).text).toBe('There are twelve.');
    expect(server.paths).toEqual([
      '/openai/deployments/our-deployment/chat/completions?api-version=2025-04-01-preview',
    ]);
  });

  it('gives up on a stream that stalls', async () => {
    server.faults.push('stall');
    said = { text: 'never finished' };
    await expect(ask(400)).rejects.toThrow();
  });
});
