import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { LETTER_LANGUAGES } from '../core/campaigns/draft.ts';
import { type AnswerLink, readAnswerToken } from '../core/content/answer-link.ts';
import type { Ctx } from '../core/context.ts';
import { answerSurvey, type OpenSurvey, openSurvey } from '../core/replies/answer-survey.ts';
import { deadLinkPage, preferredOf } from './dead-link.ts';
import type { ServerDeps } from './deps.ts';
import { surveyPage, surveyTold } from './survey-page.ts';

const READER = { kind: 'system', name: 'survey link' } as const;
const MOST_WRITTEN = 4000;

/**
 * The link of a survey's message. Mail scanners open links, so that reading it notes nothing; its buttons do. Whoever holds
 * it answers for its one recipient, as often as they like: the last number counts.
 */
export const surveyRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    // A form of ours; what else comes is read as no answer.
    app.removeAllContentTypeParsers();
    const asText = { parseAs: 'string', bodyLimit: 60_000 } as const;
    app.addContentTypeParser('*', asText, (_request, _body, parsed) => parsed(null, undefined));
    app.addContentTypeParser('application/x-www-form-urlencoded', asText, (_request, body, parsed) =>
      parsed(null, new URLSearchParams(String(body))),
    );
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const params = z.object({ token: z.string().max(200) });
    const within = <T>({ tenantId }: AnswerLink, work: (ctx: Ctx) => Promise<T>) =>
      deps.within(tenantId, READER, work);

    const reading = { exposeHeadRoute: true, schema: { params, hide: true } };
    app.get('/a/:token', reading, async (request, reply) => {
      const { token } = request.params;
      const link = readAnswerToken(deps.keys, token);
      reply.status(link ? 200 : 404).type('text/html; charset=utf-8');
      if (!link) return deadLinkPage(request);
      const spoken = { language: link.language ?? preferredOf(request, LETTER_LANGUAGES) };
      if (link.isTest) return surveyTold('test', spoken);
      const survey = await within(link, (ctx) => openSurvey(ctx, link));
      if (survey) return surveyPage({ token, survey });
      reply.status(409);
      return surveyTold('notYet', spoken);
    });

    const answering = (path: string, read: (form: URLSearchParams) => Given | null) =>
      app.post(path, { schema: { params, hide: true } }, async (request, reply) => {
        const { token } = request.params;
        const link = readAnswerToken(deps.keys, token);
        reply.status(link ? 200 : 404).type('text/html; charset=utf-8');
        if (!link) return deadLinkPage(request);
        const spoken = { language: link.language ?? preferredOf(request, LETTER_LANGUAGES) };
        if (link.isTest) return surveyTold('test', spoken);
        const given = request.body instanceof URLSearchParams ? read(request.body) : null;
        const { survey, became } = await within(link, (ctx) => note(ctx, { link, given }));
        if (!survey) {
          reply.status(409);
          return surveyTold('notYet', spoken);
        }
        if (became === 'kept') deps.wake(link.tenantId);
        if (became === 'kept' || became === 'known')
          return surveyPage({
            token,
            survey,
            isCommented: given !== null && 'comment' in given && given.comment !== '',
          });
        reply.status(became === 'none' ? 400 : 429);
        return surveyTold(became === 'none' ? 'numberOnly' : 'tooMany', survey);
      });
    answering('/a/:token', scoreOf);
    answering('/a/:token/comment', commentOf);

    type Noting = { link: AnswerLink; given: Given | null };
    async function note(
      ctx: Ctx,
      { link, given }: Noting,
    ): Promise<{ survey: OpenSurvey | null; became: Became }> {
      const survey = await openSurvey(ctx, link);
      if (!survey || !given || ('comment' in given && survey.score === null))
        return { survey, became: 'none' };
      if ('comment' in given && !given.comment) return { survey, became: 'known' };
      const { campaignId, contactId } = link;
      const { isLikelyStop } = deps.triager;
      const became = await answerSurvey(ctx, { campaignId, contactId, survey, isLikelyStop, ...given });
      return { survey: { ...survey, ...('score' in given ? { score: given.score } : {}) }, became };
    }
  };

type Given = { score: number } | { comment: string };
type Became = 'kept' | 'known' | 'too_many' | 'none';

/** One number of the page's own, said once. */
function scoreOf(form: URLSearchParams): Given | null {
  const [said, ...more] = form.getAll('score');
  return said !== undefined && more.length === 0 && /^(?:\d|10)$/.test(said) ? { score: Number(said) } : null;
}

const commentOf = (form: URLSearchParams): Given => ({
  comment: (form.get('comment') ?? '').trim().slice(0, MOST_WRITTEN),
});
