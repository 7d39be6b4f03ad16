import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { listUsers } from '../core/tenants/list-users.ts';
import { readWidgetOrigins, readWidgetSecret, signOwnIdentity } from '../core/widget/read-widget.ts';
import { findVisitedTenant } from '../core/widget/visitor.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { escapeHtml, htmlPage } from './html-page.ts';
import { inSession, personOf } from './person.ts';

/** What stands in the built panel where its workspace's sites belong. */
const ORIGINS = '__ORIGINS__';

/** May be framed by the workspace's own sites, and loads nothing but its own files. */
const panelPolicy = (origins: readonly string[]): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...origins].join(' ')}`,
  ].join('; ');

type Panel = { file: 'index.html' | 'visitor.html'; origins: readonly string[] | null };

const OFF = htmlPage({
  title: 'There is no widget here',
  text: 'It is off, or the workspace has another name.',
});

/** The panel that other sites frame. Who looks at it is said by a signed identity, never by a cookie. */
export const widgetPanelRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/widget-demo', { schema: { hide: true } }, (_request, reply) =>
      reply.redirect('/widget-demo.html'),
    );
    const params = z.object({ workspace: z.string().max(100) });
    const sendPanel = async (reply: FastifyReply, { file, origins }: Panel) => {
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
      if (!origins || !deps.publicFolder) return reply.status(404).send(OFF);
      const page = await readFile(join(deps.publicFolder, 'widget', file), 'utf8');
      return reply
        .header('content-security-policy', panelPolicy(origins))
        .send(page.replace(ORIGINS, escapeHtml(JSON.stringify(origins))));
    };
    app.get('/widget/:workspace', { schema: { params, hide: true } }, async (request, reply) => {
      const origins = await readWidgetOrigins(deps.database, request.params.workspace);
      return sendPanel(reply, { file: 'index.html', origins });
    });
    app.get('/widget/:workspace/visitor', { schema: { params, hide: true } }, async (request, reply) => {
      const tenant = await findVisitedTenant(deps.database, request.params.workspace);
      const origins = tenant?.settings.widget.origins ?? null;
      return sendPanel(reply, { file: 'visitor.html', origins });
    });
  };

/** The key of the widget, and an identity to try it with. */
export const widgetRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['widget'];
    const key = {
      tags,
      summary: 'What your program signs identities with. Only for a signed-in admin.',
      response: answers(z.object({ secret: z.string() })),
    };
    app.get('/widget/key', { schema: key }, (request) =>
      inSession(deps, request, async (ctx) => readWidgetSecret(ctx)),
    );
    const own = {
      tags,
      summary: 'A signed identity of your own for ten minutes, to try the widget with.',
      response: answers(z.object({ token: z.string() })),
    };
    app.get('/widget/identity', { schema: own }, (request) =>
      inSession(deps, request, async (ctx) => {
        const { userId } = personOf(request).actor;
        const self = (await listUsers(ctx)).find(({ id }) => id === userId)!;
        return signOwnIdentity(ctx, self.email);
      }),
    );
  };
