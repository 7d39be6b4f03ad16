import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { preferenceWords } from '../core/consent/preference-words.ts';
import { changePreferences, PAUSES, readPreferences } from '../core/consent/preferences.ts';
import { stopByLink } from '../core/consent/stop-by-link.ts';
import { readUnsubscribeToken, type Unsubscribe } from '../core/content/unsubscribe.ts';
import type { Ctx } from '../core/context.ts';
import { deadLinkPage } from './dead-link.ts';
import type { ServerDeps } from './deps.ts';
import { htmlPage } from './html-page.ts';
import { preferencesPage } from './preferences-page.ts';

const TEST = htmlPage({
  title: 'This was a test',
  text: 'The message was sent to a tester, so nobody is taken off anything.',
});

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
    app.get('/u/:token', reading, async (request, reply) => {
      const { token } = request.params;
      const found = readUnsubscribeToken(deps.keys, token);
      reply.status(found ? 200 : 404).type('text/html; charset=utf-8');
      if (!found) return deadLinkPage(request, 'incomplete, or stop');
      if (found.isTest) return TEST;
      return preferencesPage({ token, ...(await readIn(deps, found)), purpose: found.purpose });
    });

    app.post('/u/:token', { schema: { params, querystring, hide: true } }, async (request, reply) => {
      const found = readUnsubscribeToken(deps.keys, request.params.token);
      reply.status(found ? 200 : 404).type('text/html; charset=utf-8');
      if (!found) return deadLinkPage(request, 'incomplete, or stop');
      if (found.isTest) return TEST;
      const scope = request.query.only ?? 'all';
      const { preferences, company } = await readIn(deps, found);
      const stopped = await stop(deps, found, scope);
      return stopped > 0
        ? stoppedPage(scope, { language: preferences.language, company })
        : deadLinkPage(request, 'nothing to stop');
    });

    app.register(async (choosing) => {
      // A form of ours; what else comes is read as no choice.
      choosing.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: 10_000 },
        (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
      );
      choosing.post('/u/:token/preferences', { schema: { params, hide: true } }, async (request, reply) => {
        const { token } = params.parse(request.params);
        const found = readUnsubscribeToken(deps.keys, token);
        reply.status(found ? 200 : 404).type('text/html; charset=utf-8');
        if (!found) return deadLinkPage(request, 'incomplete, or stop');
        if (found.isTest) return TEST;
        const form = request.body instanceof URLSearchParams ? request.body : null;
        if (form) await inTenant(deps, found, (ctx) => changePreferences(ctx, { ...found, ...chosen(form) }));
        const read = await readIn(deps, found);
        return preferencesPage({ token, ...read, purpose: found.purpose, isSaved: form !== null });
      });
    });
  };

/** A pause that the page does not offer is none. */
function chosen(form: URLSearchParams): { wanted: string[]; pauseDays?: number } {
  const days = Number(form.get('pause') ?? 'keep');
  return {
    wanted: form.getAll('news'),
    ...([0, ...PAUSES].includes(days) ? { pauseDays: days } : {}),
  };
}

type Reader = { language: string | null; company: string };
const stoppedPage = (scope: 'all' | 'marketing', reader: Reader): string => {
  const { title, stopped, newsStopped, language } = preferenceWords(reader.language);
  return htmlPage({
    title,
    from: reader.company,
    language,
    text: scope === 'all' ? stopped : newsStopped,
  });
};

const inTenant = <T>(deps: ServerDeps, { tenantId }: Unsubscribe, work: (ctx: Ctx) => Promise<T>) =>
  deps.within(tenantId, { kind: 'system', name: 'unsubscribe link' }, work);
const readIn = (deps: ServerDeps, found: Unsubscribe) =>
  inTenant(deps, found, async (ctx) => ({
    preferences: await readPreferences(ctx, found.contactId),
    company: ctx.tenant.settings.sender.company,
  }));

/** How many addresses were stopped. */
const stop = (deps: ServerDeps, found: Unsubscribe, scope: 'all' | 'marketing') =>
  inTenant(deps, found, (ctx) => stopByLink(ctx, { contactId: found.contactId, scope }));
