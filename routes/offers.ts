import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { offerFigures, readOfferFigures } from '../core/offers/offer-figures.ts';
import { redeemCode, redemption } from '../core/offers/redeem-offer.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId } from './query.ts';

/** Codes that recipients were given, and what became of them. */
export const offerRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['offers'];
    const redeeming = {
      tags,
      summary: 'Redeems a recipient’s code, once; what is refused is an outcome, not an error.',
      body: z.strictObject({
        code: z.string().min(5).max(60),
        order: z
          .strictObject({ minor: z.int().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) })
          .optional(),
      }),
      response: answers(redemption),
    };
    app.post('/offer-codes/redemptions', { schema: redeeming }, (request) =>
      inSession(deps, request, (ctx) => redeemCode(ctx, request.body)),
    );

    app.get(
      '/campaigns/:id/offer',
      { schema: { tags, params: byId, response: answers(offerFigures) } },
      (request) => inSession(deps, request, (ctx) => readOfferFigures(ctx, request.params.id)),
    );
  };
