import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { setChallenge, takeChallenge } from '../core/access/challenges.ts';
import { findSignInTenant } from '../core/access/find-sign-in-tenant.ts';
import { signInByIdentity } from '../core/access/sign-in-by-identity.ts';
import type { Role } from '../core/tenants/roles.ts';
import { randomToken } from '../lib/crypto.ts';
import { AppError, isAppError } from '../lib/errors.ts';
import type { Departure, IdentityProvider } from '../lib/identity-provider.ts';
import type { ServerDeps } from './deps.ts';
import { htmlPage } from './html-page.ts';
import { giveSession, sessionCookie } from './session-cookie.ts';

/** The company's own sign-in: where it is, what its groups mean, and for which workspace. */
export type SingleSignOn = {
  /** As the button says it. */
  name: string;
  provider: IdentityProvider;
  roles: ReadonlyMap<string, Role>;
  workspace?: string | undefined;
};

const SYSTEM = { kind: 'system', name: 'single sign-on' } as const;
const COOKIE = 'refrain_sso';
const departed = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** There and back again, bound to the browser that left by a cookie. */
export const ssoRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { sso } = deps;
    if (!sso) return;
    const cookie = { ...sessionCookie(deps.baseUrl), path: '/sign-in/sso' };
    const tenant = () => findSignInTenant(deps.database, sso.workspace);

    app.get('/sign-in/sso', { schema: { hide: true } }, async (_request, reply) => {
      const { id } = await tenant();
      const { url, ...data } = await reach(sso.provider.depart());
      const token = randomToken(32);
      await deps.within(id, SYSTEM, (ctx) =>
        setChallenge(ctx, { purpose: 'sso', userId: null, token, data }),
      );
      reply.setCookie(COOKIE, token, { ...cookie, maxAge: 600 });
      return reply.header('cache-control', 'no-store').redirect(url, 303);
    });

    app.get('/sign-in/sso/callback', { schema: { hide: true } }, async (request, reply) => {
      reply.clearCookie(COOKIE, cookie).header('cache-control', 'no-store');
      try {
        const { id: tenantId } = await tenant();
        const token = request.cookies[COOKIE] ?? '';
        const kept = await deps.within(tenantId, SYSTEM, (ctx) =>
          takeChallenge(ctx, { purpose: 'sso', userId: null, token }),
        );
        const identity = await arrive(sso.provider, { url: new URL(request.url, deps.baseUrl), kept });
        const device = request.headers['user-agent'];
        const given = { tenantId, identity, roles: sso.roles, device };
        giveSession(reply, { token: await signInByIdentity(deps.within, given), baseUrl: deps.baseUrl });
        return await reply.redirect('/', 303);
      } catch (error) {
        if (!isAppError(error)) throw error;
        const text = `${error.message} ${error.nextStep ?? ''}`;
        const page = htmlPage({ title: 'This did not sign you in', text, home: true });
        return reply.status(error.status).type('text/html').send(page);
      }
    });
  };

async function arrive(provider: IdentityProvider, { url, kept }: { url: URL; kept: unknown }) {
  const departure = departed.safeParse(kept);
  if (!departure.success) throw refused();
  return provider.arrive(url, departure.data).catch((cause: unknown) => {
    throw refused(cause);
  });
}

const reach = (departure: Promise<Departure>): Promise<Departure> =>
  departure.catch((cause: unknown) => {
    throw new AppError('channel:unreachable', 'The company’s sign-in does not answer.', {
      nextStep: 'Try again in a moment, or sign in another way.',
      cause,
    });
  });

const refused = (cause?: unknown) =>
  new AppError('auth:wrong', 'What came back from the company’s sign-in does not fit what was asked.', {
    nextStep: 'Begin again on the sign-in page, in this browser.',
    cause,
  });
