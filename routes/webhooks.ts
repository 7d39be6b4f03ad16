import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Inbound } from '../channels/contract.ts';
import { type AccountWebhook, findWebhooks } from '../core/accounts/find-webhooks.ts';
import { AppError } from '../lib/errors.ts';
import { gatherCalls } from '../lib/gather-calls.ts';
import { noMoreOften } from '../lib/no-more-often.ts';
import type { ServerDeps } from './deps.ts';

const WEBHOOK = { kind: 'system', name: 'webhook' } as const;
const params = z.object({ tenantId: z.uuid(), accountId: z.uuid() });
type Params = z.infer<typeof params>;
type Request = FastifyRequest & { params: Params };
// Opening its settings costs more than keeping what it tells; one that was taken away is heard for so long.
const KNOWN_MS = 2_000;
const WARN_EVERY_MS = 60_000;

/**
 * Where a channel's provider tells what became of messages and what people answer. Nothing in a request counts before
 * its signature fits the account's secret; a provider that hears an error tells again, and twice is once.
 */
export const webhookRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const look = gatherCalls((tenantId, accountIds: readonly string[]) =>
      deps.within(tenantId, WEBHOOK, (ctx) => findWebhooks(ctx, { accountIds, channels: deps.channels })),
    );
    const known = new Map<string, { found: AccountWebhook; until: number }>();
    const find = async (
      { tenantId, accountId }: Params,
      { isFresh = false } = {},
    ): Promise<AccountWebhook> => {
      const key = `${tenantId} ${accountId}`;
      const kept = known.get(key);
      if (kept && kept.until > Date.now() && !isFresh) return kept.found;
      const found = await look(tenantId, accountId);
      if (!found) {
        deps.metrics?.told({ channel: 'none', outcome: 'unknown', count: 1 });
        throw new AppError('account:unknown', 'Nothing listens here.');
      }
      known.set(key, { found, until: Date.now() + KNOWN_MS });
      return found;
    };
    // Whoever tries keys, or a secret that was mistyped, is told once at first and once a minute, not for each of thousands.
    const warned = noMoreOften(WARN_EVERY_MS, (place) => {
      const [tenantId, accountId] = place.split(' ');
      deps.log.warn({ tenantId, accountId }, 'a webhook was not signed by its provider');
    });
    app.addHook('onClose', async () => warned.stop());
    const refuse = ({ params: { tenantId, accountId } }: Request): void => {
      const place = `${tenantId} ${accountId}`;
      deps.metrics?.told({ channel: known.get(place)?.found.channel ?? 'none', outcome: 'forged', count: 1 });
      warned.ask(place);
    };
    /** The account, when this is signed with the secret that it has: one that was changed just now counts at once. */
    const findSigned = async (request: Request): Promise<{ found: AccountWebhook; inbound: Inbound }> => {
      const inbound = inboundOf(deps, request);
      for (const isFresh of [false, true]) {
        const found = await find(request.params, { isFresh });
        if (await found.webhook.isSigned(found.settings, inbound)) return { found, inbound };
      }
      refuse(request);
      throw forged();
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
      const { found, inbound } = await findSigned(request);
      const { channel, webhook, settings } = found;
      await webhook.confirm?.(settings, inbound);
      const challenge = webhook.challenge?.(settings, inbound) ?? null;
      if (challenge !== null) return reply.type('text/plain').send(challenge);
      const told = webhook.parse(inbound).map((event) => ({ accountId, channel, event }));
      await deps.inbound.keep(tenantId, told);
      deps.metrics?.told({ channel, outcome: 'kept', count: told.length });
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
