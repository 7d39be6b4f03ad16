import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createSignInLink } from '../core/tenants/create-sign-in-link.ts';
import { listUsers } from '../core/tenants/list-users.ts';
import { AppError } from '../lib/errors.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';

const body = z.strictObject({ email: z.email().optional().describe('Whose; the one who asks otherwise.') });
const link = z.object({ url: z.url(), email: z.email(), expiresAt: z.iso.datetime() });

/** One-time links, made by an admin for a person of the workspace. */
export const signInLinkRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const schema = {
      tags: ['people'],
      summary: 'Makes a one-time sign-in link.',
      body,
      response: answers(link),
    };
    app.post('/sign-in-links', { schema }, (request) =>
      inSession(deps, request, async (ctx) => {
        const { email } = request.body;
        const { actor } = personOf(request);
        const users = await listUsers(ctx);
        const user = users.find((one) =>
          email ? one.email.toLowerCase() === email.toLowerCase() : one.id === actor.userId,
        );
        if (!user) throw new AppError('user:unknown', 'There is no such person in this workspace.');
        const { path, expiresAt } = await createSignInLink(ctx, { userId: user.id });
        return {
          url: new URL(path, deps.baseUrl).href,
          email: user.email,
          expiresAt: expiresAt.toISOString(),
        };
      }),
    );
  };
