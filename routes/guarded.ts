// The API of a workspace: who asks is known, and what they ask is counted, checked and written down.
import type { FastifyInstance } from 'fastify';
import { accountRoutes } from './accounts.ts';
import { approvalRoutes } from './approvals.ts';
import { audienceRoutes } from './audience.ts';
import { auditRoutes } from './audit.ts';
import { brandRoutes } from './brands.ts';
import { campaignRoutes } from './campaigns.ts';
import { changeRoutes } from './changes.ts';
import { channelRoutes } from './channels.ts';
import { chatRoutes } from './chat.ts';
import { closeAreas } from './closed-areas.ts';
import { contentRoutes } from './content.ts';
import { controlRoutes } from './control.ts';
import { conversionRoutes } from './conversions.ts';
import { customerRoutes } from './customers.ts';
import type { ServerDeps } from './deps.ts';
import { deskRoutes } from './desk.ts';
import { fieldRoutes } from './fields.ts';
import { generateRoutes } from './generate.ts';
import { repeatSafely } from './idempotency.ts';
import { imageRoutes } from './images.ts';
import { importRunRoutes } from './import-runs.ts';
import { importRoutes } from './imports.ts';
import { invitationRoutes } from './invitations.ts';
import { limitRequests } from './limit-requests.ts';
import { logReading } from './log-reading.ts';
import { maskAddresses } from './mask.ts';
import { meRoutes } from './me.ts';
import { messageTemplateRoutes } from './message-templates.ts';
import { offerRoutes } from './offers.ts';
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
import { segmentRoutes } from './segments.ts';
import { sendRoutes } from './send.ts';
import { settingsRoutes } from './settings.ts';
import { shedLoad } from './shed-load.ts';
import { shelfRoutes } from './shelf.ts';
import { signInLinkRoutes } from './sign-in-links.ts';
import { standingRoutes } from './standing.ts';
import { statisticsRoutes } from './statistics.ts';
import { surfaceRoutes } from './surfaces.ts';
import { targetingRoutes } from './targeting.ts';
import { threadRoutes } from './threads.ts';
import { tokenRoutes } from './tokens.ts';
import { triageRoutes } from './triage.ts';
import { unknownRoutes } from './unknown.ts';
import { webhookEndpointRoutes } from './webhook-endpoints.ts';
import { widgetRoutes } from './widget.ts';
import { workspaceRoutes } from './workspace.ts';

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
export const guardedRoutes = (deps: ServerDeps) => async (app: FastifyInstance) => {
  shedLoad(app, deps.load);
  demandPerson(app, deps);
  app.decorate('closableAreas', closeAreas(app));
  await limitRequests(app, deps);
  repeatSafely(app, deps);
  maskAddresses(app);
  logReading(app, deps);
  for (const routes of RESOURCES) app.register(routes(deps));
};
