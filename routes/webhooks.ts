import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Inbound } from '../channels/contract.ts';
import { type AccountWebhook, findWebhook } from '../core/accounts/find-webhook.ts';
import { receiveEvent } from '../core/inbound/receive-event.ts';
import { divertToAgent } from '../core/surfaces/divert.ts';
import { AppError } from '../lib/errors.ts';
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
    // Signatures are over the bytes as they came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));

    app.get('/webhooks/:tenantId/:accountId', { schema: { params, hide: true } }, async (request, reply) => {
      const { webhook, settings } = await find(deps, request.params);
      const answer = webhook.challenge?.(settings, inboundOf(deps, request)) ?? null;
      if (answer === null) throw forged();
      return reply.type('text/plain').send(answer);
    });

    app.post('/webhooks/:tenantId/:accountId', { schema: { params, hide: true } }, async (request, reply) => {
      const { tenantId, accountId } = request.params;
      const { channel, webhook, settings } = await find(deps, request.params);
      const inbound = inboundOf(deps, request);
      if (!(await webhook.isSigned(settings, inbound))) throw forged();
      await webhook.confirm?.(settings, inbound);
      const normalise = normaliserOf(deps.channels);
      // One by one: an event that fails is told again, and takes none of the others with it.
      for (const event of webhook.parse(inbound)) {
        const ours = await deps.within(tenantId, WEBHOOK, async (ctx) => {
          const diverted =
            event.kind === 'reply'
              ? await divertToAgent(ctx, {
                  ...{ accountId, channel, event, normalise },
                  surfaces: deps.surfaces,
                })
              : null;
          if (!diverted) await receiveEvent(ctx, { channel, event, normalise });
          return diverted;
        });
        if (ours) await deps.surfaceRunner.receiveDiverted(ours);
      }
      deps.wake(tenantId);
      const { thanks } = webhook;
      return thanks ? reply.type(thanks.type).send(thanks.body) : {};
    });
  };

async function find(
  deps: ServerDeps,
  { tenantId, accountId }: z.infer<typeof params>,
): Promise<AccountWebhook> {
  const found = await deps.within(tenantId, WEBHOOK, (ctx) =>
    findWebhook(ctx, { accountId, channels: deps.channels }),
  );
  if (!found) throw new AppError('account:unknown', 'Nothing listens here.');
  return found;
}

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
