import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  addRole,
  changeRole,
  listRoles,
  type NewRole,
  newRole,
  removeRole,
  roleRow,
} from '../core/access/custom-roles.ts';
import {
  delegate,
  delegationRow,
  endDelegation,
  listDelegations,
  newDelegation,
} from '../core/access/delegations.ts';
import { AppError } from '../lib/errors.ts';
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

    const tools = [...(deps.toolNames ?? [])];
    const roles = z.object({
      roles: z.array(roleRow),
      closable: z
        .object({ tools: z.array(z.string()), areas: z.array(z.string()) })
        .describe('What a role may keep shut: tools of the agent, and parts of this API by their tags.'),
    });
    app.get('/roles', { schema: { tags, response: answers(roles) } }, async (request) => ({
      roles: await inSession(deps, request, listRoles),
      closable: { tools, areas: [...app.closableAreas] },
    }));
    const demandKnown = ({ closed }: NewRole): void => {
      const known = new Set([
        ...tools.map((name) => `tool:${name}`),
        ...[...app.closableAreas].map((name) => `area:${name}`),
      ]);
      const unknown = closed.find((one) => !known.has(one));
      if (unknown)
        throw new AppError('input:invalid', `There is nothing called ${unknown}.`, {
          nextStep: 'GET /api/v1/roles names what can be kept shut.',
          where: { field: 'closed' },
        });
    };
    app.post('/roles', { schema: { tags, body: newRole, response: answers(roleRow) } }, (request) => {
      demandKnown(request.body);
      return inSession(deps, request, (ctx) => addRole(ctx, request.body));
    });
    const changing = {
      tags,
      summary: 'Gives a role other terms, at once for everybody who has it.',
      params: byId,
      body: newRole,
      response: answers(roleRow),
    };
    app.put('/roles/:id', { schema: changing }, (request) => {
      demandKnown(request.body);
      return inSession(deps, request, (ctx) => changeRole(ctx, { ...request.body, id: request.params.id }));
    });
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
