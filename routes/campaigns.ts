import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askAnswer } from '../core/ask-answer.ts';
import { checkChannels } from '../core/campaigns/check-draft.ts';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import { deleteCampaign } from '../core/campaigns/delete-campaign.ts';
import { budgetSchema, CAMPAIGN_STATUSES, draftSchema } from '../core/campaigns/draft.ts';
import { draftPatchSchema } from '../core/campaigns/draft-patch.ts';
import { editCampaign } from '../core/campaigns/edit-campaign.ts';
import { type CampaignQuery, listCampaigns } from '../core/campaigns/list-campaigns.ts';
import { nameCampaign } from '../core/campaigns/name-campaign.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { compareVersions, listVersions, restoreVersion } from '../core/campaigns/versions.ts';
import type { Ctx } from '../core/context.ts';
import { campaignCounts } from '../core/delivery/campaign-counts.ts';
import { formatMoney } from '../lib/money.ts';
import { joinWords } from '../lib/text.ts';
import { answers } from './answers.ts';
import {
  type CampaignListed,
  campaignView,
  listedCampaign,
  toCampaignRow,
  toCampaignView,
  versionView,
} from './campaign-view.ts';
import { askAgent } from './chat.ts';
import type { ServerDeps } from './deps.ts';
import { inSession, personOf } from './person.ts';
import { byId, done, limitOf } from './query.ts';

export const briefBody = z.strictObject({
  brief: z.string().trim().min(1).max(3000),
  objectives: z.array(z.string().trim().min(1).max(300)).max(5).default([]),
  /** A sentence for the letters, as it stands. */
  offer: z.string().trim().min(3).max(300).optional(),
  budget: budgetSchema.optional(),
  channels: z.array(z.string().max(40)).max(10).default([]),
  threadId: z.uuid().optional(),
});

/** The brief as a person would say it; it is read as theirs. */
export function briefInWords({
  brief,
  objectives,
  offer,
  budget,
  channels,
}: z.infer<typeof briefBody>): string {
  return [
    `Brief: ${brief}`,
    channels.length > 0 ? `Channels: ${channels.join(', ')}` : '',
    objectives.length > 0 ? `Goals: ${objectives.join('; ')}` : '',
    offer ? `Offer: ${offer}` : '',
    budget ? `Budget: ${formatMoney(budget)}` : '',
  ]
    .filter(Boolean)
    .join('. ');
}

const inWords = z.strictObject({
  request: z.string().trim().min(1).max(4000),
  threadId: z.uuid().optional(),
});

/** From its fields; one without a name is named by what it is. */
const inFields = draftSchema.extend({ name: draftSchema.shape.name.optional() });

const versionNumber = z.coerce.number().int().positive().max(1_000_000);

/** What the agent made of a request; `id` is null while it asks back instead. */
export const made = askAnswer.extend({ id: z.uuid().nullable() });

