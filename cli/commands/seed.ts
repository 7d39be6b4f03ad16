import { type Command, printJson } from '../command.ts';

export const seed: Command = {
  name: 'seed',
  usage: 'seed [--kit name]',
  does: 'makes a demonstration workspace; each kit (a folder of db/seed) is a trade of its own',
  needsApi: false,
  async run({ config, options }) {
    const { openRefrain } = await import('../../wire.ts');
    const refrain = await openRefrain(config);
    try {
      const { slug } = await refrain.seed(options.kit);
      if (options.json) printJson({ workspace: slug });
      else
        process.stdout.write(
          `The workspace ${slug} is ready. Sign in: refrain sign-in --workspace ${slug}\n`,
        );
    } finally {
      await refrain.close();
    }
  },
};
