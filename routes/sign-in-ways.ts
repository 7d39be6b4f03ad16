import rateLimit from '@fastify/rate-limit';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findSignInTenant } from '../core/access/find-sign-in-tenant.ts';
import { askForPasskey } from '../core/access/passkeys.ts';
import { signInByPasskey } from '../core/access/sign-in-by-passkey.ts';
import { signInByPassword } from '../core/access/sign-in-by-password.ts';
import { AppError } from '../lib/errors.ts';
import type { ServerDeps } from './deps.ts';
import { passkeyAnswer } from './passkey-answer.ts';
import { demandSameOrigin } from './same-origin.ts';
import { giveSession } from './session-cookie.ts';
import { sharedBy } from './shared-limit.ts';
import { ssoRoutes } from './sign-in-sso.ts';

const SYSTEM = { kind: 'system', name: 'sign-in' } as const;
/** Of one address on the network, in a minute: people sign in a few times a day. */
const MOST = 60;

const workspace = z.string().max(80).optional();

/** The ways in that need nobody to be known yet. Outside of the API: they are for the page. */
export const signInWayRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(rateLimit, {
      ...sharedBy(deps, 'sign-in'),
      max: MOST,
      timeWindow: 60_000,
      errorResponseBuilder: (_request, { after }) =>
        new AppError('request:too_many', 'These are too many tries.', { nextStep: `Go on in ${after}.` }),
    });
    app.addHook('onRequest', async (request) => demandSameOrigin(request, deps.baseUrl));
    app.register(ssoRoutes(deps));

    app.get('/sign-in/ways', { schema: { hide: true } }, async () => ({
      password: true,
      passkey: true,
      sso: deps.sso?.name ?? null,
    }));

    const byPassword = z.strictObject({
      workspace,
      email: z.string().max(254),
      password: z.string().max(200),
    });
    app.post('/sign-in/password', { schema: { body: byPassword, hide: true } }, async (request, reply) => {
      const { email, password } = request.body;
      const { id: tenantId } = await findSignInTenant(deps.database, request.body.workspace);
      const from = { network: request.ip, device: deviceOf(request) };
      const token = await signInByPassword(deps.within, { tenantId, email, password, ...from });
      return enter(reply, { token, baseUrl: deps.baseUrl });
    });

    const asking = z.strictObject({ workspace });
    app.post('/sign-in/passkey/options', { schema: { body: asking, hide: true } }, async (request) => {
      const { id } = await findSignInTenant(deps.database, request.body.workspace);
      return deps.within(id, SYSTEM, (ctx) => askForPasskey(ctx, { purpose: 'sign_in' }));
    });

    const byPasskey = z.strictObject({ workspace, response: passkeyAnswer });
    app.post('/sign-in/passkey', { schema: { body: byPasskey, hide: true } }, async (request, reply) => {
      const { id: tenantId } = await findSignInTenant(deps.database, request.body.workspace);
      const response = request.body.response as unknown as AuthenticationResponseJSON;
      const device = deviceOf(request);
      const token = await signInByPasskey(deps.within, { tenantId, response, device });
      return enter(reply, { token, baseUrl: deps.baseUrl });
    });
  };

export const deviceOf = ({ headers }: FastifyRequest): string | undefined => headers['user-agent'];

function enter(reply: FastifyReply, session: { token: string; baseUrl: string }) {
  giveSession(reply, session);
  return { done: true as const };
}
