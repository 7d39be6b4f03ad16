// Campaigns kept to begin others from, and copies of them.
import { asc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { campaignTemplates, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { fold, joinWords } from '../../lib/text.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkDraft } from './check-draft.ts';
import { createCampaign } from './create-campaign.ts';
import { type Draft, type DraftPatch, draftSchema } from './draft.ts';
import { type Campaign, readCampaign } from './read-campaign.ts';

export type CampaignTemplate = { id: string; name: string; version: number; draft: Draft; createdAt: Date };

const MOST_EARLIER = 20;
const earlierVersions = z.array(
  z.object({
    version: z.int(),
    draft: z.unknown(),
    createdBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
  }),
);

/**
 * Keeps a campaign's draft under a name; one of the same name gets another version, also one that was taken out. Throws
 * `campaign:unknown`.
 */
export async function saveTemplate(
  ctx: Ctx,
  { campaignId, name }: { campaignId: string; name?: string | undefined },
): Promise<CampaignTemplate> {
  demand(ctx.actor, 'draft');
  const campaign = await readCampaign(ctx, campaignId);
  const kept = await keepDraft(ctx, { name: name?.trim() || campaign.name, draft: campaign.draft });
  await recordAudit(ctx, { action: 'template.save', subject: kept.id, data: { campaignId } });
  return kept;
}

async function keepDraft(ctx: Ctx, { name, draft }: Pick<CampaignTemplate, 'name' | 'draft'>) {
  const createdBy = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const { version, draft: before, createdBy: by, createdAt: at, earlier } = campaignTemplates;
  const last = sql`jsonb_build_object('version', ${version}, 'draft', ${before}, 'createdBy', ${by},
    'createdAt', to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))`;
  const [row] = await ctx.tx
    .insert(campaignTemplates)
    .values({ tenantId: ctx.tenant.id, name, draft, createdBy, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [campaignTemplates.tenantId, campaignTemplates.name],
      set: {
        ...{ draft, createdBy, createdAt: ctx.now, removedAt: null, version: sql`${version} + 1` },
        earlier: sql`jsonb_path_query_array(jsonb_build_array(${last}) || ${earlier},
          ${sql.raw(`'$[0 to ${MOST_EARLIER - 1}]'`)})`,
      },
    })
    .returning();
  return { ...row!, draft };
}

/** Every kept campaign, by name. */
export async function listTemplates(ctx: Ctx): Promise<CampaignTemplate[]> {
  demand(ctx.actor, 'read');
  const { id, name, version, draft, createdAt, removedAt } = campaignTemplates;
  const rows = await ctx.tx
    .select({ id, name, version, draft, createdAt })
    .from(campaignTemplates)
    .where(isNull(removedAt))
    .orderBy(asc(name));
  return rows.map((row) => ({ ...row, draft: draftSchema.parse(row.draft) }));
}

export type TemplateVersion = Omit<CampaignTemplate, 'id' | 'name'> & { by: string | null };

/** The latest version and those before it, the latest first. Throws `template:unknown`. */
export async function listTemplateVersions(ctx: Ctx, templateId: string): Promise<TemplateVersion[]> {
  demand(ctx.actor, 'read');
  const row = await findKept(ctx, templateId);
  const { version, draft, createdBy, createdAt } = row;
  const before = earlierVersions.parse(row.earlier);
  const all = [{ version, draft, createdBy, createdAt }, ...before];
  const people = await ctx.tx.select({ id: users.id, name: users.name }).from(users);
  return all.map((one) => ({
    version: one.version,
    draft: draftSchema.parse(one.draft),
    createdAt: new Date(one.createdAt),
    by: people.find(({ id }) => id === one.createdBy)?.name ?? null,
  }));
}

/** Takes it out of the library. Throws `template:unknown` for one that this workspace does not have. */
export async function deleteTemplate(ctx: Ctx, templateId: string): Promise<void> {
  demand(ctx.actor, 'draft');
  const { id } = await findTemplate(ctx, { templateId });
  await ctx.tx.update(campaignTemplates).set({ removedAt: ctx.now }).where(eq(campaignTemplates.id, id));
  await recordAudit(ctx, { action: 'template.delete', subject: id, data: {} });
}

/**
 * Back into the library what was taken out of it; with `version`, what it was then is its latest version again. Throws
 * `template:unknown`, for a version that is not kept any more, too.
 */
export async function restoreTemplate(
  ctx: Ctx,
  { templateId, version }: { templateId: string; version?: number | undefined },
): Promise<void> {
  demand(ctx.actor, 'draft');
  const { name } = await findKept(ctx, templateId);
  if (version === undefined)
    await ctx.tx
      .update(campaignTemplates)
      .set({ removedAt: null })
      .where(eq(campaignTemplates.id, templateId));
  else {
    const wanted = (await listTemplateVersions(ctx, templateId)).find((one) => one.version === version);
    if (!wanted) throw new AppError('template:unknown', 'There is no such template.');
    await keepDraft(ctx, { name, draft: wanted.draft });
  }
  await recordAudit(ctx, { action: 'template.restore', subject: templateId, data: { version } });
}

/** Also one that was taken out. */
async function findKept(ctx: Ctx, templateId: string) {
  const [row] = await ctx.tx.select().from(campaignTemplates).where(eq(campaignTemplates.id, templateId));
  if (row) return row;
  throw new AppError('template:unknown', 'There is no such template.');
}

export type CopyInput = {
  from: { campaignId: string } | { templateId: string } | { templateName: string };
  /** Fields that the copy has otherwise, each whole. */
  patch?: DraftPatch | undefined;
  threadId?: string | undefined;
};

/**
 * Makes a new draft from a campaign or a template. What belonged to that sending stays behind: a time that was named,
 * people who were taken out or chosen by hand. Throws `campaign:unknown`, `template:unknown`, and what `createCampaign`
 * throws.
 */
export async function copyCampaign(ctx: Ctx, { from, patch = {}, threadId }: CopyInput): Promise<Campaign> {
  demand(ctx.actor, 'draft');
  const isTemplate = !('campaignId' in from);
  const { name, draft } = isTemplate
    ? await findTemplate(ctx, from)
    : await readCampaign(ctx, from.campaignId);
  const { excludedCustomerIds: _, contactIds: __, schedule: ___, repeat: ____, ...kept } = draft;
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const named = isTemplate ? name : `${name.slice(0, 110)} (copy)`;
  const wanted = await checkDraft(ctx, { ...kept, name: named, ...given });
  return createCampaign(ctx, { draft: wanted, threadId });
}

type Wanted = { templateId: string } | { templateName: string };

/** A name is found however it is cased. */
async function findTemplate(ctx: Ctx, wanted: Wanted): Promise<CampaignTemplate> {
  const all = await listTemplates(ctx);
  const found = all.find(({ id, name }) =>
    'templateId' in wanted ? id === wanted.templateId : fold(name) === fold(wanted.templateName),
  );
  if (found) return found;
  const names = all.slice(0, 10).map(({ name }) => `“${name}”`);
  throw new AppError('template:unknown', 'There is no such template.', {
    nextStep: names.length > 0 ? `There are ${joinWords(names)}.` : 'Save a campaign as a template first.',
  });
}
