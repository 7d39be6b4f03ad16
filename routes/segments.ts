import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { audiencePart } from '../core/audience/audience-part.ts';
import { filterSchema } from '../core/audience/filter.ts';
import { audiencePart as audience } from '../core/parts.ts';
import { changeSegment } from '../core/segments/change-segment.ts';
import { createSegment } from '../core/segments/create-segment.ts';
import { deleteSegment } from '../core/segments/delete-segment.ts';
import { listSegments } from '../core/segments/list-segments.ts';
import { readSegment } from '../core/segments/read-segment.ts';
import { restoreSegment } from '../core/segments/restore-segment.ts';
import { segmentInput, segmentPatch, segmentRow, segmentView } from '../core/segments/segment.ts';
import { segmentCustomers } from '../core/segments/segment-customers.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, done, limitOf } from './query.ts';

/** Saved audiences. */
export const segmentRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['segments'];
    const one = { tags, params: byId, response: answers(segmentView) };

    const query = z.object({ search: z.string().trim().min(1).max(120).optional(), limit: limitOf(200) });
    const list = z.object({ segments: z.array(segmentRow) });
    app.get(
      '/segments',
      { schema: { tags, querystring: query, response: answers(list) } },
      async (request) => ({
        segments: await inSession(deps, request, (ctx) => listSegments(ctx, request.query)),
      }),
    );

    const creating = {
      tags,
      summary: 'Saves an audience; one without a name is named by whom it is about.',
      body: segmentInput,
      response: { ...answers(segmentView), 201: segmentView },
    };
    app.post('/segments', { schema: creating }, async (request, reply) =>
      reply
        .status(201)
        .send(
          await inSession(deps, request, async (ctx) =>
            readSegment(ctx, await createSegment(ctx, request.body)),
          ),
        ),
    );

    const previewing = {
      tags,
      summary: 'Whom a segment with this filter would have, without saving it.',
      body: z.strictObject({ filter: filterSchema }),
      response: answers(audience),
    };
    app.post(
      '/segments/preview',
      { schema: previewing, config: { isQuestion: true, isLong: true } },
      (request) => inSession(deps, request, (ctx) => audiencePart(ctx, request.body)),
    );

    app.get('/segments/:id', { schema: one }, (request) =>
      inSession(deps, request, (ctx) => readSegment(ctx, request.params.id)),
    );

    const listing = {
      tags,
      summary: 'Its customers as they are now, by name: so many, and `next` for those behind them.',
      params: byId,
      querystring: z.object({ limit: limitOf(200, 1000), after: z.uuid().optional() }),
      response: answers(audience),
    };
    app.get('/segments/:id/customers', { schema: listing, config: { isLong: true } }, (request) =>
      inSession(deps, request, (ctx) =>
        segmentCustomers(ctx, { segmentId: request.params.id, ...request.query }),
      ),
    );

    const changing = {
      ...one,
      summary:
        'Changes name, kind or filter: a new version. A frozen segment given a filter takes its customers anew.',
      body: segmentPatch,
    };
    app.patch('/segments/:id', { schema: changing }, (request) =>
      inSession(deps, request, async (ctx) => {
        await changeSegment(ctx, { segmentId: request.params.id, patch: request.body });
        return readSegment(ctx, request.params.id);
      }),
    );

    const deleting = {
      tags,
      summary: 'Deletes a segment that no other segment and no campaign still to be sent needs.',
      params: byId,
      response: answers(done),
    };
    app.delete('/segments/:id', { schema: deleting }, async (request) => {
      await inSession(deps, request, (ctx) => deleteSegment(ctx, request.params.id));
      return { done: true as const };
    });

    const restoring = { ...one, summary: 'Takes the deletion of a segment back.' };
    app.post('/segments/:id/restore', { schema: restoring }, (request) =>
      inSession(deps, request, async (ctx) => {
        await restoreSegment(ctx, request.params.id);
        return readSegment(ctx, request.params.id);
      }),
    );
  };
