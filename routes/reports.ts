import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { readSpend, spendRow } from '../core/delivery/read-spend.ts';
import { campaignReport, reportCampaign } from '../core/reports/campaign-report.ts';
import { exportMessages } from '../core/reports/export-messages.ts';
import { demand } from '../core/tenants/roles.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
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

    const spending = {
      tags: ['campaigns'],
      summary: 'What the messages of a month cost, by campaign and channel; this month where none is named.',
      querystring: z.strictObject({
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .optional(),
      }),
      response: answers(z.object({ spend: z.array(spendRow) })),
    };
    app.get('/spend', { schema: spending }, async (request) => {
      const { month } = request.query;
      const which = month ? { month: `${month}-01` } : undefined;
      return { spend: await inSession(deps, request, (ctx) => readSpend(ctx, which)) };
    });

    const exporting = {
      tags: ['campaigns'],
      summary: 'Every message with what became of it, as CSV.',
      params: byId,
      response: answers(z.string()),
    };
    app.get('/campaigns/:id/messages.csv', { schema: exporting }, async (request, reply) => {
      const { tenantId, actor } = personOf(request);
      const { id } = request.params;
      demand(actor, 'export');
      await inSession(deps, request, (ctx) => readCampaign(ctx, id));
      const lines = exportMessages({ within: deps.within, tenantId, actor }, id);
      return reply
        .header('content-disposition', 'attachment; filename="refrain-campaign.csv"')
        .type('text/csv; charset=utf-8')
        .send(Readable.from(lines) as unknown as string);
    });
  };
