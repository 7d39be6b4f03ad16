import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { giveStanding, listStanding, revokeStanding, standingRow } from '../core/approval/decide-standing.ts';
import { standingTerms } from '../core/approval/standing.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, done } from './query.ts';

/** What people approved ahead: acknowledgements of what customers write. */
export const standingRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['approval'];
    const list = z.object({ standingApprovals: z.array(standingRow) });
    app.get('/standing-approvals', { schema: { tags, response: answers(list) } }, async (request) => ({
      standingApprovals: await inSession(deps, request, listStanding),
    }));
    const id = z.object({ id: z.uuid() });
    const giving = {
      tags,
      summary:
        'Approves fixed texts ahead, as a signed-in approver: sent word by word, once a conversation, within the cap.',
      body: standingTerms,
      response: { ...answers(id), 201: id },
    };
    app.post('/standing-approvals', { schema: giving }, async (request, reply) =>
      reply.status(201).send(await inSession(deps, request, (ctx) => giveStanding(ctx, request.body))),
    );
    const revoking = { tags, params: byId, response: answers(done) };
    app.delete('/standing-approvals/:id', { schema: revoking }, async (request) => {
      await inSession(deps, request, (ctx) => revokeStanding(ctx, request.params));
      return { done: true as const };
    });
  };
