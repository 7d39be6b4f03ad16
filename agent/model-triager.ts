// Triage by a chat model: one reply per call, no tools, an answer in the closed form or none.
import type { BaseMessageLike } from '@langchain/core/messages';
import { z } from 'zod';
import type { Triage, TriageInput, Triager } from '../core/ports.ts';
import type { Reading } from '../core/replies/reading.ts';
import { loadPrompt } from '../prompts/load.ts';
import { hideInstructions } from './triage/hide-instructions.ts';

/** What is needed of a chat model; LangChain's are such. */
export type StructuredModel = {
  withStructuredOutput(
    schema: Record<string, unknown>,
    options: { name: string; method: 'jsonSchema'; strict: boolean },
  ): { invoke(messages: BaseMessageLike[], options: { signal: AbortSignal }): Promise<unknown> };
};

type Parts = {
  model: StructuredModel;
  /** core/ports.ts `triageSchema` */
  schema: z.ZodType<Triage>;
  reading: Reading;
  timeoutMs: number;
};

// What a reply says is at its start; more would only be room for somebody to argue with the model.
const READ_CHARACTERS = 8_000;
const LINK = /https?:|www\.|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/iu;

/** Throws when the model is away or answers out of form: core then leaves the reply to a person. */
export function createModelTriager({ model, schema, reading, timeoutMs }: Parts): Triager {
  const prompt = loadPrompt('triage');
  const { $schema, ...shape } = z.toJSONSchema(schema, { io: 'output' }) as Record<string, unknown>;
  // As an answer's format, never as a function to call: the call has no tools at all.
  const reader = model.withStructuredOutput(shape, { name: 'triage', method: 'jsonSchema', strict: true });
  return {
    triage: async (input) => {
      const own = reading.ownWords(input.text, input.channel) || (input.headers?.subject ?? '');
      const said = await reader.invoke(
        [
          ['system', prompt.fill(variables(input))],
          ['human', JSON.stringify({ reply: own.slice(0, READ_CHARACTERS) })],
        ],
        { signal: AbortSignal.timeout(timeoutMs) },
      );
      return guarded(schema.parse(said), own);
    },
  };
}

const variables = ({ campaignType, contactLanguage, unitNames = [] }: TriageInput) => ({
  campaignType: campaignType ?? 'not known',
  language: contactLanguage ?? 'not known',
  unitNames: unitNames.length > 0 ? JSON.stringify(unitNames) : 'not known',
});

function guarded(triage: Triage, own: string): Triage {
  const instructions = hideInstructions(own).found;
  const hasLink = triage.answer !== null && LINK.test(triage.answer);
  return {
    ...triage,
    needsHuman: triage.needsHuman || instructions !== null || hasLink,
    answer: hasLink || instructions ? null : triage.answer,
    because: instructions ? `${triage.because}; contains words meant for a machine` : triage.because,
  };
}
