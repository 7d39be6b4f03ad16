import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordConversion } from '../core/delivery/record-conversion.ts';
import { AppError } from '../lib/errors.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { demandChannel } from './normaliser.ts';
import { inSession } from './person.ts';

const told = z
  .strictObject({
    externalId: z.string().trim().min(1).max(200).describe('Your own id of it: told twice, it is one.'),
    messageId: z.uuid().optional(),
    channel: z.string().optional(),
    address: z.string().max(320).optional(),
    value: z
      .strictObject({ minor: z.int().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) })
      .optional(),
    at: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(
    ({ messageId, channel, address }) => Boolean(messageId) !== Boolean(channel && address),
    'names either a message, or a channel and an address',
  );

/** What people did elsewhere after a message; a page tells it by a picture (routes/tracking.ts). */
export const conversionRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const telling = {
      tags: ['campaigns'],
      summary:
        'Counts what a recipient did elsewhere; by address, for the last campaign that wrote to them in 30 days.',
      body: told,
      response: answers(z.object({ outcome: z.enum(['recorded', 'duplicate', 'no_message']) })),
    };
    app.post('/conversions', { schema: telling }, async (request) => {
      const { externalId, value, at } = request.body;
      const input = { externalId, value, via: 'api' as const, at: at ? new Date(at) : undefined };
      const whose = whoseOf(deps, request.body);
      return {
        outcome: await inSession(deps, request, (ctx) => recordConversion(ctx, { ...input, ...whose })),
      };
    });
  };

function whoseOf({ channels }: ServerDeps, { messageId, channel, address }: z.infer<typeof told>) {
  if (messageId) return { messageId };
  const normalised = demandChannel(channels, channel ?? '').normalise(address ?? '');
  if (normalised !== null) return { address: normalised };
  throw new AppError('input:invalid', 'This is no address of the channel.', { where: { field: 'address' } });
}