export const campaignRoutes =
  (deps: ServerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['campaigns'];

    const creating = {
      tags,
      summary: 'Makes a draft: from a sentence or a brief, which the agent reads, or from its fields.',
      body: z.union([inWords, briefBody, inFields]),
      response: { ...answers(made), 201: z.union([campaignView, made]) },
    };
    app.post('/campaigns', { schema: creating }, async (request, reply) => {
      const { body } = request;
      if ('request' in body || 'brief' in body) {
        const answer = await ('request' in body
          ? askInWords(deps, request, body)
          : askByBrief(deps, request, body));
        return reply.status(answer.id ? 201 : 200).send(answer);
      }
      const campaign = await inSession(deps, request, async (ctx) => {
        const name = body.name ?? (await nameCampaign(ctx, body));
        return createCampaign(ctx, { draft: { ...body, name } });
      });
      return reply.status(201).send(toCampaignView(campaign));
    });

    const query = z.object({
      status: z.enum(CAMPAIGN_STATUSES).optional(),
      search: z.string().trim().min(1).max(200).optional(),
      from: z.iso.datetime({ offset: true }).optional(),
      until: z.iso.datetime({ offset: true }).optional(),
      after: z.uuid().optional(),
      limit: limitOf(200),
    });
    const list = z.object({ campaigns: z.array(listedCampaign), next: z.uuid().nullable() });
    const listing = {
      tags,
      summary: 'Newest first; from and until: those that go out, or went, in that time.',
      querystring: query,
      response: answers(list),
    };
    app.get('/campaigns', { schema: listing }, (request) =>
      inSession(deps, request, (ctx) => listPage(ctx, request.query)),
    );

    const one = { tags, params: byId, response: answers(campaignView) };
    app.get('/campaigns/:id', { schema: one }, async (request) =>
      toCampaignView(await inSession(deps, request, (ctx) => readCampaign(ctx, request.params.id))),
    );

    const changing = {
      ...one,
      body: draftPatchSchema,
      summary: 'Changes fields of the draft; a new version, and every approval of the one before is void.',
    };
    app.patch('/campaigns/:id', { schema: changing }, async (request) => {
      const { body: patch, params } = request;
      const change = `changed ${joinWords(Object.keys(patch))}`;
      const edit = { campaignId: params.id, patch, change };
      return toCampaignView(await inSession(deps, request, (ctx) => editCampaign(ctx, edit)));
    });

    const history = { tags, params: byId, response: answers(z.object({ versions: z.array(versionView) })) };
    app.get('/campaigns/:id/versions', { schema: history }, async (request) => {
      const versions = await inSession(deps, request, (ctx) => listVersions(ctx, request.params.id));
      return { versions: versions.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) };
    });

    const comparing = {
      tags,
      summary:
        'In what one version differs from another, field by field: what it was in `from` and is in `to`.',
      params: byId.extend({ from: versionNumber, to: versionNumber }),
      response: answers(versionView.pick({ differences: true })),
    };
    app.get('/campaigns/:id/versions/:from/diff/:to', { schema: comparing }, async (request) => {
      const { id: campaignId, from, to } = request.params;
      return {
        differences: await inSession(deps, request, (ctx) => compareVersions(ctx, { campaignId, from, to })),
      };
    });

    const restoring = {
      ...one,
      body: z.strictObject({ version: z.int().positive() }),
      summary: 'Makes an earlier version the newest one; every approval is void.',
    };
    app.post('/campaigns/:id/restore', { schema: restoring }, async (request) => {
      const back = { campaignId: request.params.id, version: request.body.version };
      return toCampaignView(await inSession(deps, request, (ctx) => restoreVersion(ctx, back)));
    });

    app.delete(
      '/campaigns/:id',
      { schema: { tags, params: byId, response: answers(done) } },
      async (request) => {
        await inSession(deps, request, (ctx) => deleteCampaign(ctx, request.params.id));
        return { done: true as const };
      },
    );
  };

type Words = z.infer<typeof inWords>;

/** What it gives as fields is checked as fields are. Throws `channel:unknown`. */
export async function askByBrief(deps: ServerDeps, request: FastifyRequest, body: z.infer<typeof briefBody>) {
  if (body.channels.length > 0) await inSession(deps, request, (ctx) => checkChannels(ctx, body.channels));
  return askInWords(deps, request, { request: briefInWords(body), threadId: body.threadId });
}

async function askInWords(deps: ServerDeps, request: FastifyRequest, words: Words) {
  const { request: text, threadId } = words;
  const answer = await askAgent(deps, personOf(request), { text, threadId });
  return { ...answer, id: answer.campaign?.id ?? null };
}

type Page = { campaigns: CampaignListed[]; next: string | null };

async function listPage(ctx: Ctx, query: CampaignQuery & { limit: number }): Promise<Page> {
  const rows = await listCampaigns(ctx, { ...query, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const counts = await campaignCounts(ctx, { campaignIds: page.map(({ id }) => id) });
  return {
    campaigns: page.map((row) => {
      const { nextAt: _, reasons: __, ...own } = counts.get(row.id)!;
      return { ...toCampaignRow(row), sendsAt: row.sendsAt?.toISOString() ?? null, counts: own };
    }),
    next: rows.length > page.length ? page.at(-1)!.id : null,
  };
}
