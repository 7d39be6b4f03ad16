import { backUp, move as moveAll, restore as restoreFrom } from '../../offline.ts';
import { type Command, printJson, textOf } from '../command.ts';

type Counts = Record<string, number>;

const inWords = (counts: Counts): string => {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${rows} rows of ${Object.keys(counts).length} tables`;
};

export const backup: Command = {
  name: 'backup',
  usage: 'backup <file>',
  does: 'writes everything that the database holds at one moment',
  needsApi: false,
  async run({ config, options }) {
    const file = textOf(options, 'The file to write');
    const tables = await backUp(config, file);
    if (options.json) return printJson({ file, tables });
    process.stdout.write(
      `${inWords(tables)} are in ${file}. Keep it apart from the secret: it cannot be restored without, and whoever has both can read it.\n`,
    );
  },
};

export const restore: Command = {
  name: 'restore',
  usage: 'restore <file>',
  does: 'fills an empty database from a backup, whichever of the two databases that was of',
  needsApi: false,
  async run({ config, options }) {
    const file = textOf(options, 'The file to restore');
    const tables = await restoreFrom(config, file);
    if (options.json) return printJson({ file, tables });
    process.stdout.write(`${inWords(tables)} are restored, each table as it was.\n`);
  },
};

export const move: Command = {
  name: 'move',
  usage: 'move <postgres://…>',
  does: 'moves everything from the embedded database into an empty Postgres',
  needsApi: false,
  async run({ config, options }) {
    const url = textOf(options, 'The address of the Postgres database');
    const tables = await moveAll(config, url);
    if (options.json) return printJson({ tables });
    process.stdout.write(
      `${inWords(tables)} are in Postgres, each table as it was. From now on start with DATABASE_URL set to it, and with the same REFRAIN_DATA or REFRAIN_SECRET.\n`,
    );
  },
};
