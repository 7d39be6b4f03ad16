// A real model behind the OpenAI protocol: the same tools, the same graph, the same rules.
import {
  AIMessage,
  AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  isAIMessage,
  isSystemMessage,
  isToolMessage,
  SystemMessage,
  ToolMessage,
} from '@langchain/core/messages';
import { RunnableLambda } from '@langchain/core/runnables';
import { z } from 'zod';
import { newId } from '../lib/ids.ts';
import { createRedactor, type Redactor } from '../lib/redact.ts';
import { loadPrompt } from '../prompts/load.ts';
import type { Tool } from '../tools/define.ts';
import type { Mind, Provenance, Situation, Step } from './mind.ts';
import { type ModelSettings, openChatModel } from './open-chat-model.ts';
import { hashTools } from './tools-hash.ts';

// More of the tenant's words than this would crowd out the conversation; the filter check names the nearest ones.
const VALUES_SHOWN = 80;

export function createModelMind(settings: ModelSettings, tools: readonly Tool[]): Mind {
  const model = openChatModel(settings).bindTools(tools.map(toolSchema));
  const prompt = loadPrompt('agent');
  const provenance = { mind: settings.model, promptHash: prompt.hash, toolsHash: hashTools(tools) };
  return {
    provenance,
    open: async (situation) => {
      const system = new SystemMessage(prompt.fill(promptVariables(situation)));
      return RunnableLambda.from(async (messages: BaseMessage[], config) => {
        // A stalled stream does not end by `timeout`: the signal ends it.
        const signals = [AbortSignal.timeout(settings.timeoutMs), ...(config.signal ? [config.signal] : [])];
        const signal = AbortSignal.any(signals);
        // Not invoke(): without usage in the stream it counts tokens with tables from the network.
        const { hide, restore } = createRedactor();
        const told = [system, ...messages].map((message) => hidden(message, hide));
        const chunks = await model.stream(told, { ...config, signal });
        let whole: AIMessageChunk | undefined;
        for await (const chunk of chunks) whole = whole ? whole.concat(chunk) : chunk;
        const message = whole ?? new AIMessageChunk('');
        return restored(
          withStrictCalls(message, stepOf(message, { provenance, prices: settings.prices })),
          restore,
        );
      });
    },
  };
}

/** The same message without people's addresses; what it answers to, and its ids, stay. */
function hidden(message: BaseMessage, hide: Redactor['hide']): BaseMessage {
  const content = hide(message.content);
  if (isSystemMessage(message)) return message;
  if (isToolMessage(message)) return new ToolMessage({ content, tool_call_id: message.tool_call_id });
  if (!isAIMessage(message)) return new HumanMessage({ content });
  const { tool_calls = [], invalid_tool_calls = [] } = message;
  return new AIMessage({
    content,
    tool_calls: hide(tool_calls),
    invalid_tool_calls: hide(invalid_tool_calls),
  });
}

function restored(message: AIMessage, restore: Redactor['restore']): AIMessage {
  message.content = restore(message.content);
  message.tool_calls = restore(message.tool_calls ?? []);
  message.invalid_tool_calls = restore(message.invalid_tool_calls ?? []);
  return message;
}

// The library completes cut-off arguments, `{"all":[` becomes `{"all":[]}`: everybody instead of the Hiltons. Only
// arguments that are whole JSON are a call; the others go back to the model as wrong.
function withStrictCalls(message: AIMessageChunk, step: Step): AIMessage {
  const calls = (message.tool_call_chunks ?? []).map(({ name, args }) => ({
    id: newId(),
    name: name ?? '',
    args: args ?? '',
  }));
  return new AIMessage({
    // Ids are ours: servers that count them from 0 in every answer would overwrite earlier messages, and make a new
    // request for approval look like one that was asked before.
    id: newId(),
    content: message.content,
    tool_calls: calls
      .filter(isWhole)
      .map((call) => ({ ...call, args: JSON.parse(call.args), type: 'tool_call' as const })),
    invalid_tool_calls: calls
      .filter((call) => !isWhole(call))
      .map((call) => ({ ...call, type: 'invalid_tool_call' as const })),
    additional_kwargs: { step },
    response_metadata: message.response_metadata,
    ...(message.usage_metadata ? { usage_metadata: message.usage_metadata } : {}),
  });
}

type Answered = { provenance: Provenance; prices: ModelSettings['prices'] };

function stepOf(message: AIMessageChunk, { provenance, prices }: Answered): Step {
  const { model_name: name, model } = message.response_metadata as { model_name?: string; model?: string };
  const inputTokens = message.usage_metadata?.input_tokens ?? 0;
  const outputTokens = message.usage_metadata?.output_tokens ?? 0;
  const costUsd = prices ? (inputTokens * prices.input + outputTokens * prices.output) / 1_000_000 : 0;
  return { ...provenance, answeredBy: name ?? model ?? null, inputTokens, outputTokens, costUsd };
}

function isWhole({ args }: { args: string }): boolean {
  try {
    return typeof JSON.parse(args) === 'object';
  } catch {
    return false;
  }
}

export const toolSchema = ({ name, description, input }: Tool) => ({
  type: 'function' as const,
  function: { name, description, parameters: z.toJSONSchema(input, { io: 'input' }) },
});

function promptVariables({ today, timeZone, person, vocabulary, thread }: Situation): Record<string, string> {
  const { fields, values, brands, types, channels, unit } = vocabulary;
  const known = (key: string) => (values[key] ?? []).slice(0, VALUES_SHOWN).join(', ');
  return {
    today,
    timeZone,
    person: person.name,
    fields: fields
      .map(({ key, kind, label }) => `\n- ${key}: ${kind}, ${label}${known(key) && `; ${known(key)}`}`)
      .join(''),
    brands: brands.map(({ name, parent }) => (parent ? `${name} (of ${parent})` : name)).join(', '),
    types: types.map(({ key, label, purpose }) => `${key} (${label}, ${purpose})`).join(', '),
    channels: channels.map(({ key }) => key).join(', '),
    units: unit.many,
    campaign: thread.campaign ? JSON.stringify(thread.campaign) : 'none yet',
  };
}
