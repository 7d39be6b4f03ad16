import { migrateOnly } from '../../offline.ts';
import type { Command } from '../command.ts';

export const migrate: Command = {
  name: 'migrate',
  usage: 'migrate',
  does: 'brings the database to this version',
  needsApi: false,
  async run({ config }) {
    await migrateOnly(config);
    process.stderr.write('The database is at this version.\n');
  },
};
