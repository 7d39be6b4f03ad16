import { type Command, printJson, textOf } from '../command.ts';

export const approval: Command = {
  name: 'approval',
  usage: 'approval <id> > file',
  does: 'the signed proof of an approval, to keep and verify',
  needsApi: true,
  async run({ client, options }) {
    printJson(
      await client.get(`/approvals/${encodeURIComponent(textOf(options, 'The id of the approval'))}/proof`),
    );
  },
};
