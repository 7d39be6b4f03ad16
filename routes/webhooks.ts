import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Inbound } from '../channels/contract.ts';
import { type AccountWebhook, findWebhooks } from '../core/accounts/find-webhooks.ts';
import { type InboundEvent, receiveEvents } from '../core/inbound/receive-events.ts';
import { AppError } from '../lib/errors.ts';
import { gatherCalls } from '../lib/gather-calls.ts';
import type { ServerDeps } from './deps.ts';
import { normaliserOf } from './normaliser.ts';

const WEBHOOK = { kind: 'system', name: 'webhook' } as const;
const params = z.object({ tenantId: z.uuid(), accountId: z.uuid() });

/**
 * Where a channel's provider tells what became of messages and what people answer. Nothing in a request counts before
 * its signature fits the account's secret; a provider that hears an error tells again, and twice is once.
 */
export const webhookRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const normalise = normaliserOf(deps.channels);
    const look = gatherCalls((tenantId, accountIds: readonly string[]) =>
      deps.within(tenantId, WEBHOOK, (ctx) => findWebhooks(ctx, { accountIds, channels: deps.channels })),
    );
    const receive = gatherCalls((tenantId, events: readonly InboundEvent[]) =>
      deps.within(tenantId, WEBHOOK, (ctx) =>
        receiveEvents(ctx, { events, normalise, surfaces: deps.surfaces }),
      ),
    );
    const find = async ({ tenantId, accountId }: z.infer<typeof params>): Promise<AccountWebhook> => {
      const found = await look(tenantId, accountId);
      if (!found) throw new AppError('account:unknown', 'Nothing listens here.');
      return found;
    };

    // Signatures are over the bytes as they came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));

    app.get('/webhooks/:tenantId/:accountId', { schema: { params, hide: true } }, async (request, reply) => {
      const { webhook, settings } = await find(request.params);
      const answer = webhook.challenge?.(settings, inboundOf(deps, request)) ?? null;
      if (answer === null) throw forged();
      return reply.type('text/plain').send(answer);
    });

    app.post('/webhooks/:tenantId/:accountId', { schema: { params, hide: true } }, async (request, reply) => {
      const { tenantId, accountId } = request.params;
      const { channel, webhook, settings } = await find(request.params);
      const inbound = inboundOf(deps, request);
      if (!(await webhook.isSigned(settings, inbound))) throw forged();
      await webhook.confirm?.(settings, inbound);
      const challenge = webhook.challenge?.(settings, inbound) ?? null;
      if (challenge !== null) return reply.type('text/plain').send(challenge);
      // One that fails takes none of the others with it; the provider hears of it and tells them all again.
      const told = await Promise.allSettled(
        webhook.parse(inbound).map((event) => receive(tenantId, { accountId, channel, event })),
      );
      for (const one of told)
        if (one.status === 'fulfilled' && one.value) await deps.surfaceRunner.receiveDiverted(one.value);
      const failed = told.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      deps.wake(tenantId);
      const { thanks } = webhook;
      return thanks ? reply.type(thanks.type).send(thanks.body) : {};
    });
  };

const forged = () =>
  new AppError('auth:signature', 'This request is not signed by the provider of this account.');

/** A request as it came, for whoever checks its signature. */
export const inboundOf = (deps: Pick<ServerDeps, 'baseUrl' | 'clock'>, request: FastifyRequest): Inbound => ({
  method: request.method === 'GET' ? 'GET' : 'POST',
  url: new URL(request.url, deps.baseUrl).href,
  headers: request.headers as Record<string, string | undefined>,
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  receivedAt: deps.clock(),
});
