import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { audiencePage } from '../core/audience/audience-page.ts';
import { type Input as AudienceInput, audiencePart } from '../core/audience/audience-part.ts';
import { explainCustomer } from '../core/audience/explain-customer.ts';
import { filterSchema } from '../core/audience/filter.ts';
import { leaveOut } from '../core/campaigns/leave-out.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import type { Ctx } from '../core/context.ts';
import { audiencePart as audience } from '../core/parts.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId } from './query.ts';

const page = z.object({
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  /** The `next` of the page before. */
  after: z.uuid().optional(),
});

const show = (ctx: Ctx, input: AudienceInput, { limit, after }: z.infer<typeof page>) =>
  limit === undefined ? audiencePart(ctx, input) : audiencePage(ctx, { ...input, limit, after });

/** Who a campaign, or any filter, is for: each with the clause that admitted it, and who is left out and why. */
export const audienceRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['audience'];

    const ofCampaign = {
      tags,
      summary: 'Everybody, or with a limit so many by name, and `next` for those behind them.',
      params: byId,
      querystring: page,
      response: answers(audience),
    };
    app.get('/campaigns/:id/audience', { schema: ofCampaign, config: { isLong: true } }, (request) =>
      inSession(deps, request, async (ctx) => {
        const { id: campaignId, draft } = await readCampaign(ctx, request.params.id);
        return show(ctx, { filter: draft.filter, draft, campaignId }, request.query);
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
      querystring: page,
      response: answers(audience),
    };
    app.post('/campaigns/:id/exclusions', { schema: leaving }, (request) =>
      inSession(deps, request, async (ctx) => {
        const campaignId = request.params.id;
        const { draft } = await leaveOut(ctx, { campaignId, ...request.body });
        return show(ctx, { filter: draft.filter, draft, campaignId }, request.query);
      }),
    );

    const ofFilter = {
      tags,
      summary:
        'Counts and lists whom a filter means, without making a campaign; with a limit so many, and `next` for those behind.',
      body: z.strictObject({ filter: filterSchema, ...page.shape }),
      response: answers(audience),
    };
    app.post('/audience', { schema: ofFilter, config: { isQuestion: true, isLong: true } }, (request) =>
      inSession(deps, request, (ctx) => {
        const { filter, ...asked } = request.body;
        return show(ctx, { filter }, asked);
      }),
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
