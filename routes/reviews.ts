import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { decideReview, reviewDecision, reviewOutcome } from '../core/customers/review/decide-review.ts';
import { decisionRow, listDecisions } from '../core/customers/review/list-decisions.ts';
import {
  listReviewIds,
  listReviews,
  reviewPage,
  reviewQuery,
} from '../core/customers/review/list-reviews.ts';
import { undoneOutcome, undoReview } from '../core/customers/review/undo-review.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, limitOf } from './query.ts';

/** What looked wrong in imported files, decided in bulk; every decision can be undone. */
export const reviewRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['customers'];

    const query = reviewQuery.extend({ limit: limitOf(200), after: z.uuid().optional() });
    app.get('/reviews', { schema: { tags, querystring: query, response: answers(reviewPage) } }, (request) =>
      inSession(deps, request, (ctx) => listReviews(ctx, request.query)),
    );

    const choosing = {
      tags,
      summary: 'The ids of all that match, up to 5,000: for deciding about them at once.',
      querystring: reviewQuery,
      response: answers(z.object({ ids: z.array(z.uuid()) })),
    };
    app.get('/reviews/ids', { schema: choosing }, async (request) => ({
      ids: await inSession(deps, request, (ctx) => listReviewIds(ctx, request.query)),
    }));

    const deciding = {
      tags,
      summary: 'Confirms, discards, merges, splits or fixes what looked wrong, in bulk; all or none.',
      body: reviewDecision,
      response: answers(reviewOutcome),
    };
    app.post('/reviews', { schema: deciding }, (request) =>
      inSession(deps, request, (ctx) => decideReview(ctx, request.body)),
    );

    const decisions = z.object({ decisions: z.array(decisionRow) });
    const listing = { tags, querystring: z.object({ limit: limitOf(50) }), response: answers(decisions) };
    app.get('/review-decisions', { schema: listing }, async (request) => ({
      decisions: await inSession(deps, request, (ctx) => listDecisions(ctx, request.query)),
    }));

    const undoing = {
      tags,
      summary: 'Takes a decision back; what somebody has changed since stays.',
      params: byId,
      response: answers(undoneOutcome),
    };
    app.post('/review-decisions/:id/undo', { schema: undoing }, (request) =>
      inSession(deps, request, (ctx) => undoReview(ctx, request.params.id)),
    );
  };
