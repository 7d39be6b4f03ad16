import { type Command, printJson } from '../command.ts';

export const trainRemarks: Command = {
  name: 'train-remarks',
  usage: 'train-remarks',
  does: 'learns anew which strange words of a request are harmless, from the labelled phrases',
  needsApi: false,
  async run({ options }) {
    const { trainRemarks: train } = await import('../../evals/training/train-remarks.ts');
    const trained = train((line) => process.stderr.write(line));
    if (options.json) printJson(trained);
  },
};
