import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  apiTokenRow,
  createApiToken,
  listApiTokens,
  newApiToken,
  revokeApiToken,
} from '../core/tenants/api-tokens.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, done } from './query.ts';

/** What scripts come with. Only a signed-in person makes or ends one. */
export const tokenRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['people'];

    const list = z.object({ tokens: z.array(apiTokenRow) });
    app.get('/tokens', { schema: { tags, response: answers(list) } }, async (request) => ({
      tokens: await inSession(deps, request, listApiTokens),
    }));

    const made = z.object({ id: z.uuid(), token: z.string() });
    const making = {
      tags,
      summary: 'Makes an API token, shown this once.',
      body: newApiToken,
      response: { ...answers(made), 201: made },
    };
    app.post('/tokens', { schema: making }, async (request, reply) =>
      reply.status(201).send(await inSession(deps, request, (ctx) => createApiToken(ctx, request.body))),
    );

    const ending = { tags, params: byId, response: answers(done) };
    app.delete('/tokens/:id', { schema: ending }, async (request) => {
      await inSession(deps, request, (ctx) => revokeApiToken(ctx, request.params.id));
      return { done: true as const };
    });
  };
