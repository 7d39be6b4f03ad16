import { AppError } from '../../lib/errors.ts';
import { type Command, printJson } from '../command.ts';

export const evaluate: Command = {
  name: 'eval',
  usage: 'eval [suite…] [--model <name>] [--html <file>]',
  does: 'measures how well sentences are understood',
  needsApi: false,
  async run({ config, options }) {
    // Loaded when it is asked for: cases and graders are no part of the product that runs.
    const { evaluateSuites } = await import('../../evals/command.ts');
    const {
      split,
      author,
      words: suites,
      show,
      kinds,
      save,
      lock,
      json,
      model,
      html,
      repeat,
      variants,
    } = options;
    const { text, report } = await evaluateSuites({
      config,
      suites,
      model,
      html,
      variants,
      repeat: timesOf(repeat),
      split: oneOf('split', split, ['dev', 'locked'] as const),
      author: oneOf('author', author, ['rules', 'independent'] as const),
      show,
      kinds,
      save,
      lock,
      progress: (line) => process.stderr.write(line),
    });
    if (json) printJson(report);
    else process.stdout.write(`${text}\n`);
  },
};

function oneOf<Value extends string>(
  name: string,
  given: string | undefined,
  values: readonly Value[],
): Value | undefined {
  if (given === undefined) return undefined;
  const found = values.find((value) => value === given);
  if (found) return found;
  throw new AppError('input:invalid', `--${name} is one of ${values.join(', ')}, not "${given}".`);
}

function timesOf(given: string | undefined): number | undefined {
  if (given === undefined || /^[1-9]\d?$/.test(given)) return given === undefined ? given : Number(given);
  throw new AppError('input:invalid', `--repeat is a number from 1 to 99, not "${given}".`);
}
