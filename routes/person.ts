// Who is asking: a signed-in person by cookie, or a person's script by API token.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../core/context.ts';
import { findApiToken } from '../core/tenants/find-api-token.ts';
import { findLocalAdmin } from '../core/tenants/find-local-admin.ts';
import { findSession, type Person } from '../core/tenants/find-session.ts';
import { findWidgetPerson } from '../core/widget/find-widget-person.ts';
import { equalInConstantTime } from '../lib/crypto.ts';
import { AppError } from '../lib/errors.ts';
import type { ServerDeps } from './deps.ts';
import { isQuestion } from './notice-gone.ts';
import { demandSameOrigin } from './same-origin.ts';
import { giveSession, SESSION_COOKIE } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
  }
}

/** Lets nobody pass into this scope who is not known. */
export function demandPerson(app: FastifyInstance, deps: ServerDeps): void {
  app.addHook('onRequest', async (request, reply) => {
    request.person = await findPerson(deps, { request, reply });
  });
}

type Asking = { request: FastifyRequest; reply: FastifyReply };

async function findPerson(deps: ServerDeps, { request, reply }: Asking): Promise<Person> {
  const { database, baseUrl } = deps;
  // The token first: whoever sends both gets the lesser power.
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer && deps.localToken && equalInConstantTime(bearer, deps.localToken)) {
    const slug = request.headers['x-refrain-workspace'];
    return findLocalAdmin(database, typeof slug === 'string' ? slug : undefined);
  }
  // A signed identity has dots, a token of ours has none.
  if (bearer?.includes('.')) return (await findWidgetPerson(deps, bearer)) ?? refuse('auth:expired');
  if (bearer) return (await findApiToken(database, bearer)) ?? refuse('auth:required');
  const cookie = request.cookies[SESSION_COOKIE];
  if (!cookie) return refuse('auth:required');
  demandSameOrigin(request, baseUrl);
  const { next, ...person } =
    (await findSession(database, cookie, { mayRotate: true })) ?? refuse('auth:expired');
  if (next) giveSession(reply, { token: next, baseUrl });
  return person;
}

function refuse(code: 'auth:required' | 'auth:expired'): never {
  const message = code === 'auth:required' ? 'Nobody is signed in here.' : 'This session has ended.';
  throw new AppError(code, message, {
    nextStep: 'Open a sign-in link, or send an API token as "Authorization: Bearer …".',
  });
}

export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Error(`${request.routeOptions.url} is outside the guarded scope`);
  return request.person;
}

/** Runs core's work in the asking person's tenant and with their rights. A question ends when nobody waits for it. */
export const inSession = <T>(
  deps: ServerDeps,
  request: FastifyRequest,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> => {
  const { tenantId, actor } = personOf(request);
  const run = () => deps.within(tenantId, actor, work, isQuestion(request) ? request.gone : undefined);
  return request.routeOptions.config.isLong ? inTurn(deps, tenantId, run) : run();
};

async function inTurn<T>(
  { turns }: Pick<ServerDeps, 'turns'>,
  whose: string,
  work: () => Promise<T>,
): Promise<T> {
  const end = await turns?.begin(whose);
  try {
    return await work();
  } finally {
    end?.();
  }
}
