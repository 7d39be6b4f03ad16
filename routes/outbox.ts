import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listOutbox, outboxMessage, readOutboxMessage } from '../core/outbox/list-outbox.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, limitOf } from './query.ts';

const query = z.object({
  campaignId: z.uuid().optional(),
  /** For the next page: the `at` of the last one. */
  before: z.iso.datetime().optional(),
  limit: limitOf(100),
});

/** What the stand-ins carried, as each recipient would see it. */
export const outboxRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['outbox'];
    const list = z.object({ messages: z.array(outboxMessage) });
    app.get(
      '/outbox',
      { schema: { tags, querystring: query, response: answers(list) } },
      async (request) => ({
        messages: await inSession(deps, request, (ctx) => listOutbox(ctx, request.query)),
      }),
    );
    app.get('/outbox/:id', { schema: { tags, params: byId, response: answers(outboxMessage) } }, (request) =>
      inSession(deps, request, (ctx) => readOutboxMessage(ctx, request.params.id)),
    );
  };
