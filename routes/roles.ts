import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addRole, listRoles, newRole, removeRole, roleRow } from '../core/access/custom-roles.ts';
import {
  delegate,
  delegationRow,
  endDelegation,
  listDelegations,
  newDelegation,
} from '../core/access/delegations.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, done } from './query.ts';

const DONE = { done: true as const };

/** The workspace's own roles, and who decides in whose place. */
export const roleRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['people'];
    const gone = { tags, params: byId, response: answers(done) };

    const roles = z.object({ roles: z.array(roleRow) });
    app.get('/roles', { schema: { tags, response: answers(roles) } }, async (request) => ({
      roles: await inSession(deps, request, listRoles),
    }));
    app.post('/roles', { schema: { tags, body: newRole, response: answers(roleRow) } }, (request) =>
      inSession(deps, request, (ctx) => addRole(ctx, request.body)),
    );
    app.delete('/roles/:id', { schema: gone }, async (request) => {
      await inSession(deps, request, (ctx) => removeRole(ctx, request.params));
      return DONE;
    });

    const list = z.object({ delegations: z.array(delegationRow) });
    app.get('/delegations', { schema: { tags, response: answers(list) } }, async (request) => ({
      delegations: await inSession(deps, request, listDelegations),
    }));
    const made = z.object({ id: z.uuid() });
    const giving = {
      tags,
      summary: 'Leaves one’s decisions about approvals to a colleague for a time.',
      body: newDelegation,
      response: answers(made),
    };
    app.post('/delegations', { schema: giving }, (request) =>
      inSession(deps, request, (ctx) => delegate(ctx, request.body)),
    );
    app.delete('/delegations/:id', { schema: gone }, async (request) => {
      await inSession(deps, request, (ctx) => endDelegation(ctx, request.params));
      return DONE;
    });
  };
