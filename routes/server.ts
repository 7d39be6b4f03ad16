import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { isId, newId } from '../lib/ids.ts';
import { becauseOf } from '../lib/request-id.ts';
import { accountRoutes } from './accounts.ts';
import { approvalRoutes } from './approvals.ts';
import { audienceRoutes } from './audience.ts';
import { auditRoutes } from './audit.ts';
import { brandRoutes } from './brands.ts';
import { campaignRoutes } from './campaigns.ts';
import { changeRoutes } from './changes.ts';
import { channelRoutes } from './channels.ts';
import { chatRoutes } from './chat.ts';
import { checkInput } from './check-input.ts';
import { closeAreas } from './closed-areas.ts';
import { contentRoutes } from './content.ts';
import { controlRoutes } from './control.ts';
import { conversionRoutes } from './conversions.ts';
import { customerRoutes } from './customers.ts';
import type { ServerDeps } from './deps.ts';
import { deskRoutes } from './desk.ts';
import { endConnections } from './end-connections.ts';
import { answerErrors } from './error-answer.ts';
import { endStreamsOnClose } from './event-stream.ts';
import { fieldRoutes } from './fields.ts';
import { generateRoutes } from './generate.ts';
import { healthRoutes } from './health.ts';
import { repeatSafely } from './idempotency.ts';
import { imageFileRoutes, imageRoutes } from './images.ts';
import { importRunRoutes } from './import-runs.ts';
import { importRoutes } from './imports.ts';
import { invitationRoutes } from './invitations.ts';
import { limitRequests } from './limit-requests.ts';
import { logReading } from './log-reading.ts';
import { maskAddresses } from './mask.ts';
import { meRoutes } from './me.ts';
import { messageTemplateRoutes } from './message-templates.ts';
import { noticeGone } from './notice-gone.ts';
import { offerRoutes } from './offers.ts';
import { describeApi } from './openapi.ts';
import { optInRoutes } from './opt-in.ts';
import { outboxRoutes } from './outbox.ts';
import { ownAccessRoutes } from './own-access.ts';
import { demandPerson } from './person.ts';
import { previewRoutes } from './preview.ts';
import { privacyRoutes } from './privacy.ts';
import { rehearsalRoutes } from './rehearsal.ts';
import { replyRoutes } from './replies.ts';
import { reportRoutes } from './reports.ts';
import { reviewRoutes } from './reviews.ts';
import { roleRoutes } from './roles.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { segmentRoutes } from './segments.ts';
import { sendRoutes } from './send.ts';
import { settingsRoutes } from './settings.ts';
import { shedLoad } from './shed-load.ts';
import { shelfRoutes } from './shelf.ts';
import { signInRoutes } from './sign-in.ts';
import { signInLinkRoutes } from './sign-in-links.ts';
import { signInWayRoutes } from './sign-in-ways.ts';
import { standingRoutes } from './standing.ts';
import { servePage } from './static-page.ts';
import { statisticsRoutes } from './statistics.ts';
import { surfaceRoutes, surfaceWebhookRoutes } from './surfaces.ts';
import { surveyRoutes } from './survey.ts';
import { targetingRoutes } from './targeting.ts';
import { threadRoutes } from './threads.ts';
import { tokenRoutes } from './tokens.ts';
import { traceRequests } from './trace-requests.ts';
import { trackingRoutes } from './tracking.ts';
import { triageRoutes } from './triage.ts';
import { unknownRoutes } from './unknown.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';
import { visitorRoutes } from './visitor.ts';
import { webhookEndpointRoutes } from './webhook-endpoints.ts';
import { webhookRoutes } from './webhooks.ts';
import { widgetPanelRoutes, widgetRoutes } from './widget.ts';
import { workspaceRoutes } from './workspace.ts';

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
  app.register(guarded(deps), { prefix: '/api/v1' });
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

const RESOURCES = [
  meRoutes,
  ownAccessRoutes,
  invitationRoutes,
  roleRoutes,
  webhookEndpointRoutes,
  settingsRoutes,
  workspaceRoutes,
  widgetRoutes,
  tokenRoutes,
  accountRoutes,
  channelRoutes,
  shelfRoutes,
  surfaceRoutes,
  auditRoutes,
  signInLinkRoutes,
  chatRoutes,
  threadRoutes,
  campaignRoutes,
  audienceRoutes,
  fieldRoutes,
  targetingRoutes,
  segmentRoutes,
  previewRoutes,
  contentRoutes,
  imageRoutes,
  messageTemplateRoutes,
  offerRoutes,
  rehearsalRoutes,
  generateRoutes,
  approvalRoutes,
  standingRoutes,
  sendRoutes,
  controlRoutes,
  reportRoutes,
  customerRoutes,
  reviewRoutes,
  brandRoutes,
  changeRoutes,
  importRoutes,
  importRunRoutes,
  outboxRoutes,
  replyRoutes,
  deskRoutes,
  triageRoutes,
  conversionRoutes,
  privacyRoutes,
  unknownRoutes,
  statisticsRoutes,
];

/** Everything that belongs to somebody. */
const guarded = (deps: ServerDeps) => async (app: FastifyInstance) => {
  shedLoad(app, deps.load);
  demandPerson(app, deps);
  app.decorate('closableAreas', closeAreas(app));
  await limitRequests(app, deps);
  repeatSafely(app, deps);
  maskAddresses(app);
  logReading(app, deps);
  for (const routes of RESOURCES) app.register(routes(deps));
};
