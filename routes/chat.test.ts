import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentEvent } from '../core/agent-event.ts';
import type { AskAnswer } from '../core/ask-answer.ts';
import type { ApprovalPart } from '../core/parts.ts';
import type { Actor } from '../core/tenants/roles.ts';
import { threadMessages, threads } from '../db/schema/index.ts';
import { newId } from '../lib/ids.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import type { AgentPort } from './agent-port.ts';

const threadId = newId();
const approval: ApprovalPart = {
  kind: 'approval',
  id: newId(),
  campaignId: newId(),
  campaign: 'Renewals',
  version: 1,
  isTest: false,
  status: 'requested',
  digest: 'd'.repeat(64),
  recipients: 2,
  customers: 1,
  channels: { email: 2 },
  schedule: { kind: 'now' },
  scheduleWords: 'now',
  valueWords: null,
  costWords: 'nothing',
  warnings: [],
  excluded: [],
  policyWords: 'An approver decides.',
  expiresAt: '2026-11-24T03:00:00.000Z',
  requestedBy: 'Nok',
  decidedBy: null,
  decidedAt: null,
  comment: null,
  shortCode: 'K7Q4',
  canDecide: true,
};
const answer: AskAnswer = {
  thread: threadId,
  reply: 'Two messages wait for you.',
  questions: [],
  campaign: null,
  audience: null,
  previews: [],
  approval: {
    id: approval.id,
    digest: approval.digest,
    recipients: 2,
    expiresAt: approval.expiresAt,
    code: 'K7Q4',
  },
};

type Asked = Parameters<AgentPort['ask']>[0];
const asked: Asked[] = [];
let events: AgentEvent[] = [];
const agent: AgentPort = {
  async *ask(input) {
    asked.push(input);
    yield* events;
  },
  report: async () => {},
};

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer({ agent });
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

const turn: AgentEvent[] = [
  { type: 'thread', threadId },
  { type: 'text', text: 'Two messages ' },
  { type: 'text', text: 'wait for you.' },
  { type: 'part', part: approval },
  { type: 'done', answer },
];
const say = (voice: Voice, headers = {}) =>
  voice.post('/api/v1/chat', { text: ' renew all Hiltons ' }, { headers });
const streamed = (body: string): unknown[] =>
  body
    .split('\n\n')
    .filter((block) => block.startsWith('data: '))
    .map((block) => JSON.parse(block.slice(6)));

describe('POST /chat', () => {
  it('answers one object when no stream is asked for, in the person’s own name', async () => {
    events = turn;
    const said = await say(manager);
    expect([said.statusCode, said.json()]).toEqual([200, answer]);
    const actor = asked.at(-1)!.actor as Extract<Actor, { kind: 'person' }>;
    expect(actor).toMatchObject({ userId: manager.userId, surface: 'console' });
    expect(asked.at(-1)).toMatchObject({ tenantId: server.tenant.id, text: 'renew all Hiltons' });
  });

  it('streams every event as it comes when asked to', async () => {
    events = turn;
    const said = await say(manager, { accept: 'text/event-stream' });
    expect(said.headers['content-type']).toContain('text/event-stream');
    expect(streamed(said.body)).toEqual(turn);
  });

  it('never gives a script the code that decides an approval', async () => {
    events = turn;
    const script = await server.script('admin');
    const bodies = [(await say(script)).body, (await say(script, { accept: 'text/event-stream' })).body];
    expect(bodies.join()).toContain(approval.digest);
    expect(bodies.join()).not.toContain('K7Q4');
  });

  it('answers a turn that failed with its code, as JSON and in the stream', async () => {
    const failed: AgentEvent = {
      type: 'error',
      code: 'thread:busy',
      message: 'Another sentence is being answered.',
      nextStep: 'Wait a moment.',
    };
    events = [{ type: 'thread', threadId }, failed];
    const said = await say(manager);
    expect(said.statusCode).toBe(409);
    expect(said.json().error).toMatchObject({ code: 'thread:busy', nextStep: 'Wait a moment.' });
    const stream = await say(manager, { accept: 'text/event-stream' });
    expect([stream.statusCode, streamed(stream.body).at(-1)]).toEqual([200, failed]);
  });

  it('ends a stream with an error event when the agent breaks, and leaks nothing', async () => {
    const broken = await openTestServer({
      agent: { ask: () => breaking(), report: async () => {} },
    });
    const said = await say(await broken.signIn('manager'), { accept: 'text/event-stream' });
    expect(streamed(said.body)).toEqual([
      { type: 'thread', threadId },
      expect.objectContaining({ type: 'error', code: 'server:failed' }),
    ]);
    expect(said.body).not.toContain('secret');
    await broken.close();
  });

  it('refuses what is no sentence, naming the field', async () => {
    for (const [body, field] of [
      [{}, 'text'],
      [{ text: '  ' }, 'text'],
      [{ text: 'x'.repeat(4001) }, 'text'],
      [{ text: 'hi', threadId: 'mine' }, 'threadId'],
      [{ text: 'hi', tenantId: newId() }, 'tenantId'],
    ] as const) {
      const said = await manager.post('/api/v1/chat', body);
      expect([said.statusCode, said.json().error.where.field]).toEqual([400, field]);
    }
  });
});

async function* breaking(): AsyncGenerator<AgentEvent> {
  yield { type: 'thread', threadId };
  throw new Error('secret detail of a bug');
}

describe('GET /threads', () => {
  it('lists one’s own by default and reads any of the workspace, without the codes in its cards', async () => {
    await server.system(async (ctx) => {
      const row = { tenantId: ctx.tenant.id, id: threadId, title: 'Renewals', createdBy: manager.userId };
      await ctx.tx.insert(threads).values(row);
      await ctx.tx.insert(threadMessages).values({
        tenantId: ctx.tenant.id,
        threadId,
        position: 1,
        role: 'agent',
        parts: [{ kind: 'text', text: 'Two wait.' }, approval],
      });
    });
    const other = await server.signIn('viewer');
    expect((await manager.get('/api/v1/threads')).json().threads).toMatchObject([
      { id: threadId, title: 'Renewals', isMine: true },
    ]);
    expect((await other.get('/api/v1/threads')).json().threads).toEqual([]);
    expect((await other.get('/api/v1/threads?whose=everyone')).json().threads).toMatchObject([
      { id: threadId, isMine: false },
    ]);
    const read = await other.get(`/api/v1/threads/${threadId}`);
    expect(read.json().messages[0].parts).toMatchObject([
      { text: 'Two wait.' },
      { digest: approval.digest, canDecide: false },
    ]);
    expect(read.body).not.toContain('K7Q4');
  });

  it('answers 404 for what is unknown and 400 for what cannot be an id', async () => {
    const unknown = await manager.get(`/api/v1/threads/${newId()}`);
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([404, 'thread:unknown']);
    const nonsense = await manager.get('/api/v1/threads/1;drop');
    expect([nonsense.statusCode, nonsense.json().error.where]).toEqual([400, { in: 'address', field: 'id' }]);
  });
});
