import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { RunnableLambda } from '@langchain/core/runnables';
import { expect, it } from 'vitest';
import { createFallbackMind } from './fallback-mind.ts';
import { type Mind, type MindScope, type Situation, stepOf } from './mind.ts';

const SITUATION = {} as Situation;

const mindOf = (mind: string, answer: (messages: BaseMessage[]) => BaseMessage): Mind => ({
  provenance: { mind, promptHash: null, toolsHash: 'tools' },
  open: async () => RunnableLambda.from(async (messages: BaseMessage[]) => answer(messages)),
});
const planner = mindOf(
  'planner',
  () => new AIMessage({ content: 'planned', additional_kwargs: { plan: {} } }),
);
const model = mindOf('model', () => new AIMessage('modelled'));
const away = mindOf('model', () => {
  throw new Error('connect ECONNREFUSED');
});

type Given = { model: Mind; tokensLeft?: number | null; signal?: AbortSignal };

async function ask(messages: BaseMessage[], { model: own, tokensLeft = null, signal }: Given) {
  const notices: string[] = [];
  const failures: unknown[] = [];
  const scope: MindScope = {
    compare: () => Promise.reject(new Error('nothing is compared here')),
    tokensLeft: async () => tokensLeft,
    notify: (text) => notices.push(text),
  };
  const mind = createFallbackMind({ model: own, planner, onFailure: (error) => failures.push(error) });
  const message = await (await mind.open(SITUATION, scope)).invoke(messages, signal ? { signal } : {});
  return { text: message.text, by: stepOf(message)?.mind, notices, failures };
}

const SAID = [new HumanMessage('how many Hiltons')];
const CALLED = [
  ...SAID,
  new AIMessage({ content: '', tool_calls: [{ id: 'c', name: 'find_customers', args: {} }] }),
  new ToolMessage({ tool_call_id: 'c', content: '{}' }),
];

it('lets the model answer while it can', async () => {
  expect(await ask(SAID, { model })).toMatchObject({ text: 'modelled', notices: [], failures: [] });
});

it('says that the model cannot be reached, tells why to the log, and goes on with the planner', async () => {
  const { text, by, notices, failures } = await ask(SAID, { model: away });
  expect({ text, by }).toEqual({ text: 'planned', by: 'planner' });
  expect(notices).toEqual([expect.stringContaining('model cannot be reached')]);
  expect(failures).toHaveLength(1);
});

it('says that the budget is used up, and asks the model nothing more', async () => {
  const { text, notices } = await ask(SAID, { model: away, tokensLeft: 0 });
  expect(text).toBe('planned');
  expect(notices).toEqual([expect.stringContaining('budget')]);
  expect((await ask(SAID, { model, tokensLeft: 1 })).text).toBe('modelled');
});

it('does not have the planner finish what the model began, and says that it stopped', async () => {
  const { text, notices } = await ask(CALLED, { model: away });
  expect(text).toBe('');
  expect(notices).toEqual([expect.stringContaining('say what should come next')]);
});

it('leaves a turn that the planner began to the planner', async () => {
  const begun = [...SAID, new AIMessage({ content: '', additional_kwargs: { plan: {} } })];
  expect((await ask(begun, { model })).text).toBe('planned');
});

it('goes on for nobody when the person has gone', async () => {
  const gone = new AbortController();
  const closing = mindOf('model', () => {
    gone.abort();
    throw new Error('aborted');
  });
  await expect(ask(SAID, { model: closing, signal: gone.signal })).rejects.toThrow();
});
