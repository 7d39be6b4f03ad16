import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { decideReview, reviewDecision } from '../core/customers/decide-review.ts';
import { CUSTOMER_STATUSES, customerPage, listCustomers } from '../core/customers/list-customers.ts';
import { listReviews, REVIEW_STATUSES, reviewRow } from '../core/customers/list-reviews.ts';
import { customerCard, readCustomer } from '../core/customers/read-customer.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, limitOf } from './query.ts';

const reviewOutcome = z.object({ decided: z.int(), activated: z.int(), discarded: z.int() });

export const customerRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['customers'];

    const query = z.object({
      search: z.string().trim().min(1).max(200).optional(),
      status: z.enum(CUSTOMER_STATUSES).default('active'),
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

    const reviewQuery = z.object({
      status: z.enum(REVIEW_STATUSES).default('open'),
      limit: limitOf(200),
      after: z.uuid().optional(),
    });
    const reviews = z.object({ reviews: z.array(reviewRow) });
    app.get(
      '/reviews',
      { schema: { tags, querystring: reviewQuery, response: answers(reviews) } },
      async (request) => ({
        reviews: await inSession(deps, request, (ctx) => listReviews(ctx, request.query)),
      }),
    );

    const deciding = {
      tags,
      summary: 'Confirms or discards what looked wrong, in bulk.',
      body: reviewDecision,
      response: answers(reviewOutcome),
    };
    app.post('/reviews', { schema: deciding }, (request) =>
      inSession(deps, request, (ctx) => decideReview(ctx, request.body)),
    );
  };
