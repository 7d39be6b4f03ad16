import type { Triage } from '../../core/ports.ts';
import type { Client } from '../client.ts';
import { type Command, printJson, textOf } from '../command.ts';
import { eachLine } from '../each-line.ts';

const triageOnce = (client: Client, text: string) =>
  client.post<Triage>('/replies/triage', { json: { text } });

export const triage: Command = {
  name: 'triage',
  usage: 'triage "<text>" [--json|--each]',
  does: 'how an answer would be read, without storing it',
  needsApi: true,
  async run({ client, options }) {
    if (options.each) return eachLine((text) => triageOnce(client, text));
    const found = await triageOnce(client, textOf(options, 'The text'));
    if (options.json) return printJson(found);
    const { intent, urgency, sentiment, language, action, because, answer, needsHuman } = found;
    const lines = [
      `${intent} (${language}, ${sentiment}, urgency ${urgency}) → ${action}${needsHuman ? ', a person should look' : ''}`,
      `because ${because}`,
      ...(answer ? ['', 'Suggested answer:', answer] : []),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  },
};
