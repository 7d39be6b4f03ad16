import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { checkHealth } from '../core/statistics/check-health.ts';
import type { ServerDeps } from './deps.ts';

const health = z.object({
  status: z.enum(['ok', 'failing']),
  database: z.enum(['reachable', 'unreachable']),
});
const readiness = z.object({
  status: z.enum(['ready', 'not ready']),
  database: z.enum(['reachable', 'unreachable']),
  /** `behind`: the database lacks migrations of this version. */
  schema: z.enum(['current', 'behind', 'unknown']),
  /** Away it only costs time: what is due is looked for every few seconds instead. */
  queue: z.enum(['reachable', 'unreachable']),
  /** It was told to stop, and finishes what it has begun. */
  ending: z.boolean(),
});

/** For whoever watches the server: `/health` is 200 only while it can work, `/ready` only while it should be asked. */
export const healthRoutes =
  ({ database, stand }: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const described = { tags: ['server'], security: [] };
    app.get(
      '/health',
      { schema: { ...described, response: { 200: health, 503: health } } },
      async (_request, reply) => {
        const found = await checkHealth(database);
        const isWell = found.database === 'reachable';
        return reply
          .status(isWell ? 200 : 503)
          .send({ status: isWell ? ('ok' as const) : ('failing' as const), database: found.database });
      },
    );
    app.get(
      '/ready',
      { schema: { ...described, response: { 200: readiness, 503: readiness } } },
      async (_request, reply) => {
        const found = await checkHealth(database);
        const { isEnding, isQueueThere } = stand?.() ?? { isEnding: false, isQueueThere: true };
        const isReady = found.schema === 'current' && !isEnding;
        return reply.status(isReady ? 200 : 503).send({
          status: isReady ? ('ready' as const) : ('not ready' as const),
          ...found,
          queue: isQueueThere ? ('reachable' as const) : ('unreachable' as const),
          ending: isEnding,
        });
      },
    );
  };
