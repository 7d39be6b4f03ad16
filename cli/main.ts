import { parseArgs } from 'node:util';
import { readSettings } from '../lib/config.ts';
import { AppError, isAppError } from '../lib/errors.ts';
import { openClient } from './client.ts';
import { COMMANDS } from './commands/index.ts';
import { type Options, optionSpec } from './options.ts';

const HELP = `refrain <command> [options]

${COMMANDS.map(({ usage, does }) => `  ${usage.padEnd(44)} ${does}`).join('\n')}

Options
  --json                one JSON object on stdout and nothing else
  --each                (ask, triage) one text a line from stdin, one object a line out, in order
  --thread <id>         (ask, chat) go on in this thread
  --workspace <name>    which workspace, where there are several
  --key <file>          (verify, verify-audit) the public key to trust; else the one pinned for --workspace
  --kept <file>         (verify-audit) an earlier log that this one must go on from
  --dry-run             (import) say what it would do, column by column and line by line, and write nothing
  --resume <id>         (import) go on with one that stopped
  --format <name>       (export) csv, json or venue-book; csv otherwise
  --model <name>        (eval) the model to measure instead of the planner; --repeat <k> runs every case k times
  --html <file>         (eval) write a page with every failure beside its expectation
  --split <name>        (eval) dev or locked cases only; --author rules or independent only
  --show                (eval) the sentences of failed cases that rule writers must not see, too
  --kinds               (eval) what went wrong, counted by kind: no word of a case
  --variants            (eval) composed typing mistakes and paraphrases instead of the cases
  --save                (eval) keep the result as the baseline that the tests hold it to
  --lock                (eval) announce changed locked cases
  --help                this text

The settings are those of .env.example; REFRAIN_DATA names the folder of the embedded database.
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: optionSpec, allowPositionals: true });
  const [name, ...words] = positionals;
  if (values.help || !name || name === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    throw new AppError('input:invalid', `There is no command "${name}".`, {
      nextStep: 'See refrain --help.',
    });
  }
  const config = readSettings();
  const options: Options = { ...values, words };
  if (!command.needsApi) return command.run({ config, options });
  const client = await openClient(config, options.workspace);
  try {
    await command.run({ config, options, client });
  } finally {
    await client.close();
  }
}

// Whoever reads the output may stop early ("| head"): the work is done, there is only nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await main();
} catch (error) {
  const known = isAppError(error) || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  const { message, nextStep } = error as AppError;
  process.stderr.write(`refrain: ${[message, nextStep].filter(Boolean).join(' ')}\n`);
  if (!known) process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
}
