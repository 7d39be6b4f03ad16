import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { isId, newId } from '../lib/ids.ts';
import { becauseOf } from '../lib/request-id.ts';
import { checkInput } from './check-input.ts';
import type { ServerDeps } from './deps.ts';
import { endConnections } from './end-connections.ts';
import { answerErrors } from './error-answer.ts';
import { endStreamsOnClose } from './event-stream.ts';
import { guardedRoutes } from './guarded.ts';
import { healthRoutes } from './health.ts';
import { imageFileRoutes } from './images.ts';
import { noticeGone } from './notice-gone.ts';
import { describeApi } from './openapi.ts';
import { optInRoutes } from './opt-in.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { signInRoutes } from './sign-in.ts';
import { signInWayRoutes } from './sign-in-ways.ts';
import { servePage } from './static-page.ts';
import { surfaceWebhookRoutes } from './surfaces.ts';
import { surveyRoutes } from './survey.ts';
import { traceRequests } from './trace-requests.ts';
import { trackingRoutes } from './tracking.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';
import { visitorRoutes } from './visitor.ts';
import { webhookRoutes } from './webhooks.ts';
import { widgetPanelRoutes } from './widget.ts';

/** What a form or a draft needs, many times over; files have a limit of their own. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/** The HTTP surface. It decides nothing: it finds out who asks, checks shapes, and calls core. */
export function buildServer(deps: ServerDeps): FastifyInstance {
  const app: FastifyInstance = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    // Addresses carry sign-in and unsubscribe tokens; the line below logs the route instead.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: BODY_LIMIT_BYTES,
    // Signed links carry where they lead; each route says how long its own may be.
    routerOptions: { maxParamLength: 8000 },
    ...timesOf(deps),
    exposeHeadRoutes: false,
    trustProxy: deps.trustedProxies?.length ? [...deps.trustedProxies] : false,
  });
  app.setValidatorCompiler(checkInput);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('person', null);
  endStreamsOnClose(app);
  endConnections(app);
  answerErrors(app, deps.log);
  noticeGone(app);
  traceRequests(app);
  app.addHook('onRequest', ({ id }, _reply, done) => becauseOf(id, done));
  addSecurityHeaders(app, { isHttps: deps.baseUrl.startsWith('https:') });
  app.addHook('onResponse', async ({ id, method, routeOptions, params }, { statusCode, elapsedTime }) => {
    const { url } = routeOptions;
    deps.log.info(
      { requestId: id, method, route: url, ...subjectOf(params), statusCode, elapsedTime },
      'answered',
    );
    const [route, seconds] = [url ?? 'unknown', elapsedTime / 1000];
    deps.metrics?.answered({ method, route, status: statusCode, seconds });
  });
  app.register(cookie);
  describeApi(app, deps.baseUrl);
  app.register(healthRoutes(deps));
  app.register(healthRoutes(deps), { prefix: '/api/v1' });
  app.register(signInRoutes(deps));
  app.register(signInWayRoutes(deps));
  app.register(unsubscribeRoutes(deps));
  app.register(optInRoutes(deps));
  app.register(surveyRoutes(deps));
  app.register(trackingRoutes(deps));
  app.register(imageFileRoutes(deps));
  app.register(webhookRoutes(deps));
  app.register(widgetPanelRoutes(deps));
  app.register(visitorRoutes(deps));
  app.register(surfaceWebhookRoutes(deps));
  app.register(guardedRoutes(deps), { prefix: '/api/v1' });
  servePage(app, deps.publicFolder);
  return app;
}

/** What it was about, where that is an id of ours: anything else in an address may be a secret. */
const subjectOf = (params: unknown): { subject?: string } => {
  const { id } = (params ?? {}) as { id?: unknown };
  return typeof id === 'string' && isId(id) ? { subject: id } : {};
};

/** Whoever sends so slowly that it never ends holds a connection; large files on slow lines take minutes. */
function timesOf({ requestTimeoutMs = 300_000 }: ServerDeps) {
  const connectionsCheckingInterval = Math.min(30_000, requestTimeoutMs / 4);
  const headersTimeout = Math.min(60_000, requestTimeoutMs);
  return { requestTimeout: requestTimeoutMs, http: { connectionsCheckingInterval, headersTimeout } };
}
