// Triage by a chat model: one reply per call, no tools, an answer in the closed form or none.
import type { z } from 'zod';
import type { Triage, TriageInput, Triager } from '../core/ports.ts';
import type { Reading } from '../core/replies/reading.ts';
import { createRedactor } from '../lib/redact.ts';
import { loadPrompt } from '../prompts/load.ts';
import { askClosed, type ClosedOptions } from './ask-closed.ts';
import { hideInstructions } from './triage/hide-instructions.ts';

type Parts = ClosedOptions & {
  /** core/ports.ts `triageSchema` */
  schema: z.ZodType<Triage>;
  reading: Reading;
  /** Reads when no budget is given, when it is used up, and while the model is away. */
  embedded: Triager;
};

// What a reply says is at its start; more would only be room for somebody to argue with the model.
const READ_CHARACTERS = 8_000;
const LINK = /https?:|www\.|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/iu;

/** Throws when the model answers out of form: core then leaves the reply to a person. One that is away is said to be. */
export function createModelTriager(parts: Parts): Triager {
  const { schema, reading, embedded } = parts;
  const prompt = loadPrompt('triage');
  const ask = askClosed(parts, { name: 'triage', schema });
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
      const answer = await ask([
        ['system', prompt.fill(variables(input))],
        ['human', JSON.stringify({ reply: hide(own.slice(0, READ_CHARACTERS)) })],
      ]).catch(() => null);
      if (answer === null) return byItself('it did not answer');
      // Before the answer is judged: one out of form has cost as much.
      await budget.record(answer.used);
      const read = guarded(schema.parse(restore(answer.said)), own);
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
