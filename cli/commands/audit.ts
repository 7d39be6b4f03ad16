import { pipeline } from 'node:stream/promises';
import type { Command } from '../command.ts';

export const audit: Command = {
  name: 'audit',
  usage: 'audit > file',
  does: 'the log of who did what, signed, to keep and verify',
  needsApi: true,
  async run({ client }) {
    await pipeline(await client.download('/audit/export'), process.stdout, { end: false });
  },
};
