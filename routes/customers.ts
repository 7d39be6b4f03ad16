import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addNote, noteInput } from '../core/customers/add-note.ts';
import {
  CUSTOMER_SORTS,
  CUSTOMER_STATUSES,
  customerPage,
  listCustomers,
} from '../core/customers/list-customers.ts';
import { customerCard, readCustomer } from '../core/customers/read-customer.ts';
import { readHistory, valueChange } from '../core/customers/read-history.ts';
import { readTimeline, timelinePage } from '../core/customers/read-timeline.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, done, limitOf } from './query.ts';

export const customerRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['customers'];

    const query = z.object({
      search: z.string().trim().min(1).max(200).optional(),
      status: z.enum(CUSTOMER_STATUSES).default('active'),
      sort: z.enum(CUSTOMER_SORTS).default('name'),
      limit: limitOf(100),
      after: z.uuid().optional(),
    });
    app.get(
      '/customers',
      { schema: { tags, querystring: query, response: answers(customerPage) } },
      (request) => inSession(deps, request, (ctx) => listCustomers(ctx, request.query)),
    );

    app.get(
      '/customers/:id',
      { schema: { tags, params: byId, response: answers(customerCard) } },
      (request) => inSession(deps, request, (ctx) => readCustomer(ctx, request.params.id)),
    );

    const timelineQuery = z.object({ limit: limitOf(50), before: z.iso.datetime().optional() });
    app.get(
      '/customers/:id/timeline',
      { schema: { tags, params: byId, querystring: timelineQuery, response: answers(timelinePage) } },
      (request) =>
        inSession(deps, request, (ctx) =>
          readTimeline(ctx, { ...request.query, customerId: request.params.id }),
        ),
    );

    const history = {
      tags,
      summary: 'The values that people changed: before, after, who and why.',
      params: byId,
      response: answers(z.object({ history: z.array(valueChange) })),
    };
    app.get('/customers/:id/history', { schema: history }, async (request) => ({
      history: await inSession(deps, request, (ctx) => readHistory(ctx, request.params.id)),
    }));

    app.post(
      '/customers/:id/notes',
      { schema: { tags, params: byId, body: noteInput, response: answers(done) } },
      async (request) => {
        const note = { ...request.body, customerId: request.params.id };
        await inSession(deps, request, (ctx) => addNote(ctx, note));
        return { done: true as const };
      },
    );
  };
