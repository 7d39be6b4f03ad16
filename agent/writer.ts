// The writer of messages: a chat model without tools, asked for one closed answer a message. What it writes passes the
// verifier of core before anybody sees it.
import type { BaseMessageLike } from '@langchain/core/messages';
import { z } from 'zod';
import type { Writer, WriterInput, Written } from '../core/ports.ts';
import { AppError } from '../lib/errors.ts';
import { createRedactor } from '../lib/redact.ts';
import { loadPrompt } from '../prompts/load.ts';
import { askClosed, type ClosedOptions } from './ask-closed.ts';

const answerSchema = z.strictObject({
  /** Null on a channel that has no subject. */
  subject: z.string().nullable(),
  text: z.string(),
});
/** `model:failed` when it answers nothing of use, `model:unreachable` when it cannot be asked. */
export function createModelWriter(options: ClosedOptions): Writer {
  const prompt = loadPrompt('write-message');
  const ask = askClosed(options, { name: 'message', schema: answerSchema });
  return {
    async write(input, record) {
      const { language, tone, channel, ...given } = input;
      const { hide, restore } = createRedactor(namesIn(input.facts.contact));
      const messages: BaseMessageLike[] = [
        ['system', prompt.fill({ language, tone, channel })],
        ['human', JSON.stringify(hide(given))],
      ];
      const { said, used } = await ask(messages).catch((cause: unknown) => {
        throw new AppError('model:unreachable', 'The model that writes messages cannot be reached.', {
          nextStep: 'Keep the built-in text, or try again.',
          cause,
        });
      });
      // Before the answer is judged: one out of form has cost as much.
      await record(used);
      return readWritten(restore(said), input);
    },
  };
}

/** Whom the message is for: their names, whatever the fields are called. */
const namesIn = (contact: unknown): string[] =>
  Object.entries((contact ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
    /name/i.test(key) && typeof value === 'string' ? [value] : [],
  );

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
