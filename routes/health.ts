import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { checkHealth } from '../core/statistics/check-health.ts';
import type { ServerDeps } from './deps.ts';

const health = z.object({
  status: z.enum(['ok', 'failing']),
  database: z.enum(['reachable', 'unreachable']),
});

/** For whoever watches the server: 200 only while it can really work. */
export const healthRoutes =
  ({ database }: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const schema = { tags: ['server'], security: [], response: { 200: health, 503: health } };
    app.get('/health', { schema }, async (_request, reply) => {
      const found = await checkHealth(database);
      const isWell = found.database === 'reachable';
      return reply
        .status(isWell ? 200 : 503)
        .send({ status: isWell ? ('ok' as const) : ('failing' as const), database: found.database });
    });
  };
