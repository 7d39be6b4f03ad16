import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  createLinkCode,
  linkAccount,
  listLinks,
  surfaceLinkRow,
  unlinkAccount,
} from '../core/surfaces/links.ts';
import {
  changeSurfaceApp,
  createSurfaceApp,
  listSurfaceApps,
  newSurfaceApp,
  surfaceAppRow,
} from '../core/surfaces/surface-apps.ts';
import { AppError } from '../lib/errors.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId, done } from './query.ts';
import { inboundOf } from './webhooks.ts';

/** Where people talk to the agent, and whose account is whose. */
export const surfaceRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['surfaces'];

    const row = surfaceAppRow.extend({
      webhook: z
        .url()
        .nullable()
        .describe('What to enter at the platform; null where it has none of its own.'),
    });
    const list = z.object({ surfaces: z.array(row) });
    app.get('/surfaces', { schema: { tags, response: answers(list) } }, async (request) => {
      const { tenantId } = personOf(request);
      const apps = await inSession(deps, request, listSurfaceApps);
      return {
        surfaces: apps.map((one) => ({
          ...one,
          webhook: deps.surfaces.get(one.surface)?.webhook
            ? new URL(`/surfaces/${tenantId}/${one.id}`, deps.baseUrl).href
            : null,
        })),
      };
    });

    const id = z.object({ id: z.uuid() });
    const adding = {
      tags,
      summary: 'Adds a Slack app, or lets people talk to the agent by an account of a channel.',
      body: newSurfaceApp,
      response: { ...answers(id), 201: id },
    };
    app.post('/surfaces', { schema: adding }, async (request, reply) => {
      const { surfaces } = deps;
      const added = await inSession(deps, request, (ctx) =>
        createSurfaceApp(ctx, { ...request.body, surfaces }),
      );
      return reply.status(201).send(added);
    });

    const changing = {
      tags,
      params: byId,
      body: z.strictObject({ isEnabled: z.boolean() }),
      response: answers(done),
    };
    app.patch('/surfaces/:id', { schema: changing }, async (request) => {
      const { id: appId } = request.params;
      await inSession(deps, request, (ctx) => changeSurfaceApp(ctx, { appId, ...request.body }));
      return { done: true as const };
    });

    const links = z.object({ links: z.array(surfaceLinkRow) });
    app.get('/surface-links', { schema: { tags, response: answers(links) } }, async (request) => ({
      links: await inSession(deps, request, listLinks),
    }));
    const linking = {
      tags,
      summary: 'An admin says whose account that is. It is no second pair of eyes for that admin.',
      body: z.strictObject({
        appId: z.uuid(),
        externalId: z.string().trim().min(1).max(80),
        userId: z.uuid(),
      }),
      response: answers(done),
    };
    app.post('/surface-links', { schema: linking }, async (request) => {
      await inSession(deps, request, (ctx) => linkAccount(ctx, request.body));
      return { done: true as const };
    });
    app.delete(
      '/surface-links/:id',
      { schema: { tags, params: byId, response: answers(done) } },
      async (request) => {
        await inSession(deps, request, (ctx) => unlinkAccount(ctx, { linkId: request.params.id }));
        return { done: true as const };
      },
    );

    const code = z.object({ code: z.string(), expiresAt: z.iso.datetime() });
    const making = {
      tags,
      summary: 'A code for yourself: say “link <code>” on the surface, within 15 minutes.',
      response: answers(code),
    };
    app.post('/surface-links/code', { schema: making }, (request) =>
      inSession(deps, request, createLinkCode),
    );
  };

const params = z.object({ tenantId: z.uuid(), appId: z.uuid() });
// Slack gives up after three seconds; what takes longer goes on behind the answer.
const ANSWER_WITHIN_MS = 2_000;

/**
 * Where a platform tells what people say and press. Nothing counts before its signature fits. What was said is kept
 * when this answers; told again it is the same.
 */
export const surfaceWebhookRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    // Signatures are over the bytes as they came.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));

    app.post('/surfaces/:tenantId/:appId', { schema: { params, hide: true } }, async (request, reply) => {
      const { tenantId, appId } = request.params;
      const found = await deps.surfaceRunner.find(tenantId, appId);
      const webhook = found?.surface.webhook;
      if (!found || !webhook) throw new AppError('surface:unknown', 'Nothing listens here.');
      const inbound = inboundOf(deps, request);
      if (!webhook.isSigned(found.settings, inbound))
        throw new AppError('auth:signature', 'This request is not signed by the platform of this app.');
      const challenge = webhook.challenge?.(found.settings, inbound) ?? null;
      if (challenge !== null) return reply.type('text/plain').send(challenge);
      const receiving = Promise.all(
        webhook.parse(inbound).map((event) => deps.surfaceRunner.receive(found, event)),
      );
      const told = await Promise.race([receiving, pause(ANSWER_WITHIN_MS, null, { ref: false })]);
      // Told again, it is kept once: an answer that says so would lose it if this process ended now.
      if (!told) return reply.status(503).send();
      const refusal = told.find((one) => one !== null);
      return reply.status(200).send(refusal && webhook.refuse?.(refusal));
    });
  };
