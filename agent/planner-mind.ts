// The planner as a chat model: a pure function of the messages and the situation, so that a thread goes on after a
// restart in another process. Its plan travels in the message that began it.
import { BaseChatModel, type BaseChatModelCallOptions } from '@langchain/core/language_models/chat_models';
import {
  AIMessage,
  AIMessageChunk,
  type BaseMessage,
  isAIMessage,
  isHumanMessage,
  isToolMessage,
} from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import { newId } from '../lib/ids.ts';
import type { Tool } from '../tools/define.ts';
import type { Mind, Situation } from './mind.ts';
import type { Planner } from './planner/planner.ts';
import { type CallResult, DRAFT, type Plan, type PlannedCall } from './planner/types.ts';
import { hashTools } from './tools-hash.ts';

type Turn = { text: string; call: PlannedCall | null; plan?: Plan };

export function createPlannerMind(planner: Planner, tools: readonly Tool[]): Mind {
  return {
    provenance: { mind: 'planner', promptHash: null, toolsHash: hashTools(tools) },
    open: async (situation) => {
      await planner.prepare(situation);
      return new PlannerModel(planner, situation) as never;
    },
    goOn: (messages) => {
      const last = messages.at(-1);
      return last && isToolMessage(last) ? (new PlannerModel(planner, null) as never) : null;
    },
  };
}

// Said before the turn pauses, when there was nothing else to tell.
const ASKING = 'I freeze it as it stands and ask for approval of exactly that.';
const ASKING_TEST = 'Each of its messages goes to that address as a test, and to nobody else.';

const isSentToTester = ({ args: { test } }: PlannedCall): boolean =>
  (test as { kind?: string } | undefined)?.kind === 'address';

class PlannerModel extends BaseChatModel<BaseChatModelCallOptions, AIMessageChunk> {
  #planner: Planner;
  /** Null: a plan is gone on with. */
  #situation: Situation | null;

  constructor(planner: Planner, situation: Situation | null) {
    super({});
    this.#planner = planner;
    this.#situation = situation;
  }

  override _llmType(): string {
    return 'planner';
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { text, call, plan } = this.#take(messages);
    const message = new AIMessage({
      content: text,
      tool_calls: call ? [{ ...call, id: newId(), type: 'tool_call' }] : [],
      additional_kwargs: plan ? { plan } : {},
    });
    return { generations: [{ text, message }] };
  }

  override async *_streamResponseChunks(messages: BaseMessage[]): AsyncGenerator<ChatGenerationChunk> {
    const { text, call, plan } = this.#take(messages);
    for (const word of text.split(/(?<=\s)/)) {
      if (word) yield new ChatGenerationChunk({ text: word, message: new AIMessageChunk({ content: word }) });
    }
    const chunk = call && {
      index: 0,
      id: newId(),
      name: call.name,
      args: JSON.stringify(call.args),
      type: 'tool_call_chunk' as const,
    };
    const message = new AIMessageChunk({
      content: '',
      tool_call_chunks: chunk ? [chunk] : [],
      additional_kwargs: plan ? { plan } : {},
    });
    yield new ChatGenerationChunk({ text: '', message });
  }

  /** Begins with a person's sentence, goes on with a tool's answer. */
  #take(messages: BaseMessage[]): Turn {
    const last = messages.at(-1);
    if (last && isToolMessage(last)) return this.#goOn(messages);
    const said = messages.filter((message) => isHumanMessage(message)).map((message) => message.text);
    if (!this.#situation) throw new Error('A plan needs to know the workspace.');
    const plan = this.#planner.plan(said.at(-1) ?? '', this.#situation);
    const call = plan.calls[0] ?? null;
    if (call?.name === 'request_approval')
      return { text: plan.say ?? (isSentToTester(call) ? ASKING_TEST : ASKING), call, plan };
    // With a call it is said once, before what the calls found.
    return { text: call ? '' : (plan.say ?? ''), call, plan };
  }

  #goOn(messages: BaseMessage[]): Turn {
    const since = messages.slice(messages.findLastIndex((message) => isHumanMessage(message)) + 1);
    const plan = since.find((message) => message.additional_kwargs.plan)?.additional_kwargs.plan as Plan;
    const results = resultsOf(since);
    const planned = plan.calls[results.length];
    const next = planned && this.#planner.goesOn(results, planned) ? planned : null;
    const pauses = next?.name === 'request_approval';
    const isLastWord = next === null || pauses;
    return {
      text: isLastWord ? this.#planner.conclude(plan, results, next) : '',
      call: next && fillDraft(next, results),
    };
  }
}

function resultsOf(messages: BaseMessage[]): CallResult[] {
  const calls = messages.filter(isAIMessage).flatMap((message) => message.tool_calls ?? []);
  return messages.filter(isToolMessage).map((message) => {
    const call = calls.find((one) => one.id === message.tool_call_id);
    return { name: message.name ?? '', args: call?.args ?? {}, forModel: JSON.parse(message.text) };
  });
}

/** A later call names the campaign that an earlier one made as `$draft`. */
function fillDraft(call: PlannedCall, results: readonly CallResult[]): PlannedCall {
  if (call.args.campaignId !== DRAFT) return call;
  const made = results.findLast((result) => typeof result.forModel.campaignId === 'string');
  return { ...call, args: { ...call.args, campaignId: made?.forModel.campaignId } };
}
