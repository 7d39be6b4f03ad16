import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changePart, listChanges } from '../core/customers/changes/change-part.ts';
import { changeInput } from '../core/customers/changes/change-step.ts';
import { changeDecision, decideChange } from '../core/customers/changes/decide-change.ts';
import { proposeChange } from '../core/customers/changes/propose-change.ts';
import { undoChange } from '../core/customers/changes/undo-change.ts';
import { mergeCustomers, mergeInput } from '../core/customers/merge/merge-customers.ts';
import { undoMerge } from '../core/customers/merge/undo-merge.ts';
import { customerCard, readCustomer } from '../core/customers/read-customer.ts';
import { CHANGE_STATUSES, changePart as change } from '../core/parts.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, limitOf } from './query.ts';

/** Changes of customers: proposed by anybody who may draft, decided by a signed-in person; merging, and its undoing. */
export const changeRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['customers'];
    const one = { tags, params: byId, response: answers(change) };
    const list = z.object({ changes: z.array(change) });

    const query = z.object({ status: z.enum(CHANGE_STATUSES).optional(), limit: limitOf(200) });
    app.get(
      '/changes',
      { schema: { tags, querystring: query, response: answers(list) } },
      async (request) => ({
        changes: await inSession(deps, request, (ctx) => listChanges(ctx, request.query)),
      }),
    );

    app.get(
      '/customers/:id/changes',
      { schema: { tags, params: byId, querystring: query, response: answers(list) } },
      async (request) => ({
        changes: await inSession(deps, request, (ctx) =>
          listChanges(ctx, { ...request.query, customerId: request.params.id }),
        ),
      }),
    );

    const proposing = {
      ...one,
      summary: 'Proposes a change; nothing of the customer changes before a person confirms it.',
      body: changeInput,
      response: { ...answers(change), 201: change },
    };
    app.post('/customers/:id/changes', { schema: proposing }, async (request, reply) => {
      const customerId = request.params.id;
      const part = await inSession(deps, request, async (ctx) =>
        changePart(ctx, await proposeChange(ctx, { ...request.body, customerId })),
      );
      return reply.status(201).send(part);
    });

    app.get('/changes/:id', { schema: one }, (request) =>
      inSession(deps, request, (ctx) => changePart(ctx, request.params.id)),
    );

    const deciding = { ...one, summary: 'Confirms or rejects it, whole and once.', body: changeDecision };
    app.post('/changes/:id', { schema: deciding }, (request) =>
      inSession(deps, request, async (ctx) => {
        await decideChange(ctx, { ...request.body, changeId: request.params.id });
        return changePart(ctx, request.params.id);
      }),
    );

    const takingBack = { ...one, summary: 'Takes a confirmed change back, whole.' };
    app.post('/changes/:id/undo', { schema: takingBack }, (request) =>
      inSession(deps, request, async (ctx) => {
        await undoChange(ctx, request.params.id);
        return changePart(ctx, request.params.id);
      }),
    );

    const merging = {
      tags,
      summary: 'Makes two customers one; the one of the address stays. It can be undone.',
      params: byId,
      body: mergeInput,
      response: answers(customerCard),
    };
    app.post('/customers/:id/merges', { schema: merging }, (request) =>
      inSession(deps, request, async (ctx) => {
        await mergeCustomers(ctx, { ...request.body, keptId: request.params.id });
        return readCustomer(ctx, request.params.id);
      }),
    );

    const undoing = {
      tags,
      summary: 'Takes a merge back; answers the customer that is there again.',
      params: byId,
      response: answers(customerCard),
    };
    app.post('/merges/:id/undo', { schema: undoing }, (request) =>
      inSession(deps, request, async (ctx) => readCustomer(ctx, await undoMerge(ctx, request.params.id))),
    );
  };
