import { once } from 'node:events';
import { endInTime } from '../../lib/end-in-time.ts';
import { AppError } from '../../lib/errors.ts';
import type { Command } from '../command.ts';

export const worker: Command = {
  name: 'worker',
  usage: 'worker',
  does: 'sends, reads and counts what is due, beside the server and any number of others, until it is stopped',
  needsApi: false,
  async run({ config }) {
    if (!config.DATABASE_URL) {
      throw new AppError('database:needs_postgres', 'A worker shares its database with the server.', {
        nextStep:
          'Set DATABASE_URL to a Postgres database; with the embedded one the server does this work itself.',
      });
    }
    const { openRefrain } = await import('../../wire.ts');
    const refrain = await openRefrain(config);
    const metrics = await refrain.openMetrics();
    process.stderr.write(
      'Working. What is due is done until SIGTERM or SIGINT; what has begun is finished then.\n',
    );
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    const end = async () => {
      await refrain.close();
      await metrics.close();
    };
    await endInTime({ end, seconds: config.DRAIN_SECONDS, log: refrain.log });
  },
};
