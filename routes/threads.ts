import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listThreads, threadRow } from '../core/threads/list-threads.ts';
import { readThread, threadContent } from '../core/threads/read-thread.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, limitOf } from './query.ts';

const query = z.object({
  whose: z.enum(['mine', 'everyone']).default('mine'),
  limit: limitOf(50),
  search: z.string().trim().min(1).max(200).optional().describe('What was said in it.'),
});

/** Conversations as they were shown. */
export const threadRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['chat'];
    const list = z.object({ threads: z.array(threadRow) });
    app.get(
      '/threads',
      { schema: { tags, querystring: query, response: answers(list) } },
      async (request) => ({
        threads: await inSession(deps, request, (ctx) => listThreads(ctx, request.query)),
      }),
    );
    const one = { tags, params: byId, response: answers(threadContent) };
    app.get('/threads/:id', { schema: one }, (request) =>
      inSession(deps, request, (ctx) => readThread(ctx, request.params.id)),
    );
  };
