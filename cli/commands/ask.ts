import type { AskAnswer } from '../../core/ask-answer.ts';
import type { Client } from '../client.ts';
import { type Command, printJson, textOf } from '../command.ts';
import { eachLine } from '../each-line.ts';
import { printAnswer } from '../print-answer.ts';

const askOnce = (client: Client, text: string, threadId?: string) =>
  client.post<AskAnswer>('/chat', { json: { text, ...(threadId ? { threadId } : {}) } });

export const ask: Command = {
  name: 'ask',
  usage: 'ask "<text>" [--thread <id>] [--json|--each]',
  does: 'one sentence to the agent',
  needsApi: true,
  async run({ client, options }) {
    if (options.each) return eachLine((text) => askOnce(client, text));
    const answer = await askOnce(client, textOf(options, 'The sentence'), options.thread);
    if (options.json) printJson(answer);
    else printAnswer(answer);
  },
};
