// Who asks and goes away needs no answer: a page that was left, a question that was typed anew.
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Ends when the connection is closed before the answer. */
    gone: AbortSignal;
  }
  interface FastifyContextConfig {
    /** Asked by POST, because a filter comes in a body; it changes nothing. */
    isQuestion?: boolean;
  }
}

export function noticeGone(app: FastifyInstance): void {
  app.decorateRequest('gone');
  app.addHook('onRequest', async (request, reply) => {
    const gone = new AbortController();
    request.gone = gone.signal;
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
  });
}

/** What changes something is done, whether or not anybody waits for the answer. */
export const isQuestion = ({ method, routeOptions, idempotencyKey }: FastifyRequest): boolean =>
  method === 'GET' || (routeOptions.config.isQuestion === true && !idempotencyKey);
