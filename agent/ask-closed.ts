// One closed answer of a chat model: a JSON object of a given form, without tools to call.
import type { AIMessageChunk, BaseMessageLike } from '@langchain/core/messages';
import { z } from 'zod';
import type { ModelBudget } from '../core/ports.ts';

type JsonSchema = { name: string; strict: boolean; schema: Record<string, unknown> };

/** What is needed of a chat model; LangChain's are such. */
export type ClosedModel = {
  withConfig(config: { response_format: { type: 'json_schema'; json_schema: JsonSchema } }): {
    stream(
      messages: BaseMessageLike[],
      options: { signal: AbortSignal },
    ): Promise<AsyncIterable<AIMessageChunk>>;
  };
};

export type ClosedOptions = {
  model: ClosedModel;
  timeoutMs: number;
  mind: string;
  /** US dollars for a million tokens. */
  prices?: { input: number; output: number } | undefined;
};

type Form = { name: string; schema: z.ZodType };
/** `said` is undefined where the answer is no JSON: that has cost as much. */
export type ClosedAnswer = { said: unknown; used: Parameters<ModelBudget['record']>[0] };

/** Asks; throws only where no answer came. */
export function askClosed({ model, timeoutMs, ...priced }: ClosedOptions, { name, schema }: Form) {
  const { $schema, ...shape } = z.toJSONSchema(schema, { io: 'output' }) as Record<string, unknown>;
  const asking = model.withConfig({
    response_format: { type: 'json_schema', json_schema: { name, strict: true, schema: shape } },
  });
  return async (messages: BaseMessageLike[]): Promise<ClosedAnswer> => {
    // Streamed: asked for it whole, the client reads the JSON itself, and where it cannot it asks again and again, and
    // tells nobody what that used.
    const chunks = await asking.stream(messages, { signal: AbortSignal.timeout(timeoutMs) });
    let whole: AIMessageChunk | undefined;
    for await (const chunk of chunks) whole = whole ? whole.concat(chunk) : chunk;
    return { said: readJson(whole?.text ?? ''), used: usedBy(whole, priced) };
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const MILLION = 1_000_000;

function usedBy(
  answer: AIMessageChunk | undefined,
  { mind, prices }: Pick<ClosedOptions, 'mind' | 'prices'>,
): ClosedAnswer['used'] {
  const { input_tokens: inputTokens = 0, output_tokens: outputTokens = 0 } = answer?.usage_metadata ?? {};
  const costUsd = (inputTokens * (prices?.input ?? 0) + outputTokens * (prices?.output ?? 0)) / MILLION;
  return { mind, inputTokens, outputTokens, costUsd };
}
