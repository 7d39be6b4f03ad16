import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { changeSettings } from '../core/tenants/change-settings.ts';
import { demand } from '../core/tenants/roles.ts';
import { tenantSettings } from '../core/tenants/settings.ts';
import { modelMonth, readModelMonth } from '../core/threads/model-usage.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';

const settings = z.object({ settings: tenantSettings });

/** What holds for the whole workspace. */
export const settingsRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['workspace'];
    app.get('/settings', { schema: { tags, response: answers(settings) } }, (request) =>
      inSession(deps, request, async ({ actor, tenant }) => {
        demand(actor, 'read');
        return { settings: tenant.settings };
      }),
    );

    const using = {
      tags,
      summary: 'What models used this month: in all, by whoever asks, and by who answered.',
      response: answers(modelMonth),
    };
    app.get('/model-usage', { schema: using }, (request) => inSession(deps, request, readModelMonth));

    const changing = {
      tags,
      summary: 'Replaces the settings that are named, each whole. Only a signed-in admin; a script may not.',
      body: z.record(z.string().max(40), z.unknown()),
      response: answers(settings),
    };
    app.patch('/settings', { schema: changing }, async (request) => ({
      settings: await inSession(deps, request, (ctx) => changeSettings(ctx, request.body)),
    }));
  };
