import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordReceipt } from '../core/delivery/record-receipt.ts';
import { listOutbox, outboxMessage, readOutboxMessage } from '../core/outbox/list-outbox.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { demand } from '../core/tenants/roles.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { normaliserOf } from './normaliser.ts';
import { inSession, personOf } from './person.ts';
import { byId, limitOf } from './query.ts';
import { received } from './replies.ts';

const query = z.object({
  campaignId: z.uuid().optional(),
  /** For the next page: the `at` of the last one. */
  before: z.iso.datetime().optional(),
  limit: limitOf(100),
});

/** What the stand-ins carried, as each recipient would see it. */
export const outboxRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['outbox'];
    const list = z.object({ messages: z.array(outboxMessage) });
    app.get(
      '/outbox',
      { schema: { tags, querystring: query, response: answers(list) } },
      async (request) => ({
        messages: await inSession(deps, request, (ctx) => listOutbox(ctx, request.query)),
      }),
    );
    app.get('/outbox/:id', { schema: { tags, params: byId, response: answers(outboxMessage) } }, (request) =>
      inSession(deps, request, (ctx) => readOutboxMessage(ctx, request.params.id)),
    );

    const answering = {
      tags,
      params: byId,
      summary: 'Answers in the place of the recipient.',
      body: z.strictObject({ message: z.string().max(500_000) }),
      response: answers(received),
    };
    app.post('/outbox/:id/reply', { schema: answering }, async (request) => {
      const kept = await inSession(deps, request, async (ctx) => {
        demand(ctx.actor, 'reply');
        const { id, channel, address } = await readOutboxMessage(ctx, request.params.id);
        const { message } = request.body;
        const normalise = normaliserOf(deps.channels);
        const said = { channel, identifier: address, message, inReplyTo: id, normalise };
        // Whoever acts for the recipient of a stand-in is signed in.
        const { isLikelyStop } = deps.triager;
        return receiveReply(ctx, { ...said, isLikelyStop, isSenderProven: true });
      });
      deps.wake(personOf(request).tenantId);
      return kept;
    });

    const reporting = {
      tags,
      params: byId,
      summary: 'Reports in the place of the provider that the message arrived, was read, or came back.',
      body: z.strictObject({ kind: z.enum(['delivered', 'read', 'bounced']) }),
      response: answers(outboxMessage),
    };
    app.post('/outbox/:id/receipt', { schema: reporting }, (request) =>
      inSession(deps, request, async (ctx) => {
        demand(ctx.actor, 'control');
        const { id } = await readOutboxMessage(ctx, request.params.id);
        const { kind } = request.body;
        await recordReceipt(ctx, { messageId: id, kind, externalId: `outbox:${kind}:${id}`, at: ctx.now });
        return readOutboxMessage(ctx, id);
      }),
    );
  };
