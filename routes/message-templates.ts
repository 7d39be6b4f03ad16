import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { TemplateAnswer } from '../channels/template-contract.ts';
import { addTemplateDraft, newTemplate } from '../core/content/message-templates/add-draft.ts';
import {
  changeDraft,
  deleteDraft,
  draftLacking,
  listMessageTemplates,
  type TemplateRow,
  templateChange,
} from '../core/content/message-templates/message-templates.ts';
import {
  findDesk,
  markSubmitted,
  readForSubmission,
  takeListed,
} from '../core/content/message-templates/template-desk.ts';
import { AppError } from '../lib/errors.ts';
import { answers } from './answers.ts';
import type { ServerDeps } from './deps.ts';
import { inSession } from './person.ts';
import { byId, done } from './query.ts';

const view = z.object({
  id: z.uuid(),
  channel: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.enum(['marketing', 'utility', 'authentication']),
  status: z.enum(['draft', 'submitted', 'approved', 'rejected', 'paused']),
  header: z.string().nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(z.string()),
  samples: z.array(z.string()),
  fields: z.array(z.string()),
  /** Why it was refused or would be, or why our words cannot be filled into it. */
  reason: z.string().nullable(),
  hasPicture: z.boolean(),
  /** The example of it, of the library; null for one that was not drafted here. */
  pictureId: z.uuid().nullable(),
  isUsable: z.boolean(),
});
export type MessageTemplateView = z.infer<typeof view>;
const list = z.object({ templates: z.array(view) });
const drafted = z.object({
  templates: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      language: z.string(),
      category: z.enum(['marketing', 'utility']),
      body: z.string(),
      footer: z.string().nullable(),
      /** Headed by the campaign's picture. */
      hasPicture: z.boolean(),
      fields: z.array(z.string()),
      samples: z.array(z.string()),
      /** What the platform would refuse. */
      problems: z.array(z.string()),
      /** Of the campaign. */
      recipients: z.int().positive(),
    }),
  ),
});

/** Texts that a platform approves before they are sent. */
export const messageTemplateRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['content'];

    app.get('/message-templates', { schema: { tags, response: answers(list) } }, async (request) =>
      list.parse({ templates: await inSession(deps, request, listMessageTemplates) }),
    );

    const adding = {
      tags,
      summary: 'Keeps a template of your own wording as a draft.',
      body: newTemplate,
      response: { ...answers(view), 201: view },
    };
    app.post('/message-templates', { schema: adding }, async (request, reply) => {
      const template = await inSession(deps, request, (ctx) => addTemplateDraft(ctx, request.body));
      return reply.status(201).send(template);
    });

    const drafting = {
      tags,
      summary: 'Drafts the WhatsApp templates that this campaign needs and that there are not yet.',
      params: byId,
      response: answers(drafted),
    };
    app.post(
      '/campaigns/:id/message-templates',
      { schema: drafting, config: { isLong: true } },
      async (request) =>
        drafted.parse({
          templates: await inSession(deps, request, (ctx) => draftLacking(ctx, request.params.id)),
        }),
    );

    const changing = {
      tags,
      summary: 'A heading of words or a picture, quick replies, category and examples of a draft.',
      params: byId,
      body: templateChange,
      response: answers(view),
    };
    app.patch('/message-templates/:id', { schema: changing }, (request) =>
      inSession(deps, request, (ctx) => changeDraft(ctx, { id: request.params.id, change: request.body })),
    );

    app.delete(
      '/message-templates/:id',
      { schema: { tags, params: byId, response: answers(done) } },
      async (request) => {
        await inSession(deps, request, (ctx) => deleteDraft(ctx, request.params.id));
        return { done: true as const };
      },
    );

    const submitting = {
      tags,
      summary: 'Hands a draft in to be judged by the platform.',
      params: byId,
      response: answers(view),
    };
    app.post(
      '/message-templates/:id/submission',
      { schema: submitting },
      async (request): Promise<TemplateRow> => {
        const { id } = request.params;
        const [template, { desk, settings }] = await inSession(deps, request, async (ctx) => [
          await readForSubmission(ctx, id),
          await findDesk(ctx, deps),
        ]);
        const made = heard(await desk.submit(settings, template));
        return inSession(deps, request, (ctx) => markSubmitted(ctx, { id, ...made }));
      },
    );

    const syncing = {
      tags,
      summary: 'Takes over the templates that the platform lists, with their states.',
      response: answers(z.object({ listed: z.int() })),
    };
    app.post('/message-templates/sync', { schema: syncing }, async (request) => {
      const { desk, settings } = await inSession(deps, request, (ctx) => findDesk(ctx, deps));
      const templates = heard(await desk.list(settings));
      return { listed: await inSession(deps, request, (ctx) => takeListed(ctx, templates)) };
    });
  };

function heard<Value>(answer: TemplateAnswer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new AppError('channel:unreachable', `The platform did not take it: ${answer.detail.slice(0, 300)}`, {
    nextStep: 'Correct what it names, and try again.',
  });
}
