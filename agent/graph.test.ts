import { type AIMessage, type BaseMessage, HumanMessage, isToolMessage } from '@langchain/core/messages';
import { Command } from '@langchain/langgraph';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Part } from '../core/parts.ts';
import type { TurnStore } from '../core/threads/turn-store.ts';
import type { Database } from '../db/client.ts';
import { newId } from '../lib/ids.ts';
import { createLog } from '../lib/log.ts';
import { openTestDatabase } from '../test/database.ts';
import { type Script, scriptedMind } from '../test/scripted-mind.ts';
import { defineTool, type Tool } from '../tools/define.ts';
import { Checkpoints } from './checkpoints.ts';
import { buildGraph } from './graph.ts';
import type { Situation } from './mind.ts';
import { createAgent } from './turns.ts';

let database: Database;
let saver: Checkpoints;
beforeAll(async () => {
  database = await openTestDatabase();
  saver = new Checkpoints(database.pool);
  await saver.setup();
});
afterAll(() => database.close());

// The approval's row, as the gate reads it, and how often each tool ran.
let status: string;
let asked: string[];
let counted: number;
const APPROVAL = newId();

const count = defineTool({
  name: 'count',
  description: 'counts',
  effect: 'read',
  input: z.strictObject({ city: z.string() }),
  run: async () => {
    counted += 1;
    return { forModel: { total: 3 }, parts: [{ kind: 'text', text: 'three' }] };
  },
});
const send = defineTool({
  name: 'send',
  description: 'asks',
  effect: 'approval',
  input: z.strictObject({}),
  run: async (scope) => {
    asked.push(scope.toolCallId);
    return { forModel: { approvalId: APPROVAL }, parts: [] };
  },
  outcome: async () => ({ forModel: { status }, parts: [] }),
});
const tools = new Map([count, send].map((tool) => [tool.name, tool as unknown as Tool]));

/** Counts and asks at once, then says how it ended. */
const script: Script = (messages) => {
  const last = messages.at(-1)!;
  if (isToolMessage(last)) return { text: `Ended: ${last.text}` };
  return {
    calls: [
      { id: `count-${messages.length}`, name: 'count', args: { city: 'Pune' } },
      { id: `send-${messages.length}`, name: 'send', args: {} },
    ],
  };
};

// Built anew for every step, as another process would.
const graph = (says: Script = script) =>
  buildGraph({
    mind: scriptedMind(says),
    tools,
    readSituation: async () => ({ thread: {} }) as Situation,
    openScope: (_run, toolCallId) => ({
      toolCallId,
      threadId: '',
      within: async () => undefined as never,
      triager: null as never,
      limitsOf: null as never,
    }),
    checkpointer: saver,
  });
const config = (thread: string) => ({ configurable: { thread_id: thread }, durability: 'sync' as const });
const say = (thread: string, text: string) =>
  graph().invoke({ messages: [new HumanMessage(text)] }, config(thread));
const waiting = async (thread: string) =>
  (await graph().getState(config(thread))).tasks.flatMap((task) => task.interrupts);
const wake = async (thread: string, value: unknown) => {
  const [interrupt] = await waiting(thread);
  return graph().invoke(new Command({ resume: { [interrupt!.id!]: value } }), config(thread));
};
const lastWords = (state: { messages: { text: string }[] }) => state.messages.at(-1)!.text;

beforeEach(() => {
  status = 'requested';
  asked = [];
  counted = 0;
});

