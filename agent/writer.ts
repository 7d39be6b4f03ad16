// The writer of messages: a chat model without tools, asked for one closed answer a message. What it writes passes the
// verifier of core before anybody sees it.
import type { BaseMessageLike } from '@langchain/core/messages';
import { z } from 'zod';
import type { Writer, WriterInput, Written } from '../core/ports.ts';
import { AppError } from '../lib/errors.ts';
import { createRedactor } from '../lib/redact.ts';
import { loadPrompt } from '../prompts/load.ts';

/** What is needed of a chat model; LangChain's are such. */
export type WritingModel = {
  withStructuredOutput(
    schema: Record<string, unknown>,
    options: { name: string; method: 'jsonSchema'; strict: boolean; includeRaw: true },
  ): {
    invoke(
      messages: BaseMessageLike[],
      options: { signal: AbortSignal },
    ): Promise<{ raw: unknown; parsed: unknown }>;
  };
};

export type WriterOptions = {
  model: WritingModel;
  timeoutMs: number;
  mind: string;
  /** US dollars for a million tokens. */
  prices?: { input: number; output: number } | undefined;
};

const answerSchema = z.strictObject({
  /** Null on a channel that has no subject. */
  subject: z.string().nullable(),
  text: z.string(),
});
const usageSchema = z.object({
  usage_metadata: z.object({ input_tokens: z.number(), output_tokens: z.number() }).optional(),
});

/** `model:failed` when it answers nothing of use, `model:unreachable` when it cannot be asked. */
export function createModelWriter({ model, timeoutMs, mind, prices }: WriterOptions): Writer {
  const prompt = loadPrompt('write-message');
  const { $schema, ...shape } = z.toJSONSchema(answerSchema, { io: 'output' }) as Record<string, unknown>;
  // As an answer's format, never as a function to call: the call has no tools at all.
  const asking = model.withStructuredOutput(shape, {
    name: 'message',
    method: 'jsonSchema',
    strict: true,
    includeRaw: true,
  });
  return {
    async write(input, record) {
      const { language, tone, channel, ...given } = input;
      const { hide, restore } = createRedactor(namesIn(input.facts.contact));
      const messages: BaseMessageLike[] = [
        ['system', prompt.fill({ language, tone, channel })],
        ['human', JSON.stringify(hide(given))],
      ];
      const answer = await asking
        .invoke(messages, { signal: AbortSignal.timeout(timeoutMs) })
        .catch((cause: unknown) => {
          throw new AppError('model:unreachable', 'The model that writes messages cannot be reached.', {
            nextStep: 'Keep the built-in text, or try again.',
            cause,
          });
        });
      // Before the answer is judged: one out of form has cost as much.
      await record({ mind, ...usedBy(answer.raw, prices) });
      return readWritten(restore(answer.parsed), input);
    },
  };
}

/** Whom the message is for: their names, whatever the fields are called. */
const namesIn = (contact: unknown): string[] =>
  Object.entries((contact ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
    /name/i.test(key) && typeof value === 'string' ? [value] : [],
  );

const MILLION = 1_000_000;

function usedBy(raw: unknown, prices: WriterOptions['prices']) {
  const { input_tokens: inputTokens = 0, output_tokens: outputTokens = 0 } =
    usageSchema.safeParse(raw).data?.usage_metadata ?? {};
  const costUsd = (inputTokens * (prices?.input ?? 0) + outputTokens * (prices?.output ?? 0)) / MILLION;
  return { inputTokens, outputTokens, costUsd };
}

function readWritten(parsed: unknown, { template }: WriterInput): Written {
  const said = answerSchema.safeParse(parsed).data;
  const text = said?.text.trim();
  if (!text)
    throw new AppError('model:failed', 'The model wrote nothing that can be used.', {
      nextStep: 'Keep the built-in text, or try again.',
    });
  if (template.subject === undefined) return { text };
  return { subject: said?.subject?.trim() || template.subject, text };
}
