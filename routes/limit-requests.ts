import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../lib/errors.ts';
import type { ServerDeps } from './deps.ts';
import { personOf } from './person.ts';

/** What one person, or one token, may ask of this process in a minute; the command line beside it is let through. */
export async function limitRequests(app: FastifyInstance, { requestsPerMinute }: ServerDeps): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => {
      const { tokenId, actor } = personOf(request);
      return tokenId ?? actor.userId;
    },
    allowList: (request) => personOf(request).actor.surface === 'terminal',
    errorResponseBuilder: (_request, { max, after }) =>
      new AppError('request:too_many', `These are more than ${max} requests in a minute.`, {
        nextStep: `Go on in ${after}; the answer’s Retry-After says when.`,
      }),
  });
}
