import { AppError } from '../../lib/errors.ts';
import { type Command, printJson } from '../command.ts';

export const evaluate: Command = {
  name: 'eval',
  usage: 'eval [suite…] [--split dev|locked]',
  does: 'measures how well sentences are understood',
  needsApi: false,
  async run({ options }) {
    // Loaded when it is asked for: cases and graders are no part of the product that runs.
    const { evaluateSuites } = await import('../../evals/command.ts');
    const { split, author, words: suites, show, save, lock, json } = options;
    const { text, report } = await evaluateSuites({
      suites,
      split: oneOf('split', split, ['dev', 'locked'] as const),
      author: oneOf('author', author, ['rules', 'independent'] as const),
      show,
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
