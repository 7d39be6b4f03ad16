// The planner behind a compatible server: proves the wire from the protocol to the grader, and is no model's baseline.
import { type AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mind, Situation } from '../agent/mind.ts';
import { createModelMind } from '../agent/model-mind.ts';
import { type ProtocolRequest, type Said, startOpenAiServer } from '../test/openai-server.ts';
import { TOOLS } from '../tools/index.ts';
import { makeBaseline, PLANNER_SERVER, readBaseline } from './baseline.ts';
import { plannerMind } from './planner-mind.ts';
import { runSuites } from './run.ts';

let server: Awaited<ReturnType<typeof startOpenAiServer>>;
let situation: Situation;
let turn: BaseMessage[] = [];

beforeAll(async () => {
  server = await startOpenAiServer(answer, { model: PLANNER_SERVER });
});
afterAll(() => server.close());

/** The planner’s next step, with the turn so far as it keeps it. */
async function answer({ messages }: ProtocolRequest): Promise<Said> {
  const last = messages.at(-1)!;
  const call = (turn.at(-1) as AIMessage | undefined)?.tool_calls?.[0];
  if (last.role === 'tool' && call)
    turn.push(new ToolMessage({ tool_call_id: call.id!, name: call.name, content: last.content ?? '{}' }));
  else turn = [new HumanMessage(last.content ?? '')];
  const said = (await (await plannerMind().open(situation)).invoke(turn)) as AIMessage;
  turn.push(said);
  const calls = (said.tool_calls ?? []).map(({ id, name, args }) => ({
    id: id!,
    name,
    args: JSON.stringify(args),
  }));
  return { text: said.text, calls };
}

function wired(): Mind {
  const settings = {
    apiKey: 'k',
    baseUrl: server.url,
    model: 'wired',
    api: 'chat',
    timeoutMs: 5000,
  } as const;
  const mind = createModelMind(settings, [...TOOLS.values()]);
  return {
    ...mind,
    open: (given, scope) => {
      situation = given;
      return mind.open(given, scope);
    },
  };
}

it('is graded over the wire exactly as without it, uses tokens, and is refused as a baseline', async () => {
  const { ids } = readBaseline('planner')!.gate.requests!;
  const only = { requests: ids.slice(0, 5) };
  const [over, direct] = [
    await runSuites({ mind: wired(), only }),
    await runSuites({ mind: plannerMind(), only }),
  ];
  const problems = ({ results }: typeof over) => results.map(({ id, problems: found }) => [id, found]);
  expect(problems(over)).toEqual(problems(direct));
  expect(over.results.every(({ usage }) => usage!.inputTokens > 0)).toBe(true);
  expect(over.answeredBy).toBe(PLANNER_SERVER);
  expect(() => makeBaseline({ ...over, isWhole: true })).toThrow('measures no model');
});
