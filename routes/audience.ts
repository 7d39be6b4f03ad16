import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { audiencePart } from '../core/audience/audience-part.ts';
import { explainCustomer } from '../core/audience/explain-customer.ts';
import { filterSchema } from '../core/audience/filter.ts';
import { leaveOut } from '../core/campaigns/leave-out.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { audiencePart as audience } from '../core/parts.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId } from './query.ts';

/** Who a campaign, or any filter, is for: each with the clause that admitted it, and who is left out and why. */
export const audienceRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['audience'];

    const ofCampaign = { tags, params: byId, response: answers(audience) };
    app.get('/campaigns/:id/audience', { schema: ofCampaign }, (request) =>
      inSession(deps, request, async (ctx) => {
        const { id: campaignId, draft } = await readCampaign(ctx, request.params.id);
        return audiencePart(ctx, { filter: draft.filter, draft, campaignId });
      }),
    );

    const leaving = {
      tags,
      summary: 'Takes a customer out of the campaign by hand, or back in; a new version, with the reason.',
      params: byId,
      body: z.strictObject({
        customerId: z.uuid(),
        isOut: z.boolean().default(true),
        reason: z.string().trim().max(200).default(''),
      }),
      response: answers(audience),
    };
    app.post('/campaigns/:id/exclusions', { schema: leaving }, (request) =>
      inSession(deps, request, async (ctx) => {
        const campaignId = request.params.id;
        const { draft } = await leaveOut(ctx, { campaignId, ...request.body });
        return audiencePart(ctx, { filter: draft.filter, draft, campaignId });
      }),
    );

    const ofFilter = {
      tags,
      summary: 'Counts and lists whom a filter means, without making a campaign.',
      body: z.strictObject({ filter: filterSchema }),
      response: answers(audience),
    };
    app.post('/audience', { schema: ofFilter, config: { isQuestion: true } }, (request) =>
      inSession(deps, request, (ctx) => audiencePart(ctx, { filter: request.body.filter })),
    );

    const why = {
      tags,
      summary: 'Why a customer is in a campaign, or not.',
      params: byId.extend({ customerId: z.uuid() }),
      response: answers(z.object({ isIn: z.boolean(), because: z.array(z.string()) })),
    };
    app.get('/campaigns/:id/audience/:customerId', { schema: why }, (request) =>
      inSession(deps, request, async (ctx) => {
        const { draft } = await readCampaign(ctx, request.params.id);
        return explainCustomer(ctx, { draft, customerId: request.params.customerId });
      }),
    );
  };
