// The two writers: the embedded one keeps the built-in letter, the other has a chat model write it anew. What either
// writes passes the verifier of core before anybody sees it.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { type AIMessageChunk, HumanMessage, SystemMessage } from '@langchain/core/messages';
import type { Writer, WriterInput } from '../core/ports.ts';
import { AppError } from '../lib/errors.ts';
import { loadPrompt } from '../prompts/load.ts';

type Written = Awaited<ReturnType<Writer['write']>>;

/** Answers the built-in letter as it is. */
export const createTemplateWriter = (): Writer => ({
  write: async ({ template: { subject, text } }) => ({ ...(subject === undefined ? {} : { subject }), text }),
});

export type ModelWriterOptions = { timeoutMs: number };

/** Has the model write each message; `model:failed` when it answers nothing, `model:unreachable` when it cannot. */
export function createModelWriter(model: BaseChatModel, { timeoutMs }: ModelWriterOptions): Writer {
  const prompt = loadPrompt('write-message');
  return {
    async write(input) {
      const { language, tone, channel, ...given } = input;
      const system = prompt.fill({ language, tone, channel });
      const messages = [new SystemMessage(system), new HumanMessage(JSON.stringify(given))];
      const text = await answer(model, { messages, timeoutMs });
      return readWritten(text, input);
    },
  };
}

type Asked = { messages: (SystemMessage | HumanMessage)[]; timeoutMs: number };

async function answer(model: BaseChatModel, { messages, timeoutMs }: Asked): Promise<string> {
  try {
    // A stalled stream does not end by the client's own time-out: the signal ends it.
    const chunks = await model.stream(messages, { signal: AbortSignal.timeout(timeoutMs) });
    let whole: AIMessageChunk | undefined;
    for await (const chunk of chunks) whole = whole ? whole.concat(chunk) : chunk;
    return whole?.text ?? '';
  } catch (cause) {
    throw new AppError('model:unreachable', 'The model that writes messages cannot be reached.', {
      nextStep: 'Keep the built-in text, or try again.',
      cause,
    });
  }
}

const SUBJECT = /^\s*(?:\*\*)?Subject:(?:\*\*)?[ \t]*(.+)\r?\n+([\s\S]+)$/i;

function readWritten(answered: string, { template }: WriterInput): Written {
  // Models like to fence what they quote.
  const text = answered.replace(/^\s*```\w*\n([\s\S]*?)\n?```\s*$/, '$1').trim();
  if (text === '') {
    throw new AppError('model:failed', 'The model wrote nothing.', {
      nextStep: 'Keep the built-in text, or try again.',
    });
  }
  const [, subject, body] = SUBJECT.exec(text) ?? [];
  if (template.subject === undefined) return { text: body ?? text };
  return { subject: subject?.trim() ?? template.subject, text: body?.trim() ?? text };
}
