import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { finishTask } from '../core/shelf/finish-task.ts';
import { listNotices, noteNotice, notice } from '../core/shelf/notices.ts';
import { listTasks, OUTCOMES, task } from '../core/shelf/tasks.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId, done, limitOf } from './query.ts';

/** What waits here to be fetched: an app's notices for its users, and calls for people to make. */
export const shelfRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const notices = {
      tags: ['in-app messages'],
      summary: 'The in-app messages of one person of the app, for its own server.',
      querystring: z.object({
        to: z.string().min(1).max(200),
        /** For the next page: the `at` of the last one. */
        before: z.iso.datetime().optional(),
        limit: limitOf(50),
      }),
      response: answers(z.object({ messages: z.array(notice) })),
    };
    app.get('/in-app', { schema: notices }, async (request) => ({
      messages: await inSession(deps, request, (ctx) => listNotices(ctx, request.query)),
    }));

    const noting = {
      tags: ['in-app messages'],
      summary: 'The app showed a message, or the person opened it.',
      params: byId,
      body: z.strictObject({ kind: z.enum(['delivered', 'read']) }),
      response: answers(done),
    };
    app.post('/in-app/:id/receipt', { schema: noting }, async (request) => {
      const told = { messageId: request.params.id, ...request.body };
      await inSession(deps, request, (ctx) => noteNotice(ctx, told));
      return { done: true as const };
    });

    const tasks = {
      tags: ['tasks'],
      summary: 'Calls to make, or those that were made.',
      querystring: z.object({ view: z.enum(['open', 'done']).default('open'), limit: limitOf(100) }),
      response: answers(z.object({ tasks: z.array(task) })),
    };
    app.get('/tasks', { schema: tasks }, async (request) => ({
      tasks: await inSession(deps, request, (ctx) => listTasks(ctx, request.query)),
    }));

    const finishing = {
      tags: ['tasks'],
      summary: 'What came of a call.',
      params: byId,
      body: z.strictObject({ outcome: z.enum(OUTCOMES), note: z.string().trim().max(2000).optional() }),
      response: answers(done),
    };
    app.post('/tasks/:id/outcome', { schema: finishing }, async (request) => {
      const finished = { messageId: request.params.id, ...request.body };
      await inSession(deps, request, (ctx) => finishTask(ctx, finished));
      deps.wake(personOf(request).tenantId);
      return { done: true as const };
    });
  };
