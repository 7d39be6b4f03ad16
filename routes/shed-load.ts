import type { FastifyInstance } from 'fastify';
import { AppError } from '../lib/errors.ts';

/** How many wait for a connection of the database now, and how many may. */
export type Load = { waiting(): number; maxWaiting: number };

const RETRY_SECONDS = 5;

/**
 * Turns requests away at once, with 503 and a Retry-After, while this process has more than it can do: those it has
 * taken are then answered in time. Whatever keeps it busy, its own computing or the database, shows in that line. What
 * platforms tell us is taken all the same, because it costs little.
 */
export function shedLoad(app: FastifyInstance, load: Load | undefined): void {
  if (!load) return;
  app.addHook('onRequest', async (_request, reply) => {
    if (load.waiting() <= load.maxWaiting) return;
    reply.header('retry-after', RETRY_SECONDS);
    throw new AppError('server:busy', 'The server has more to do than it can just now; nothing was done.', {
      nextStep: `Say it again in ${RETRY_SECONDS} seconds.`,
    });
  });
}
