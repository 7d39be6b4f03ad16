import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { campaignReport, reportCampaign } from '../core/reports/campaign-report.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId } from './query.ts';

export const reportRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const reporting = {
      tags: ['campaigns'],
      summary: 'What became of it: by channel, brand, country and type, why not, over time.',
      params: byId,
      response: answers(campaignReport),
    };
    app.get('/campaigns/:id/report', { schema: reporting }, (request) =>
      inSession(deps, request, (ctx) => reportCampaign(ctx, request.params.id)),
    );
  };
