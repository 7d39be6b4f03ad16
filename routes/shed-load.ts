import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AppError } from '../lib/errors.ts';

export type Load = {
  /** The event loop's mean delay within a second, above which requests are turned away. */
  maxDelayMs: number;
  /** How many wait for a connection of the database now, and how many may. */
  waiting(): number;
  maxWaiting: number;
};

const RETRY_SECONDS = 5;

/**
 * Turns requests away at once, with 503 and a Retry-After, while this process has more than it can do: those it has
 * taken are then answered in time. What platforms tell us is taken all the same, because it costs little.
 */
export async function shedLoad(app: FastifyInstance, load: Load | undefined): Promise<void> {
  if (!load) return;
  await app.register(underPressure, {
    maxEventLoopDelay: load.maxDelayMs,
    pressureHandler: async (_request, reply) => turnAway(reply),
  });
  app.addHook('onRequest', async (_request, reply) => {
    if (load.waiting() > load.maxWaiting) turnAway(reply);
  });
}

function turnAway(reply: FastifyReply): never {
  reply.header('retry-after', RETRY_SECONDS);
  throw new AppError('server:busy', 'The server has more to do than it can just now; nothing was done.', {
    nextStep: `Say it again in ${RETRY_SECONDS} seconds.`,
  });
}
