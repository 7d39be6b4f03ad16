import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type DryRunProgress, dryRunResult } from '../core/approval/dry-run.ts';
import { rehearse } from '../core/approval/rehearse.ts';
import { dropHandWritten, writeByHand } from '../core/content/writing/write-by-hand.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { sendEvents } from './event-stream.ts';
import { wantsStream } from './follow.ts';
import { inSession } from './person.ts';
import { byId, done } from './query.ts';
import { tellProgress } from './tell-progress.ts';

const written = z.object({
  channel: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  findings: z.array(z.object({ severity: z.enum(['error', 'warning']), message: z.string() })),
});

/** A campaign as it would go out to everybody, and one recipient's message by hand. */
export const rehearsalRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['campaigns'];
    const rehearsing = {
      tags,
      summary:
        'Writes and checks every message without sending: findings, cost, when they would leave; a page of messages. ' +
        '`Accept: text/event-stream` tells how far it is (`progress`), then `done` with the same; it ends when nobody listens.',
      params: byId,
      querystring: z.object({
        offset: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(0).max(500).default(50),
      }),
      response: answers(dryRunResult),
    };
    app.get(
      '/campaigns/:id/dry-run',
      { schema: rehearsing, config: { isLong: true } },
      async (request, reply) => {
        const { params, query } = request;
        const run = (onPage?: (sofar: DryRunProgress) => void) =>
          rehearse((work) => inSession(deps, request, work), {
            campaignId: params.id,
            ...query,
            ...(onPage ? { onPage } : {}),
          });
        if (!wantsStream(request)) return run();
        return sendEvents(reply, (signal) => tellProgress({ log: deps.log, signal }, run));
      },
    );

    const params = byId.extend({ contactId: z.uuid() });
    const writing = {
      tags,
      summary: 'One recipient’s message in a person’s own words; a request for approval is void.',
      params,
      body: z.strictObject({ subject: z.string().max(200).optional(), body: z.string().min(1).max(8000) }),
      response: answers(written),
    };
    app.put('/campaigns/:id/messages/:contactId', { schema: writing }, (request) =>
      inSession(deps, request, async (ctx) => {
        const { id: campaignId, contactId } = request.params;
        const { recipient, rendered, findings } = await writeByHand(ctx, {
          campaignId,
          contactId,
          ...request.body,
        });
        return {
          channel: recipient.channel,
          subject: rendered.subject ?? null,
          body: rendered.text,
          findings,
        };
      }),
    );
    app.delete(
      '/campaigns/:id/messages/:contactId',
      { schema: { tags, params, response: answers(done) } },
      async (request) => {
        const { id: campaignId, contactId } = request.params;
        await inSession(deps, request, (ctx) => dropHandWritten(ctx, { campaignId, contactId }));
        return { done: true as const };
      },
    );
  };
