import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invite } from '../core/access/invite.ts';
import { newUser } from '../core/tenants/create-user.ts';
import { AppError } from '../lib/errors.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';

/** Mails of the installation to the people of a workspace, and where their mailboxes are. */
export type Invitations = {
  domains: readonly string[];
  send(mail: { to: string; subject: string; text: string }): Promise<void>;
};

/** Links that go to somebody's mailbox; whoever invites never sees them. */
export const invitationRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const invited = z.object({ email: z.email(), sent: z.literal(true) });
    const schema = {
      tags: ['people'],
      summary: 'Adds a person, or takes one who is there, and sends them a link to come in by.',
      body: newUser,
      response: answers(invited),
    };
    app.post('/invitations', { schema }, async (request) => {
      const domains = deps.invitations?.domains ?? [];
      const { email, name, path, workspace } = await inSession(deps, request, async (ctx) => ({
        ...(await invite(ctx, { ...request.body, domains })),
        workspace: ctx.tenant.name,
      }));
      const url = new URL(path, deps.baseUrl).href;
      await deps.invitations!.send({ to: email, ...letter({ name, url, workspace }) }).catch(unsent);
      return { email, sent: true as const };
    });
  };

const letter = ({ name, url, workspace }: Record<'name' | 'url' | 'workspace', string>) => ({
  subject: `Your way in to ${workspace}`,
  text: `Hello ${name},\n\nthis opens ${workspace} once, within three days:\n\n${url}\n\nIf you did not expect it, leave it alone.\n`,
});

function unsent(cause: unknown): never {
  throw new AppError('channel:unreachable', 'The person is there; the mail to them was not taken.', {
    nextStep: 'Invite them again in a moment.',
    cause,
  });
}
