import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { repliesPart as repliesCard } from '../core/parts.ts';
import { INTENTS } from '../core/ports.ts';
import { readAttachment } from '../core/replies/attachments.ts';
import { confirmOptIn } from '../core/replies/confirm-opt-in.ts';
import { candidateRow, confirmSender, listCandidates } from '../core/replies/confirm-sender.ts';
import { decideDoubt } from '../core/replies/decide-doubt.ts';
import { prepareAgain } from '../core/replies/held-back.ts';
import { markReply } from '../core/replies/mark-reply.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { repliesPart } from '../core/replies/replies-part.ts';
import { answers } from './answers.ts';
import { campaignView, toCampaignView } from './campaign-view.ts';
import type { ServerDeps } from './deps.ts';
import { demandChannel, normaliserOf } from './normaliser.ts';
import { inSession, personOf } from './person.ts';
import { byId, done, limitOf } from './query.ts';

const inbound = z.strictObject({
  channel: z.string().min(1).max(40),
  identifier: z.string().trim().min(1).max(320).describe('Who wrote: an address, a number, a user id.'),
  message: z.string().max(500_000),
  externalId: z.string().min(1).max(1000).optional().describe('The same one twice is one reply.'),
  headers: z.record(z.string(), z.string()).optional(),
  inReplyTo: z.string().max(1000).optional(),
});

/** What was done at once, by code; how it reads follows when triage has read it. */
export const received = z.object({
  replyId: z.uuid(),
  conversationId: z.uuid().nullable(),
  isNew: z.boolean(),
  contactId: z.uuid().nullable(),
  customerId: z.uuid().nullable(),
  campaignId: z.uuid().nullable(),
  effects: z.array(
    z.object({
      kind: z.enum(['opt_out', 'opt_in', 'held', 'released']),
      scope: z.enum(['all', 'marketing', 'held']),
      because: z.string(),
      contacts: z.int(),
      addresses: z.int(),
      halted: z.int(),
    }),
  ),
});

const query = z.object({
  campaignId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  intent: z.enum(INTENTS).optional(),
  urgency: z.enum(['low', 'normal', 'high']).optional(),
  status: z.enum(['open', 'done']).optional(),
  limit: limitOf(100),
});

/** What customers answered. */
export const replyRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['replies'];

    app.get('/replies', { schema: { tags, querystring: query, response: answers(repliesCard) } }, (request) =>
      inSession(deps, request, (ctx) => repliesPart(ctx, request.query)),
    );

    const receiving = {
      tags,
      summary: 'Hands in what a contact wrote. A stop acts at once.',
      body: inbound,
      response: answers(received),
    };
    app.post('/replies', { schema: receiving }, async (request) => {
      demandChannel(deps.channels, request.body.channel);
      const normalise = normaliserOf(deps.channels);
      const { isLikelyStop } = deps.triager;
      const kept = await inSession(deps, request, (ctx) =>
        receiveReply(ctx, { ...request.body, normalise, isLikelyStop }),
      );
      deps.wake(personOf(request).tenantId);
      return kept;
    });

    const confirming = {
      tags,
      params: byId,
      summary:
        'A person says that a wish for messages again is really that person’s: it lifts their own stop.',
      response: answers(z.object({ effects: received.shape.effects })),
    };
    app.post('/replies/:id/opt-in', { schema: confirming }, async (request) => ({
      effects: await inSession(deps, request, (ctx) => confirmOptIn(ctx, { replyId: request.params.id })),
    }));

    const deciding = {
      tags,
      params: byId,
      summary:
        'A person says whether a doubtful message asks for no more of them: it stops, or the hold ends.',
      body: z.strictObject({ isStop: z.boolean() }),
      response: answers(z.object({ effects: received.shape.effects })),
    };
    app.post('/replies/:id/doubt', { schema: deciding }, async (request) => ({
      effects: await inSession(deps, request, (ctx) =>
        decideDoubt(ctx, { replyId: request.params.id, ...request.body }),
      ),
    }));

    const preparing = {
      tags,
      params: byId,
      summary:
        'Makes a draft of what a doubt kept from them, for that one contact; it is approved like any other.',
      body: z.strictObject({ messageId: z.uuid() }),
      response: { ...answers(campaignView), 201: campaignView },
    };
    app.post('/replies/:id/held-back', { schema: preparing }, async (request, reply) => {
      const { messageId } = request.body;
      const campaign = await inSession(deps, request, (ctx) =>
        prepareAgain(ctx, { replyId: request.params.id, messageId }),
      );
      return reply.status(201).send(toCampaignView(campaign));
    });

    const candidates = z.object({ candidates: z.array(candidateRow) });
    app.get(
      '/replies/:id/contact',
      { schema: { tags, params: byId, response: answers(candidates) } },
      async (request) => ({
        candidates: await inSession(deps, request, (ctx) =>
          listCandidates(ctx, { replyId: request.params.id }),
        ),
      }),
    );
    const choosing = {
      tags,
      params: byId,
      summary: 'A person says which of those who share the address wrote it.',
      body: z.strictObject({ contactId: z.uuid() }),
      response: answers(done),
    };
    app.post('/replies/:id/contact', { schema: choosing }, async (request) => {
      const { id: replyId } = request.params;
      await inSession(deps, request, (ctx) => confirmSender(ctx, { replyId, ...request.body }));
      return { done: true as const };
    });

    const fetching = { tags, params: byId.extend({ attachmentId: z.uuid() }), hide: true };
    app.get('/replies/:id/attachments/:attachmentId', { schema: fetching }, async (request, reply) => {
      const { id: replyId, attachmentId } = request.params;
      const { name, content } = await inSession(deps, request, (ctx) =>
        readAttachment(ctx, { replyId, attachmentId }),
      );
      // As bytes to keep, whatever it calls itself: a browser must neither show it nor run it.
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(Buffer.from(content));
    });

    const marking = {
      tags,
      params: byId,
      body: z.strictObject({ status: z.enum(['open', 'done']) }),
      response: answers(done),
    };
    app.patch('/replies/:id', { schema: marking }, async (request) => {
      const { status } = request.body;
      await inSession(deps, request, (ctx) => markReply(ctx, { replyId: request.params.id, status }));
      return { done: true as const };
    });
  };
