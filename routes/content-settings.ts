import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  changeContentSettings,
  contentSettings,
  readContentSettings,
} from '../core/content/content-settings.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';

/** How the workspace's messages sound and look: style guide, words by language, branding. */
export const contentSettingsRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['content'];
    const response = answers(contentSettings);
    app.get('/settings/content', { schema: { tags, response } }, (request) =>
      inSession(deps, request, async (ctx) => readContentSettings(ctx)),
    );
    const changing = {
      tags,
      summary:
        'Changes what is given, each whole: voice, words, branding, lineCards, casualFor, renewalOffers.',
      body: z.record(z.string(), z.unknown()),
      response,
    };
    app.patch('/settings/content', { schema: changing }, (request) =>
      inSession(deps, request, (ctx) => changeContentSettings(ctx, request.body)),
    );
  };
