import { openRefrain } from '../../wire.ts';
import { type Command, printJson } from '../command.ts';

export const seed: Command = {
  name: 'seed',
  usage: 'seed',
  does: 'makes the demonstration workspace',
  needsApi: false,
  async run({ config, options }) {
    const refrain = await openRefrain(config);
    try {
      const { slug } = await refrain.seed();
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
