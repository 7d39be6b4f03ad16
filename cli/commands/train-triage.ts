import { type Command, printJson } from '../command.ts';

export const trainTriage: Command = {
  name: 'train-triage',
  usage: 'train-triage',
  does: 'learns the weights of the embedded triager anew from the labelled sentences',
  needsApi: false,
  async run({ options }) {
    const { trainTriage: train } = await import('../../evals/training/train-triage.ts');
    const trained = train((line) => process.stderr.write(line));
    if (options.json) printJson(trained);
  },
};
