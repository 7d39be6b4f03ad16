import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeOwn, ownChange, readOwnTimeZone } from '../core/tenants/change-own.ts';
import { changeUser, userChange } from '../core/tenants/change-user.ts';
import { createUser, newUser, userSchema } from '../core/tenants/create-user.ts';
import { readEnd } from '../core/tenants/end-workspace.ts';
import { listUsers } from '../core/tenants/list-users.ts';
import { CAPABILITIES, can, SURFACES } from '../core/tenants/roles.ts';
import { signOut } from '../core/tenants/sign-out.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId, done } from './query.ts';
import { SESSION_COOKIE, sessionCookie } from './session-cookie.ts';

const me = userSchema.extend({
  surface: z.enum(SURFACES),
  /** All that they may do here, as they came. */
  rights: z.array(z.enum(CAPABILITIES)),
  timeZone: z.string().nullable().describe('Their own; null: the workspace’s.'),
  workspace: z.object({
    name: z.string(),
    slug: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    today: z.iso.date(),
    endsAt: z.iso.datetime().nullable().describe('When all of it is deleted, where an admin wants that.'),
  }),
});

/** The asking person, and the people beside them. */
export const meRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['people'];

    // Whatever a role keeps shut: everybody learns who they are, and may leave.
    const own = ['sign-in'];
    app.get('/me', { schema: { tags: own, response: answers(me) } }, async (request) => {
      const { actor } = personOf(request);
      return inSession(deps, request, async (ctx) => {
        const self = (await listUsers(ctx)).find((user) => user.id === actor.userId)!;
        const { name, slug, settings } = ctx.tenant;
        return {
          ...self,
          surface: actor.surface,
          timeZone: await readOwnTimeZone(ctx, actor.userId),
          rights: CAPABILITIES.filter((right) => can(actor, right)),
          workspace: {
            name,
            slug,
            timeZone: settings.timeZone,
            currency: settings.currency,
            today: ctx.today,
            endsAt: (await readEnd(ctx))?.toISOString() ?? null,
          },
        };
      });
    });

    const changingOwn = { tags: own, body: ownChange, response: answers(done) };
    app.patch('/me', { schema: changingOwn }, async (request) => {
      await inSession(deps, request, (ctx) => changeOwn(ctx, request.body));
      return { done: true as const };
    });

    app.post('/sign-out', { schema: { tags: own, response: answers(done) } }, async (request, reply) => {
      const { sessionId } = personOf(request);
      if (sessionId) await inSession(deps, request, (ctx) => signOut(ctx, { sessionId }));
      reply.clearCookie(SESSION_COOKIE, sessionCookie(deps.baseUrl));
      return { done: true as const };
    });

    const people = z.object({ users: z.array(userSchema) });
    app.get('/users', { schema: { tags, response: answers(people) } }, async (request) => ({
      users: await inSession(deps, request, listUsers),
    }));

    const changing = {
      tags,
      params: byId,
      body: userChange,
      response: answers(userSchema),
    };
    app.patch('/users/:id', { schema: changing }, (request) =>
      inSession(deps, request, (ctx) => changeUser(ctx, { userId: request.params.id, ...request.body })),
    );
    app.post('/users', { schema: { tags, body: newUser, response: answers(userSchema) } }, (request) =>
      inSession(deps, request, (ctx) => createUser(ctx, request.body)),
    );
  };
