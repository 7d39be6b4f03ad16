import { rotate } from '../../offline.ts';
import { type Command, printJson } from '../command.ts';

export const rotateKeys: Command = {
  name: 'rotate-keys',
  usage: 'rotate-keys',
  does: 'seals secrets and addresses in the database anew under the newest of REFRAIN_SEAL_SECRETS, while others work on',
  needsApi: false,
  async run({ config, options }) {
    const done = await rotate(config);
    if (options.json) return printJson(done);
    const lines = Object.entries(done).map(([column, count]) => `${column}: ${count}\n`);
    process.stdout.write(lines.join('') || 'Everything is sealed under the newest key.\n');
  },
};
