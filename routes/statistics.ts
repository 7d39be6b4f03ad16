import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readStatistics, statistics } from '../core/statistics/read-statistics.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';

export const statisticsRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const schema = { tags: ['statistics'], response: answers(statistics) };
    app.get('/statistics', { schema }, (request) => inSession(deps, request, readStatistics));
  };
