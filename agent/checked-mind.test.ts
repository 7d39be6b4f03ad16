import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { RunnableLambda } from '@langchain/core/runnables';
import { expect, it } from 'vitest';
import type { Difference } from '../core/audience/compare-filters.ts';
import type { Filter } from '../core/audience/filter.ts';
import { AppError } from '../lib/errors.ts';
import { createCheckedMind } from './checked-mind.ts';
import type { Mind, MindScope, Situation } from './mind.ts';
import type { Planner } from './planner/planner.ts';
import type { Plan } from './planner/types.ts';

const inCity = (...values: string[]): Filter => ({ op: 'in', field: 'city', values });
const BANGKOK = inCity('Bangkok');
const EVERYBODY: Filter = { all: [] };

const draftCall = (filter: Filter) => ({ name: 'draft_campaign', args: { type: 'renewal', filter } });
const editCall = (patch: Record<string, unknown>) => ({
  name: 'edit_campaign',
  args: { campaignId: 'c', patch },
});
type Call = { name: string; args: Record<string, unknown> };

const modelThat = (...calls: Call[]): Mind => ({
  provenance: { mind: 'model', promptHash: null, toolsHash: '' },
  open: async () =>
    RunnableLambda.from(
      async (_: BaseMessage[]) =>
        new AIMessage({ content: '', tool_calls: calls.map((call, at) => ({ id: `m${at}`, ...call })) }),
    ),
});
const plannerThat = (given: Partial<Plan>): Planner => ({
  prepare: async () => {},
  plan: () => ({ calls: [], say: null, unused: [], ranges: [], ...given }),
  conclude: () => '',
  goesOn: () => true,
});
const WIDER: Difference = {
  onlyOne: 12,
  onlyOther: 0,
  one: { words: 'everybody', total: 20 },
  other: { words: 'city: Bangkok', total: 8 },
};

type Given = {
  model: Mind;
  planner: Planner;
  messages?: BaseMessage[];
  difference?: Difference | AppError;
  draft?: Filter;
};

async function ask({ model, planner, messages, difference = WIDER, draft }: Given): Promise<AIMessage> {
  const scope: MindScope = {
    compare: async () => {
      if (difference instanceof AppError) throw difference;
      return difference;
    },
    tokensLeft: async () => null,
    notify: () => undefined,
  };
  const campaign = draft ? { id: 'c', draft: { filter: draft } } : null;
  const situation = { thread: { campaign } } as unknown as Situation;
  const opened = await createCheckedMind(model, { planner }).open(situation, scope);
  return (await opened.invoke(messages ?? [new HumanMessage('renewals for Bangkok')])) as AIMessage;
}

const callsOf = ({ tool_calls }: AIMessage) => (tool_calls ?? []).map(({ name, args }) => ({ name, args }));
const sure = plannerThat({ calls: [draftCall(BANGKOK)] });

it('asks which one is meant when the model’s filter means others than the planner is sure of', async () => {
  const message = await ask({ model: modelThat(draftCall(EVERYBODY)), planner: sure });
  expect(callsOf(message)).toEqual([
    {
      name: 'ask_person',
      args: {
        text: expect.stringContaining('12 are only in the first'),
        choices: [
          { label: 'everybody (20)', say: 'Take the first: everybody' },
          { label: 'city: Bangkok (8)', say: 'Take the second: city: Bangkok' },
        ],
      },
    },
  ]);
});

it('ends the turn with the question, and makes the chosen call without reading anything anew', async () => {
  const question = await ask({ model: modelThat(draftCall(EVERYBODY)), planner: sure });
  const answered = new ToolMessage({ tool_call_id: question.tool_calls![0]!.id!, content: '{"asked":true}' });
  const soFar = [new HumanMessage('renewals for Bangkok'), question, answered];
  const model = modelThat(draftCall(EVERYBODY));
  expect(callsOf(await ask({ model, planner: sure, messages: [...soFar.slice(0, 2), answered] }))).toEqual(
    [],
  );
  const choose = (say: string) => ask({ model, planner: sure, messages: [...soFar, new HumanMessage(say)] });
  expect(callsOf(await choose('Take the second: city: Bangkok'))).toEqual([draftCall(BANGKOK)]);
  expect(callsOf(await choose('Take the first: everybody'))).toEqual([draftCall(EVERYBODY)]);
  // Other words are a new sentence, read and checked like any other.
  expect(callsOf(await choose('whatever'))[0]!.name).toBe('ask_person');
});

it('lets other trees pass that mean the same customers', async () => {
  const difference = { ...WIDER, onlyOne: 0 };
  const message = await ask({ model: modelThat(draftCall(EVERYBODY)), planner: sure, difference });
  expect(callsOf(message)).toEqual([draftCall(EVERYBODY)]);
});

it('does not contradict where the planner is in doubt, or left a word over', async () => {
  const model = modelThat(draftCall(EVERYBODY));
  const doubting = plannerThat({ calls: [draftCall(BANGKOK)], question: { text: 'Which?', choices: [] } });
  const leaving = plannerThat({ calls: [draftCall(BANGKOK)], unused: ['purple'] });
  for (const planner of [doubting, leaving, plannerThat({})])
    expect(callsOf(await ask({ model, planner }))).toEqual([draftCall(EVERYBODY)]);
});

it('sees an edit that changes the audience when only something else was to change', async () => {
  const planner = plannerThat({ calls: [editCall({ channels: ['email'] })] });
  const wide = modelThat(editCall({ channels: ['email'], filter: EVERYBODY }));
  expect(callsOf(await ask({ model: wide, planner, draft: BANGKOK }))[0]!.name).toBe('ask_person');
  const right = modelThat(editCall({ channels: ['email'] }));
  expect(callsOf(await ask({ model: right, planner, draft: BANGKOK }))).toEqual([
    editCall({ channels: ['email'] }),
  ]);
});

it('sees a draft that is widened by a second call of the same turn', async () => {
  const messages = [
    new HumanMessage('renewals for Bangkok'),
    new AIMessage({ content: '', tool_calls: [{ id: 'd', ...draftCall(BANGKOK) }] }),
    new ToolMessage({ tool_call_id: 'd', content: '{"campaignId":"c"}' }),
  ];
  const model = modelThat(editCall({ filter: EVERYBODY }));
  expect(callsOf(await ask({ model, planner: sure, messages, draft: BANGKOK }))[0]!.name).toBe('ask_person');
});

it('leaves a filter that is none to the tool, which says what is wrong', async () => {
  const model = modelThat(draftCall({ op: 'in', field: 'moon', values: ['full'] }));
  const difference = new AppError('field:unknown', 'There is no field moon.');
  expect(callsOf(await ask({ model, planner: sure, difference }))[0]!.name).toBe('draft_campaign');
});
