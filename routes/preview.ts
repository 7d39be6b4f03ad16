import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readCapacity } from '../core/approval/capacity.ts';
import { draftSchema, LETTER_LANGUAGES } from '../core/campaigns/draft.ts';
import { draftFigures } from '../core/campaigns/draft-figures.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import type { Ctx } from '../core/context.ts';
import { limitsLeft } from '../core/delivery/limits-left.ts';
import { previewPart as preview } from '../core/parts.ts';
import { readingOnce } from '../core/reading-once.ts';
import { accountLimits } from '../core/statistics/read-statistics.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId } from './query.ts';

/** What would be read, how many of each, what it costs, and what the accounts may still send. */
const shown = preview.extend({
  total: z.int(),
  reachable: z.int(),
  recipients: z.int(),
  cost: z.string(),
  warnings: z.array(z.string()),
  limits: z.array(accountLimits),
});

const query = z.object({
  channel: z.string().max(40).optional(),
  customerId: z.uuid().optional(),
  tone: draftSchema.shape.tone.unwrap().optional().describe('As it would read in it; the draft stays.'),
  language: z.enum(LETTER_LANGUAGES).optional().describe('The same in another language.'),
});

export const previewRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const schema = {
      tags: ['campaigns'],
      summary:
        'Three messages per channel as they would be read, of one channel or one customer if asked; of very many messages some are checked, and `checked` says how many.',
      params: byId,
      querystring: query,
      response: answers(shown),
    };
    app.get('/campaigns/:id/preview', { schema, config: { isLong: true } }, (request) =>
      inSession(deps, request, (ctx) =>
        show(readingOnce(ctx), { campaignId: request.params.id, only: request.query }),
      ),
    );
  };

type Show = { campaignId: string; only: z.infer<typeof query> };

async function show(ctx: Ctx, { campaignId, only: asked }: Show): Promise<z.infer<typeof shown>> {
  const { tone, language, ...only } = asked;
  const campaign = await readCampaign(ctx, campaignId);
  const draft = { ...campaign.draft, ...(tone ? { tone } : {}), ...(language ? { language } : {}) };
  const { audience, preview: card } = await draftFigures(ctx, { id: campaignId, draft }, { only });
  const { costWords, warnings } = await readCapacity(ctx, { channels: card.counts });
  return {
    ...card,
    total: audience.total,
    reachable: audience.reachable,
    recipients: audience.recipients,
    cost: costWords,
    warnings,
    limits: (await limitsLeft(ctx)).map((account) => accountLimits.parse(account)),
  };
}
