// Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): who gets no answer asks again with the same key, and
// what they asked for is done once.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { keepAnswer, releaseKey, takeKey } from '../core/tenants/idempotency-keys.ts';
import { canonical } from '../lib/canonical.ts';
import { sha256 } from '../lib/crypto.ts';
import { AppError } from '../lib/errors.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that this request holds: its answer is kept. */
    idempotencyKey: string | null;
  }
}

const LONGEST = 255;

export function repeatSafely(app: FastifyInstance, deps: ServerDeps): void {
  app.decorateRequest('idempotencyKey', null);

  app.addHook('preHandler', async (request, reply) => {
    const key = request.method === 'POST' ? keyOf(request) : null;
    if (key === null) return undefined;
    const asked = { userId: personOf(request).actor.userId, key, requestHash: hashOf(request) };
    const known = await inSession(deps, request, (ctx) => takeKey(ctx, asked));
    if (!known) {
      request.idempotencyKey = key;
      return undefined;
    }
    return reply
      .status(known.status)
      .header('idempotency-replayed', 'true')
      .type('application/json')
      .serializer(String)
      .send(known.answer);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { idempotencyKey: key } = request;
    if (key === null) return payload;
    const held = { userId: personOf(request).actor.userId, key };
    const { statusCode: status } = reply;
    // A refusal did nothing, so that it may be asked again; of a failure nobody knows, so that it may not.
    const isRefused = status >= 400 && status < 500;
    const answer = typeof payload === 'string' ? payload : null;
    await inSession(deps, request, (ctx) =>
      isRefused || answer === null ? releaseKey(ctx, held) : keepAnswer(ctx, { ...held, status, answer }),
    );
    return payload;
  });
}

function keyOf({ headers }: FastifyRequest): string | null {
  const given = headers['idempotency-key'];
  if (given === undefined) return null;
  const key = String(given).trim();
  const isStream = headers.accept?.includes('text/event-stream');
  if (key && key.length <= LONGEST && !isStream) return key;
  throw new AppError(
    'input:invalid',
    isStream
      ? 'An answer that streams cannot be given twice: Idempotency-Key does not go with it.'
      : `Idempotency-Key must have 1 to ${LONGEST} characters.`,
  );
}

/** A form is read later, while it is worked on: of that, the address must do. */
function hashOf(request: FastifyRequest): string {
  const { url, body } = request;
  // What a token may not read it must not get as an answer that its person’s page was given.
  const as = `${personOf(request).tokenId ?? personOf(request).actor.surface} ${url}`;
  if (request.isMultipart?.()) return sha256(as);
  return sha256(`${as}\n${Buffer.isBuffer(body) ? sha256(body) : canonical(body ?? null)}`);
}
