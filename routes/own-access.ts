import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { elevate, lower } from '../core/access/elevate.ts';
import { factors, readFactors, removeFactor, resetFactors } from '../core/access/factors.ts';
import { addPasskey, askForPasskey, beginPasskey } from '../core/access/passkeys.ts';
import { endOtherSessions, endSession, listSessions, sessionRow } from '../core/access/sessions.ts';
import { newPassword, setPassword } from '../core/access/set-password.ts';
import { beginTotp, confirmTotp } from '../core/access/totp.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { passkeyAnswer } from './passkey-answer.ts';
import { inSession, personOf } from './person.ts';
import { byId, done } from './query.ts';

const DONE = { done: true as const };
const code = z.string().trim().min(6).max(12);
/** For the browser, as the Web Authentication API takes it. */
const options = z.looseObject({ challenge: z.string() });

/** How the asking person signs in, where they are signed in, and how they prove themself a second time. */
export const ownAccessRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['sign-in'];

    const list = z.object({ sessions: z.array(sessionRow) });
    app.get('/sessions', { schema: { tags, response: answers(list) } }, async (request) => ({
      sessions: await inSession(deps, request, (ctx) => listSessions(ctx, personOf(request))),
    }));
    const ending = { tags, params: byId, response: answers(done) };
    app.delete('/sessions/:id', { schema: ending }, async (request) => {
      await inSession(deps, request, (ctx) => endSession(ctx, request.params));
      return DONE;
    });
    const ended = z.object({ ended: z.int() });
    const endingOthers = {
      tags,
      summary: 'Ends all of one’s sessions but this one.',
      response: answers(ended),
    };
    app.delete('/sessions', { schema: endingOthers }, async (request) => ({
      ended: await inSession(deps, request, (ctx) => endOtherSessions(ctx, personOf(request))),
    }));

    app.get('/factors', { schema: { tags, response: answers(factors) } }, (request) =>
      inSession(deps, request, readFactors),
    );
    app.put(
      '/password',
      { schema: { tags, body: newPassword, response: answers(done) } },
      async (request) => {
        await setPassword(deps.within, personOf(request), request.body);
        return DONE;
      },
    );

    const begun = z.object({ secret: z.string(), uri: z.string() });
    app.post('/totp', { schema: { tags, response: answers(begun) } }, (request) =>
      inSession(deps, request, (ctx) => beginTotp(ctx, personOf(request))),
    );
    const confirming = { tags, body: z.strictObject({ code }), response: answers(done) };
    app.post('/totp/confirmation', { schema: confirming }, async (request) => {
      const { sessionId } = personOf(request);
      await inSession(deps, request, (ctx) => confirmTotp(ctx, { ...request.body, sessionId }));
      return DONE;
    });
    app.delete('/totp', { schema: { tags, response: answers(done) } }, async (request) => {
      await inSession(deps, request, (ctx) => removeFactor(ctx, { kind: 'totp' }));
      return DONE;
    });

    app.post('/passkeys/options', { schema: { tags, response: answers(options) } }, async (request) => ({
      ...(await inSession(deps, request, (ctx) => beginPasskey(ctx, personOf(request)))),
    }));
    const adding = z.strictObject({ name: z.string().trim().min(1).max(80), response: passkeyAnswer });
    app.post('/passkeys', { schema: { tags, body: adding, response: answers(done) } }, async (request) => {
      const { name } = request.body;
      const given = { name, response: request.body.response as unknown as RegistrationResponseJSON };
      const { sessionId } = personOf(request);
      await inSession(deps, request, (ctx) => addPasskey(ctx, { ...given, sessionId }));
      return DONE;
    });
    app.delete('/passkeys/:id', { schema: ending }, async (request) => {
      await inSession(deps, request, (ctx) => removeFactor(ctx, { kind: 'passkey', ...request.params }));
      return DONE;
    });

    const asking = {
      tags,
      summary: 'What to sign with a passkey for a second proof.',
      response: answers(options),
    };
    app.post('/elevation/options', { schema: asking }, async (request) => ({
      ...(await inSession(deps, request, (ctx) => askForPasskey(ctx, { purpose: 'elevate' }))),
    }));
    const proving = {
      tags,
      summary: 'A second proof: a code of the authenticator app, or a passkey. It counts for a limited time.',
      body: z.union([z.strictObject({ code }), z.strictObject({ passkey: passkeyAnswer })]),
      response: answers(z.object({ until: z.iso.datetime() })),
    };
    app.post('/elevation', { schema: proving }, async (request) => {
      const { body } = request;
      const proof =
        'code' in body ? body : { passkey: body.passkey as unknown as AuthenticationResponseJSON };
      return { until: (await elevate(deps.within, personOf(request), proof)).toISOString() };
    });
    app.delete('/elevation', { schema: { tags, response: answers(done) } }, async (request) => {
      await inSession(deps, request, (ctx) => lower(ctx, personOf(request)));
      return DONE;
    });

    app.delete('/users/:id/factors', { schema: { ...ending, tags: ['people'] } }, async (request) => {
      await inSession(deps, request, (ctx) => resetFactors(ctx, { userId: request.params.id }));
      return DONE;
    });
  };
