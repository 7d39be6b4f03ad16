import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { confirmOptInLink, readOptInLink } from '../core/consent/double-opt-in.ts';
import { optInWords } from '../core/consent/opt-in-words.ts';
import { deadLinkPage } from './dead-link.ts';
import type { ServerDeps } from './deps.ts';
import { htmlPage } from './html-page.ts';

const LINK = { kind: 'system', name: 'opt-in link' } as const;

/** The link that confirms a wish for news. Mail scanners open links, so that only its button grants anything. */
export const optInRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    // Nothing is read of what the button sends.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 10_000 }, (_request, _body, parsed) =>
      parsed(null, undefined),
    );
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const params = z.object({ token: z.string().max(3000) });
    app.get('/c/:token', { schema: { params, hide: true } }, async (request, reply) => {
      const { token } = request.params;
      const asked = readOptInLink(deps.keys, token);
      reply.status(asked ? 200 : 404).type('text/html; charset=utf-8');
      if (!asked) return deadLinkPage(request);
      const { title, yes, language } = optInWords(asked.language);
      return htmlPage({
        title,
        language,
        text: asked.wording,
        buttons: [{ action: `/c/${token}`, words: yes }],
      });
    });

    app.post('/c/:token', { schema: { params, hide: true } }, async (request, reply) => {
      const { token } = request.params;
      const asked = readOptInLink(deps.keys, token);
      reply.status(asked ? 200 : 404).type('text/html; charset=utf-8');
      if (!asked) return deadLinkPage(request);
      const outcome = await deps.within(asked.tenantId, LINK, (ctx) => confirmOptInLink(ctx, asked));
      const words = optInWords(asked.language);
      return htmlPage({ title: words.title, language: words.language, text: words[outcome] });
    });
  };
