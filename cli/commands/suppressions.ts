import { readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../lib/errors.ts';
import type { Command } from '../command.ts';

type Imported = { suppressed: number; halted: number; unread: { line: number; why: string }[] };

export const suppressions: Command = {
  name: 'suppressions',
  usage: 'suppressions [file]',
  does: 'who is not to be written to, as CSV; with a file, stops everybody in it',
  needsApi: true,
  async run({ client, options: { words } }) {
    const [file] = words;
    if (!file) return pipeline(await client.download('/suppressions.csv'), process.stdout, { end: false });
    const { suppressed, halted, unread } = await client.post<Imported>('/suppressions/import', {
      json: { csv: readFileSync(file, 'utf8') },
    });
    console.log(`${suppressed} addresses are stopped; ${halted} messages that waited for them are dropped.`);
    for (const { line, why } of unread) console.log(`Line ${line}: ${why}`);
    if (suppressed === 0 && unread.length > 0) throw new AppError('input:invalid', 'Nobody was stopped.');
  },
};
