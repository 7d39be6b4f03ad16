import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { listUnknown, type UnknownMessage } from '../core/delivery/list-unknown.ts';
import { resolveUnknown } from '../core/delivery/resolve-unknown.ts';
import { demandSignedIn } from '../core/tenants/demand-signed-in.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId, done } from './query.ts';

const unknown = z.object({
  messages: z.array(
    z.object({
      id: z.uuid(),
      campaignId: z.uuid(),
      campaign: z.string(),
      customer: z.string().nullable(),
      contact: z.string().nullable(),
      channel: z.string(),
      detail: z.string().nullable(),
      since: z.iso.datetime(),
    }),
  ),
});

const decision = z.strictObject({
  decision: z
    .enum(['sent', 'resend', 'abandon'])
    .describe('It went out; send it again, through the same checks; give it up.'),
});

/** Messages that may or may not have gone out wait here for a person, who alone may have one sent again. */
export const unknownRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['campaigns'];
    const listing = {
      tags,
      summary: 'Messages nobody can tell of.',
      params: byId,
      response: answers(unknown),
    };
    const toView = (messages: UnknownMessage[]) => ({
      messages: messages.map((one) => ({ ...one, since: one.since.toISOString() })),
    });
    app.get('/campaigns/:id/unknown', { schema: listing }, (request) =>
      inSession(deps, request, async (ctx) => {
        const { id } = await readCampaign(ctx, request.params.id);
        return toView(await listUnknown(ctx, id));
      }),
    );

    const all = { tags, summary: 'The same of every campaign.', response: answers(unknown) };
    app.get('/messages/unknown', { schema: all }, (request) =>
      inSession(deps, request, async (ctx) => toView(await listUnknown(ctx))),
    );

    const resolving = {
      tags,
      summary: 'A person says what became of it.',
      params: byId,
      body: decision,
      response: answers(done),
    };
    app.post('/messages/:id/resolve', { schema: resolving }, async (request) => {
      await inSession(deps, request, async (ctx) => {
        demandSignedIn(ctx.actor);
        await resolveUnknown(ctx, { messageId: request.params.id, ...request.body });
      });
      deps.wake(personOf(request).tenantId);
      return { done: true as const };
    });
  };
