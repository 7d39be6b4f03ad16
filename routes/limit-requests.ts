import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../lib/errors.ts';
import type { ServerDeps } from './deps.ts';
import { personOf } from './person.ts';
import { sharedBy } from './shared-limit.ts';

/** What one person, or one token, may ask in a minute; the command line beside the server is let through. */
export async function limitRequests(app: FastifyInstance, deps: ServerDeps): Promise<void> {
  const { requestsPerMinute } = deps;
  await app.register(rateLimit, {
    ...sharedBy(deps, 'person'),
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
