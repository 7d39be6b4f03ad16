import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { budgetSchema } from '../core/campaigns/draft.ts';
import { controlCampaign } from '../core/delivery/control-campaign.ts';
import { progressPart } from '../core/delivery/progress-part.ts';
import { raiseBudget } from '../core/delivery/raise-budget.ts';
import { progressPart as progress } from '../core/parts.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { follow, wantsStream } from './follow.ts';
import { inSession, personOf } from './person.ts';
import { byId } from './query.ts';

const ACTIONS = {
  pause: 'Holds back what has not been handed over.',
  resume: 'Goes on with what was held back.',
  stop: 'Drops what has not been handed over, for good.',
} as const;

const OVER = new Set<string>(['done', 'stopped']);

export const controlRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['campaigns'];
    const shape = { tags, params: byId, response: answers(progress) };
    for (const action of Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]) {
      app.post(
        `/campaigns/:id/${action}`,
        { schema: { ...shape, summary: ACTIONS[action] } },
        async (request) => {
          const { id: campaignId } = byId.parse(request.params);
          const after = await inSession(deps, request, async (ctx) => {
            await controlCampaign(ctx, { campaignId, action });
            return progressPart(ctx, campaignId);
          });
          deps.wake(personOf(request).tenantId);
          return after;
        },
      );
    }

    const raising = {
      ...shape,
      summary:
        'More money for what was approved with less; whoever may approve decides it. What waits for it goes on.',
      body: z.strictObject({ budget: budgetSchema }),
    };
    app.post('/campaigns/:id/budget', { schema: raising }, async (request) => {
      const { id: campaignId } = request.params;
      const { budget } = request.body;
      const after = await inSession(deps, request, (ctx) => raiseBudget(ctx, { campaignId, budget }));
      deps.wake(personOf(request).tenantId);
      return after;
    });

    const summary = 'How the send goes. `Accept: text/event-stream` follows it until it is over.';
    app.get('/campaigns/:id/progress', { schema: { ...shape, summary } }, async (request, reply) => {
      const now = await inSession(deps, request, (ctx) => progressPart(ctx, request.params.id));
      if (!wantsStream(request)) return now;
      const read = () => inSession(deps, request, (ctx) => progressPart(ctx, request.params.id));
      return follow({ reply, now, read, isOver: ({ status }) => OVER.has(status) });
    });
  };
