import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import type { LangGraphRunnableConfig } from '@langchain/langgraph';
import type { Filter } from '../../core/audience/filter.ts';
import { traced } from '../../lib/tracing.ts';
import { type Mind, type MindScope, type Situation, type Step, stepOf } from '../mind.ts';
import { type GraphMessages, type RunSettings, settingsOf } from '../state.ts';
import { earlierTurns } from './earlier-turns.ts';

/** Reads the tenant's words and the thread's campaign as they are now. */
export type ReadSituation = (run: RunSettings) => Promise<Situation>;

/** What a mind may ask about the workspace of a run. */
export type OpenMindScope = (run: RunSettings) => Omit<MindScope, 'notify'>;

type Deps = { mind: Mind; readSituation: ReadSituation; openMindScope?: OpenMindScope | undefined };

export const makeThink = ({ mind, readSituation, openMindScope }: Deps) => {
  const open = async ({ messages }: GraphMessages, config: LangGraphRunnableConfig) => {
    const situation = await readSituation(settingsOf(config));
    const notify = (notice: string) => config.writer?.({ notice });
    const scope = openMindScope && { ...openMindScope(settingsOf(config)), notify };
    const thread = { ...situation.thread, ...listedFilters(messages), earlier: earlierTurns(messages) };
    return mind.open({ ...situation, thread }, scope);
  };
  return async (state: GraphMessages, config: LangGraphRunnableConfig): Promise<Partial<GraphMessages>> => {
    const model = mind.goOn?.(state.messages) ?? (await open(state, config));
    const message = await traced('think', { 'refrain.mind': mind.provenance.mind }, async (span) => {
      const answer = await model.invoke(state.messages, config);
      span.setAttributes(usageOf(stepOf(answer)));
      return answer;
    });
    const step = stepOf(message);
    if (step) config.writer?.({ step });
    return { messages: [withMalformedCalls(message)] };
  };
};

const usageOf = (step: Step | undefined) =>
  step
    ? {
        'gen_ai.operation.name': 'chat',
        'gen_ai.response.model': step.answeredBy ?? step.mind,
        'gen_ai.usage.input_tokens': step.inputTokens,
        'gen_ai.usage.output_tokens': step.outputTokens,
        'refrain.cost_usd': step.costUsd,
      }
    : {};

/** The newest two that were counted or listed since the draft was last touched: whom "send them …" is about. */
function listedFilters(messages: readonly BaseMessage[]): {
  lastFilter: Filter | null;
  earlierFilter: Filter | null;
} {
  const found = new Map<string, Filter>();
  const calls = messages.flatMap((message) => (message as AIMessage).tool_calls ?? []).toReversed();
  for (const { name, args } of calls) {
    if (TOUCHING.has(name) || found.size === 2) break;
    const { filter } = args as { filter?: Filter };
    if (LISTING.has(name) && filter) found.set(JSON.stringify(filter), filter);
  }
  const [lastFilter = null, earlierFilter = null] = found.values();
  return { lastFilter, earlierFilter };
}

const TOUCHING = new Set(['draft_campaign', 'edit_campaign', 'open_campaign', 'undo_edit']);
const LISTING = new Set(['find_customers', 'measure_reach', 'describe_audience', 'save_segment']);

// A call whose arguments are not even JSON still needs an answer, or the provider refuses the next turn: it goes
// to the tool, which says what is wrong with it.
function withMalformedCalls(message: BaseMessage): BaseMessage {
  const malformed = (message as AIMessage).invalid_tool_calls ?? [];
  if (malformed.length === 0) return message;
  const calls = malformed.map((call) => ({
    id: call.id ?? '',
    name: call.name ?? '',
    args: { malformed: call.args ?? '' },
    type: 'tool_call' as const,
  }));
  return new AIMessage({
    content: message.content,
    tool_calls: [...((message as AIMessage).tool_calls ?? []), ...calls],
    additional_kwargs: message.additional_kwargs,
    response_metadata: message.response_metadata,
    ...(message.id ? { id: message.id } : {}),
  });
}