describe('the graph', () => {
  it('waits at the gate, and goes on in another process when a person has decided', async () => {
    const thread = newId();
    await say(thread, 'send it');
    expect(await waiting(thread)).toHaveLength(1);
    status = 'approved';
    const state = await wake(thread, { reason: 'decided', approvalId: APPROVAL });
    expect(lastWords(state)).toContain('approved');
    expect(await waiting(thread)).toHaveLength(0);
  });

  it('never runs a sibling of the waiting call twice, and asks under the same call id again', async () => {
    const thread = newId();
    await say(thread, 'send it');
    await wake(thread, { reason: 'decided', approvalId: APPROVAL });
    expect(counted).toBe(1);
    expect(new Set(asked).size).toBe(1);
  });

  it('believes the row, not the wake-up: a forged "decided" reports what the row says', async () => {
    const thread = newId();
    await say(thread, 'send it');
    const state = await wake(thread, { reason: 'decided', approvalId: APPROVAL });
    expect(lastWords(state)).toContain('requested');
  });

  it('refuses a malformed wake-up and stays resumable', async () => {
    const thread = newId();
    await say(thread, 'send it');
    await expect(wake(thread, { approve: true })).rejects.toThrow();
    expect(await waiting(thread)).toHaveLength(1);
    status = 'rejected';
    const state = await wake(thread, { reason: 'decided', approvalId: APPROVAL });
    expect(lastWords(state)).toContain('rejected');
  });

  it('leaves no call unanswered when a newer sentence comes first', async () => {
    const thread = newId();
    await say(thread, 'send it');
    await wake(thread, { reason: 'superseded', approvalId: APPROVAL });
    const state = await say(thread, 'no, wait');
    const called = state.messages.flatMap(
      (message) => (message as { tool_calls?: { id?: string }[] }).tool_calls ?? [],
    );
    const answered = state.messages.filter(isToolMessage).map((message) => message.tool_call_id);
    const open = called.map((call) => call.id).filter((id) => !answered.includes(id!));
    expect(open).toHaveLength(1);
    expect(await waiting(thread)).toHaveLength(1);
  });

  it('keeps the names of its nodes, which stored threads refer to', () => {
    expect(Object.keys(graph().nodes).sort()).toEqual(['__start__', 'act', 'gate', 'think']);
  });
});

describe('a turn that is begun again after a crash', () => {
  type Kept = { role: string; turnId?: string; parts: Part[] };
  let kept: Kept[];
  let isBroken: boolean;
  /** Counts, then asks; the process "ends" between the two, once. */
  const breaking: Script = (messages) => {
    const last = messages.at(-1)!;
    if (!isToolMessage(last)) return { calls: [{ id: newId(), name: 'count', args: { city: 'Pune' } }] };
    if (isBroken) throw new Error('the power is out');
    return { text: `There are ${JSON.parse(last.text).total}.` };
  };
  const store = {
    begin: async ({ threadId }: { threadId: string }) => ({
      ...{ threadId, isNew: false, isSaid: false },
      release: async () => {},
    }),
    append: async ({ turnId }: { turnId?: string }, message: Kept) =>
      void kept.push({ ...message, ...(turnId ? { turnId } : {}) }),
    findTurn: async (_run: unknown, turnId: string) => {
      const rows = kept.filter((one) => one.turnId === turnId);
      return rows.length === 0 ? null : { answer: rows.find(({ role }) => role === 'agent')?.parts ?? null };
    },
    partsInHand: async () => [],
    redeem: async () => null,
    answer: async () => null,
    finish: async ({ turnId }: { turnId?: string }, message: Kept) =>
      void kept.push({ ...message, ...(turnId ? { turnId } : {}) }),
  } as unknown as TurnStore;
  const turn = async (threadId: string, turnId: string) => {
    const agent = createAgent({
      graph: graph(breaking),
      store,
      provenance: { mind: 'scripted', promptHash: null, toolsHash: '' },
      log: createLog('silent'),
      onDecided: () => {},
    });
    const actor = { kind: 'system', name: 'test' } as const;
    const told: string[] = [];
    for await (const event of agent.ask({ tenantId: newId(), actor, threadId, turnId, text: 'how many?' }))
      if (event.type === 'text') told.push(event.text);
      else if (event.type === 'error') told.push(event.code);
    return told;
  };
  beforeEach(() => {
    kept = [];
    isBroken = true;
  });

  it('does what is left of it, and nothing twice', async () => {
    const [threadId, turnId] = [newId(), newId()];
    expect(await turn(threadId, turnId)).toEqual(['model:failed']);
    isBroken = false;
    await turn(threadId, turnId);
    await turn(threadId, turnId);
    expect(lastWords((await graph().getState(config(threadId))).values)).toBe('There are 3.');
    expect(counted).toBe(1);
    expect(kept.map(({ role }) => role)).toEqual(['person', 'agent']);
  });

  it('answers the calls that a stopped turn left open, so that the next one can be heard', async () => {
    const threadId = newId();
    await turn(threadId, newId());
    isBroken = false;
    await turn(threadId, newId());
    const { messages } = (await graph().getState(config(threadId))).values as { messages: BaseMessage[] };
    const calls = messages.flatMap((one) => (one as AIMessage).tool_calls ?? []).map(({ id }) => id);
    const answered = messages.filter(isToolMessage).map(({ tool_call_id }) => tool_call_id);
    expect(answered).toEqual(calls);
  });
});
