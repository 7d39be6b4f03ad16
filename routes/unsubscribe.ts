import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { stopByLink } from '../core/consent/stop-by-link.ts';
import { readUnsubscribeToken, type Unsubscribe } from '../core/content/unsubscribe.ts';
import type { ServerDeps } from './deps.ts';
import { htmlPage } from './html-page.ts';

const UNKNOWN = htmlPage({
  title: 'This link is not complete',
  text: 'Please open it again from the message, or answer the message with “stop”.',
});
const TEST = htmlPage({
  title: 'This was a test',
  text: 'The message was sent to a tester, so nobody is taken off anything.',
});
const NOBODY = htmlPage({
  title: 'There is nothing to stop',
  text: 'We hold no address of yours any more, so nothing can be sent to you.',
});
const STOPPED = {
  all: htmlPage({
    title: 'You will get no more messages',
    text: 'Nothing more is sent to you, on any channel.',
  }),
  marketing: htmlPage({
    title: 'You will get no more offers',
    text: 'News and offers are no longer sent to you, on any channel. Messages about your contract still are.',
  }),
};

/**
 * The link in every e-mail (RFC 8058). Mail scanners open links, so reading it changes nothing; the buttons post, and
 * so does the mail program's own, which means everything because it says nothing else.
 */
export const unsubscribeRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    // "List-Unsubscribe=One-Click" comes as either kind of form; that it comes is what counts.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 10_000 }, (_request, _body, parsed) =>
      parsed(null, undefined),
    );
    const params = z.object({ token: z.string().max(200) });
    const querystring = z.object({ only: z.literal('marketing').optional() });
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    const reading = { exposeHeadRoute: true, schema: { params, hide: true } };
    app.get('/u/:token', reading, async ({ params: { token } }, reply) => {
      const found = readUnsubscribeToken(deps.keys, token);
      reply.status(found ? 200 : 404).type('text/html; charset=utf-8');
      if (!found) return UNKNOWN;
      return found.isTest ? TEST : asking(token, found);
    });

    app.post('/u/:token', { schema: { params, querystring, hide: true } }, async (request, reply) => {
      const found = readUnsubscribeToken(deps.keys, request.params.token);
      reply.status(found ? 200 : 404).type('text/html; charset=utf-8');
      if (!found) return UNKNOWN;
      if (found.isTest) return TEST;
      const scope = request.query.only ?? 'all';
      const stopped = await stop(deps, found, scope);
      return stopped > 0 ? STOPPED[scope] : NOBODY;
    });
  };

const asking = (token: string, { purpose }: Unsubscribe): string =>
  htmlPage({
    title: 'Stop these messages?',
    text: 'Nothing has been changed yet. Press the button to stop.',
    buttons: [
      { action: `/u/${token}`, words: 'Stop all messages' },
      ...(purpose === 'marketing'
        ? [{ action: `/u/${token}?only=marketing`, words: 'Stop only news and offers' }]
        : []),
    ],
  });

/** How many addresses were stopped. */
const stop = (deps: ServerDeps, { tenantId, contactId }: Unsubscribe, scope: 'all' | 'marketing') =>
  deps.within(tenantId, { kind: 'system', name: 'unsubscribe link' }, (ctx) =>
    stopByLink(ctx, { contactId, scope }),
  );
