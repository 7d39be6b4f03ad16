// Triage by a chat model: one reply per call, no tools, an answer in the closed form or none.
import type { BaseMessageLike } from '@langchain/core/messages';
import { z } from 'zod';
import type { Triage, TriageInput, Triager } from '../core/ports.ts';
import type { Reading } from '../core/replies/reading.ts';
import { createRedactor } from '../lib/redact.ts';
import { loadPrompt } from '../prompts/load.ts';
import { hideInstructions } from './triage/hide-instructions.ts';

/** What is needed of a chat model; LangChain's are such. */
export type StructuredModel = {
  withStructuredOutput(
    schema: Record<string, unknown>,
    options: { name: string; method: 'jsonSchema'; strict: boolean; includeRaw: true },
  ): { invoke(messages: BaseMessageLike[], options: { signal: AbortSignal }): Promise<unknown> };
};

type Parts = {
  model: StructuredModel;
  /** core/ports.ts `triageSchema` */
  schema: z.ZodType<Triage>;
  reading: Reading;
  timeoutMs: number;
  /** Reads when no budget is given, when it is used up, and while the model is away. */
  embedded: Triager;
  mind: string;
  /** US dollars for a million tokens. */
  prices?: { input: number; output: number } | undefined;
};

const answerSchema = z.object({
  raw: z.object({
    usage_metadata: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish(),
  }),
  parsed: z.unknown(),
});

// What a reply says is at its start; more would only be room for somebody to argue with the model.
const READ_CHARACTERS = 8_000;
const LINK = /https?:|www\.|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/iu;

/** Throws when the model answers out of form: core then leaves the reply to a person. One that is away is said to be. */
export function createModelTriager(parts: Parts): Triager {
  const { model, schema, reading, timeoutMs, embedded } = parts;
  const prompt = loadPrompt('triage');
  const { $schema, ...shape } = z.toJSONSchema(schema, { io: 'output' }) as Record<string, unknown>;
  // As an answer's format, never as a function to call: the call has no tools at all.
  const reader = model.withStructuredOutput(shape, {
    name: 'triage',
    method: 'jsonSchema',
    strict: true,
    includeRaw: true,
  });
  return {
    ...(embedded.isLikelyStop ? { isLikelyStop: embedded.isLikelyStop } : {}),
    triage: async (input, budget) => {
      const left = budget ? await budget.tokensLeft() : 0;
      if (!budget) return embedded.triage(input);
      const byItself = async (why: string) => {
        const read = await embedded.triage(input);
        return { ...read, because: `${read.because}; read without the model: ${why}` };
      };
      if (left !== null && left <= 0) return byItself('this month’s budget is used up');
      const own = reading.ownWords(input.text, input.channel) || (input.headers?.subject ?? '');
      const { hide, restore } = createRedactor();
      const said = await reader
        .invoke(
          [
            ['system', prompt.fill(variables(input))],
            ['human', JSON.stringify({ reply: hide(own.slice(0, READ_CHARACTERS)) })],
          ],
          { signal: AbortSignal.timeout(timeoutMs) },
        )
        .catch((error: unknown) => {
          // It did answer, but nothing that could be read.
          if (error instanceof SyntaxError) throw error;
          return null;
        });
      if (said === null) return byItself('it did not answer');
      const { raw, parsed } = answerSchema.parse(said);
      // Before the answer is judged: one out of form has cost as much.
      await budget.record(usedBy(parts, raw.usage_metadata));
      const read = guarded(schema.parse(restore(parsed)), own);
      // A stop that one of the two hears is heard.
      const heard = await embedded.triage(input);
      return heard.intent === 'opt_out' && read.intent !== 'opt_out'
        ? { ...heard, needsHuman: true }
        : {
            ...read,
            mayBeStop: read.mayBeStop || heard.mayBeStop,
            probablyStop: read.probablyStop || heard.probablyStop,
          };
    },
  };
}

const MILLION = 1_000_000;

function usedBy(
  { mind, prices }: Parts,
  tokens: { input_tokens: number; output_tokens: number } | null | undefined,
) {
  const { input_tokens: inputTokens = 0, output_tokens: outputTokens = 0 } = tokens ?? {};
  const costUsd = (inputTokens * (prices?.input ?? 0) + outputTokens * (prices?.output ?? 0)) / MILLION;
  return { mind, inputTokens, outputTokens, costUsd };
}

const variables = ({ campaignType, contactLanguage, unitNames = [] }: TriageInput) => ({
  campaignType: campaignType ?? 'not known',
  language: contactLanguage ?? 'not known',
  unitNames: unitNames.length > 0 ? JSON.stringify(unitNames) : 'not known',
});

function guarded(triage: Triage, own: string): Triage {
  const instructions = hideInstructions(own).found;
  const hasLink = [triage.answer, triage.answerInEnglish].some((text) => text !== null && LINK.test(text));
  return {
    ...triage,
    needsHuman: triage.needsHuman || instructions !== null || hasLink,
    ...(hasLink || instructions ? { answer: null, answerInEnglish: null } : {}),
    because: instructions ? `${triage.because}; contains words meant for a machine` : triage.because,
  };
}
