import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  addWebhook,
  changeWebhook,
  deliveryRow,
  listDeliveries,
  listWebhooks,
  newWebhook,
  removeWebhook,
  replayWebhook,
  webhookChange,
  webhookRow,
} from '../core/webhooks/endpoints.ts';
import { WEBHOOK_EVENTS } from '../core/webhooks/events.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId, done } from './query.ts';

/** Programs that are told what happens. */
export const webhookEndpointRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['webhooks'];
    const list = z.object({ webhooks: z.array(webhookRow), events: z.array(z.string()) });
    app.get('/webhook-endpoints', { schema: { tags, response: answers(list) } }, async (request) => ({
      webhooks: await inSession(deps, request, listWebhooks),
      events: [...WEBHOOK_EVENTS],
    }));

    const made = z.object({
      id: z.uuid(),
      secret: z.string().describe('In clear this once; verify with it.'),
    });
    const adding = {
      tags,
      summary: 'Tells a program what happens, signed by Standard Webhooks.',
      body: newWebhook,
      response: answers(made),
    };
    app.post('/webhook-endpoints', { schema: adding }, (request) =>
      inSession(deps, request, (ctx) => addWebhook(ctx, request.body)),
    );
    const changing = {
      tags,
      summary: 'Pauses it, goes on with it, or tells it other things.',
      params: byId,
      body: webhookChange,
      response: answers(done),
    };
    app.patch('/webhook-endpoints/:id', { schema: changing }, async (request) => {
      await inSession(deps, request, (ctx) => changeWebhook(ctx, { ...request.body, ...request.params }));
      return { done: true as const };
    });
    const removing = { tags, params: byId, response: answers(done) };
    app.delete('/webhook-endpoints/:id', { schema: removing }, async (request) => {
      await inSession(deps, request, (ctx) => removeWebhook(ctx, request.params));
      return { done: true as const };
    });

    const told = z.object({ deliveries: z.array(deliveryRow) });
    const telling = { tags, params: byId, response: answers(told) };
    app.get('/webhook-endpoints/:id/deliveries', { schema: telling }, async (request) => ({
      deliveries: await inSession(deps, request, (ctx) => listDeliveries(ctx, request.params)),
    }));
    const replaying = {
      tags,
      summary: 'Tells it again what it was told since then, or one of it; each event keeps its id.',
      params: byId,
      body: z.union([
        z.strictObject({ since: z.iso.datetime({ offset: true }) }),
        z.strictObject({ deliveryId: z.uuid() }),
      ]),
      response: answers(z.object({ deliveries: z.int() })),
    };
    app.post('/webhook-endpoints/:id/replay', { schema: replaying }, async (request) => {
      const { body, params } = request;
      const what = 'since' in body ? { since: new Date(body.since) } : body;
      const deliveries = await inSession(deps, request, (ctx) => replayWebhook(ctx, { ...what, ...params }));
      deps.wake(personOf(request).tenantId);
      return { deliveries };
    });
  };
