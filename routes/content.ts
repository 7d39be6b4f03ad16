import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { draftSchema } from '../core/campaigns/draft.ts';
import { draftPatchSchema } from '../core/campaigns/draft-patch.ts';
import {
  type CampaignTemplate,
  copyCampaign,
  deleteTemplate,
  listTemplates,
  listTemplateVersions,
  restoreTemplate,
  saveTemplate,
} from '../core/campaigns/templates.ts';
import { listCampaignTypes } from '../core/content/find-type.ts';
import { ownTypeSchema } from '../core/content/own-type.ts';
import { deleteCampaignType, saveCampaignType } from '../core/content/save-type.ts';
import {
  dropWriting,
  readWritingState,
  requestWriting,
  writingState,
} from '../core/content/writing/request-writing.ts';
import { answers } from './answers.ts';
import { campaignView, toCampaignView } from './campaign-view.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId, done } from './query.ts';

const typeView = z.object({
  key: z.string(),
  label: z.string(),
  purpose: z.enum(['service', 'marketing']),
  roles: z.object({ required: z.array(z.string()), recommended: z.array(z.string()) }),
  defaultTone: z.enum(['formal', 'casual']),
  callToAction: z.string(),
  needsTopic: z.boolean(),
  /** Its letters name every unit of the customer. */
  listsUnits: z.boolean().default(false),
  needsFields: z.array(z.string()),
  answersLike: ownTypeSchema.shape.answersLike,
  defaultSchedule: z.object({ inDays: z.int(), time: z.string() }).nullable(),
  letter: z.object({ subject: z.string(), opening: z.string(), ask: z.string() }).optional(),
  words: z.record(z.string(), z.array(z.string())),
  isBuiltIn: z.boolean(),
  /** Needed fields that the workspace does not have: such a type is not offered. */
  lacks: z.array(z.string()),
});

const templateView = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  draft: draftSchema,
  createdAt: z.iso.datetime(),
});
export type TemplateView = z.infer<typeof templateView>;
const toTemplateView = ({ id, name, version, draft, createdAt }: CampaignTemplate): TemplateView => ({
  ...{ id, name, version, draft },
  createdAt: createdAt.toISOString(),
});
const templateVersion = templateView
  .pick({ version: true, draft: true, createdAt: true })
  .extend({ by: z.string().nullable() });
export type TemplateVersion = z.infer<typeof templateVersion>;

const name = z.string().trim().min(1).max(120);
const byKey = z.object({ key: z.string().max(40) });

/** Campaign types, kept campaigns, and copies. */
export const contentRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['content'];
    const types = z.object({ types: z.array(typeView) });

    app.get('/campaign-types', { schema: { tags, response: answers(types) } }, async (request) =>
      types.parse({ types: await inSession(deps, request, listCampaignTypes) }),
    );

    const saving = {
      tags,
      summary: 'Adds a campaign type of your own, or replaces the one with its key.',
      body: ownTypeSchema,
      response: answers(types),
    };
    app.put('/campaign-types', { schema: saving }, async (request) =>
      types.parse({
        types: await inSession(deps, request, async (ctx) => {
          const { key } = await saveCampaignType(ctx, request.body);
          return (await listCampaignTypes(ctx)).filter((type) => type.key === key);
        }),
      }),
    );

    app.delete(
      '/campaign-types/:key',
      { schema: { tags, params: byKey, response: answers(done) } },
      async (request) => {
        await inSession(deps, request, (ctx) => deleteCampaignType(ctx, request.params.key));
        return { done: true as const };
      },
    );

    const templates = z.object({ templates: z.array(templateView) });
    app.get('/templates', { schema: { tags, response: answers(templates) } }, async (request) => ({
      templates: (await inSession(deps, request, listTemplates)).map(toTemplateView),
    }));

    const keeping = {
      tags,
      summary: 'Keeps a campaign to begin others from.',
      body: z.strictObject({ campaignId: z.uuid(), name: name.optional() }),
      response: { ...answers(templateView), 201: templateView },
    };
    app.post('/templates', { schema: keeping }, async (request, reply) => {
      const template = await inSession(deps, request, (ctx) => saveTemplate(ctx, request.body));
      return reply.status(201).send(toTemplateView(template));
    });

    app.delete(
      '/templates/:id',
      { schema: { tags, params: byId, response: answers(done) } },
      async (request) => {
        await inSession(deps, request, (ctx) => deleteTemplate(ctx, request.params.id));
        return { done: true as const };
      },
    );

    const versions = z.object({ versions: z.array(templateVersion) });
    app.get(
      '/templates/:id/versions',
      { schema: { tags, params: byId, response: answers(versions) } },
      async (request) => {
        const all = await inSession(deps, request, (ctx) => listTemplateVersions(ctx, request.params.id));
        return { versions: all.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) };
      },
    );

    const restoring = {
      ...{ tags, params: byId, response: answers(done) },
      summary: 'Back into the library; with a version, what it was then is the latest again.',
      body: z.strictObject({ version: z.int().positive().optional() }),
    };
    app.post('/templates/:id/restore', { schema: restoring }, async (request) => {
      const wanted = { templateId: request.params.id, ...request.body };
      await inSession(deps, request, (ctx) => restoreTemplate(ctx, wanted));
      return { done: true as const };
    });

    const { hasWriter = false } = deps;
    const writing = { tags, params: byId, response: answers(writingState) };
    const asking = {
      ...writing,
      summary:
        'Has the model write every recipient’s own message; asks how far it is with GET, goes back with DELETE.',
      response: { ...answers(writingState), 202: writingState },
    };
    app.post('/campaigns/:id/writing', { schema: asking }, async (request, reply) => {
      const state = await inSession(deps, request, (ctx) =>
        requestWriting(ctx, { campaignId: request.params.id, hasWriter }),
      );
      deps.wake(personOf(request).tenantId);
      return reply.status(202).send(state);
    });
    const standing = {
      tags,
      params: byId,
      response: answers(writingState.extend({ hasModel: z.boolean() })),
    };
    app.get('/campaigns/:id/writing', { schema: standing }, async (request) => ({
      ...(await inSession(deps, request, (ctx) => readWritingState(ctx, request.params.id))),
      hasModel: hasWriter,
    }));
    app.delete(
      '/campaigns/:id/writing',
      { schema: { tags, params: byId, response: answers(done) } },
      async (request) => {
        await inSession(deps, request, (ctx) => dropWriting(ctx, request.params.id));
        return { done: true as const };
      },
    );

    const copying = {
      tags,
      params: byId,
      body: z.strictObject({ patch: draftPatchSchema.optional() }),
      response: { ...answers(campaignView), 201: campaignView },
    };
    for (const [path, origin] of [
      ['/templates/:id/campaigns', 'templateId'],
      ['/campaigns/:id/clone', 'campaignId'],
    ] as const) {
      const summary = 'Makes a new draft from it; a named time and people chosen by hand stay behind.';
      app.post(path, { schema: { ...copying, summary } }, async (request, reply) => {
        const { id } = request.params;
        const from = origin === 'templateId' ? { templateId: id } : { campaignId: id };
        const { patch } = request.body;
        const campaign = await inSession(deps, request, (ctx) => copyCampaign(ctx, { from, patch }));
        return reply.status(201).send(toCampaignView(campaign));
      });
    }
  };
