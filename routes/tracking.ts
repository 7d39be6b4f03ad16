import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findShortLink } from '../core/content/links/keep-short-links.ts';
import {
  conversionToken,
  readConversionToken,
  readTrackingToken,
  type Tracked,
} from '../core/content/tracking.ts';
import { recordConversion } from '../core/delivery/record-conversion.ts';
import { recordLook } from '../core/delivery/record-look.ts';
import { deadLinkPage } from './dead-link.ts';
import type { ServerDeps } from './deps.ts';

const READER = { kind: 'system', name: 'tracked link' } as const;
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/**
 * Links and pictures of e-mails in workspaces that chose to know, and the short links of SMS. A link leads only where the
 * message said, because that is signed or kept with it; whoever reads gets there whatever we can record.
 */
export const trackingRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    });
    const linked = z.object({ token: z.string().max(200), target: z.string().max(8000) });
    const clicking = { exposeHeadRoute: true, schema: { params: linked, hide: true } };
    app.get('/l/:token/:target', clicking, async (request, reply) => {
      const target = Buffer.from(request.params.target, 'base64url').toString('utf8');
      const found = readTrackingToken(deps.keys, { token: request.params.token, target });
      if (!found) return reply.status(404).type('text/html; charset=utf-8').send(deadLinkPage(request));
      const isTold = await record(deps, request, { ...found, target });
      return reply.redirect(isTold ? tellingPage(deps, { ...found, target }) : target, 302);
    });

    const short = z.object({ code: z.string().max(40) });
    const following = { exposeHeadRoute: true, schema: { params: short, hide: true } };
    app.get('/s/:code', following, async (request, reply) => {
      const found = await findShortLink(deps.database, request.params.code);
      if (!found) return reply.status(404).type('text/html; charset=utf-8').send(deadLinkPage(request));
      const { tenantId, campaignId, contactId, target, isTest } = found;
      // These are short whether or not the workspace wants to know who opens them.
      if (!isTest) await record(deps, request, { tenantId, campaignId, contactId, target, ifWanted: true });
      return reply.redirect(target, 302);
    });

    const pictured = z.object({ picture: z.string().max(200) });
    const opening = { exposeHeadRoute: true, schema: { params: pictured, hide: true } };
    app.get('/o/:picture', opening, async (request, reply) => {
      const token = request.params.picture.replace(/\.gif$/, '');
      const found = readTrackingToken(deps.keys, { token, target: '' });
      if (found) await record(deps, request, { ...found, target: null });
      return reply
        .status(found ? 200 : 404)
        .type('image/gif')
        .send(PICTURE);
    });

    app.get(
      '/v/:picture',
      { schema: { params: pictured, querystring: ordered, hide: true } },
      async (request, reply) => {
        const found = readConversionToken(deps.keys, request.params.picture.replace(/\.gif$/, ''));
        if (found && !isOptedOut(request)) await convert(deps, { ...found, ...request.query });
        return reply
          .status(found ? 200 : 404)
          .type('image/gif')
          .send(PICTURE);
      },
    );
  };

/** `order` is the page's own id of it; without one, a person converts once. */
const ordered = z.object({
  order: z.string().trim().min(1).max(100).optional(),
  minor: z.coerce.number().int().min(0).max(1e12).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

/** Global Privacy Control: the browser says that nobody else is to be told of whoever uses it (CCPA 1798.135). */
const isOptedOut = ({ headers }: FastifyRequest): boolean => headers['sec-gpc'] === '1';

/** The address of a page with whom it may tell of. */
function tellingPage({ keys }: ServerDeps, { target, ...tracked }: Tracked & { target: string }): string {
  const page = new URL(target);
  page.searchParams.set('rfr', conversionToken(keys, tracked));
  return page.href;
}

type Converted = Tracked & z.infer<typeof ordered>;

/** Whoever holds the link can say so: it is counted as told by a page, and decides nothing. */
async function convert(
  deps: ServerDeps,
  { tenantId, order, minor, currency, ...whose }: Converted,
): Promise<void> {
  await deps.within(tenantId, READER, async (ctx) => {
    if (!ctx.tenant.settings.tracking.conversions) return;
    const value = minor !== undefined && currency ? { minor, currency } : undefined;
    const externalId = `pixel ${whose.contactId} ${order ?? ''}`.trim();
    await recordConversion(ctx, { ...whose, externalId, value, via: 'pixel' });
  });
}

type Seen = Tracked & { target: string | null; ifWanted?: boolean };

/** Whether the page that a click leads to may learn by whom. */
async function record(deps: ServerDeps, request: FastifyRequest, given: Seen): Promise<boolean> {
  const { tenantId, ifWanted = false, ...seen } = given;
  const { method, headers } = request;
  try {
    return await deps.within(tenantId, READER, async (ctx) => {
      const { clicks, conversions } = ctx.tenant.settings.tracking;
      if (ifWanted && !clicks) return false;
      await recordLook(ctx, { ...seen, method, headers });
      return conversions && !isOptedOut(request);
    });
  } catch (err) {
    deps.log.error({ err, tenantId }, 'a click or an opening could not be recorded');
    return false;
  }
}
