import { createInterface } from 'node:readline/promises';
import type { Part } from '../../core/parts.ts';
import type { Client } from '../client.ts';
import type { Command } from '../command.ts';
import { describePart, safe } from '../print-part.ts';

/** Prints one turn as it comes; answers the thread and the sentences that numbers stand for. */
async function takeTurn(
  client: Client,
  text: string,
  threadId?: string,
): Promise<{ threadId?: string; choices: string[] }> {
  let thread = threadId;
  let choices: string[] = [];
  const show = (part: Part) => {
    if (part.kind === 'question') choices = part.choices.map((choice) => choice.say);
    process.stdout.write(`\n${describePart(part)}\n`);
  };
  for await (const event of client.stream('/chat', {
    json: { text, ...(thread ? { threadId: thread } : {}) },
  })) {
    if (event.type === 'thread') thread = event.threadId;
    if (event.type === 'text') process.stdout.write(safe(event.text));
    if (event.type === 'part') show(event.part);
    if (event.type === 'error')
      process.stdout.write(`${safe(event.message)} ${safe(event.nextStep ?? '')}\n`);
  }
  process.stdout.write('\n');
  return { ...(thread ? { threadId: thread } : {}), choices };
}

export const chat: Command = {
  name: 'chat',
  usage: 'chat [--thread <id>]',
  does: 'a conversation with the agent; approve by its short code',
  needsApi: true,
  async run({ client, options }) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    process.stdout.write('What shall we send, to whom? (an empty line or Ctrl-D ends)\n');
    let threadId = options.thread;
    let choices: string[] = [];
    terminal.setPrompt('> ');
    terminal.prompt();
    for await (const line of terminal) {
      const said = line.trim();
      if (!said) break;
      const turn = await takeTurn(client, choices[Number(said) - 1] ?? said, threadId);
      threadId = turn.threadId;
      choices = turn.choices;
      terminal.prompt();
    }
    terminal.close();
  },
};
