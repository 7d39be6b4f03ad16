// Campaigns kept to begin others from, and copies of them.
import { asc, eq } from 'drizzle-orm';
import { campaignTemplates } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { fold, joinWords } from '../../lib/text.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkDraft } from './check-draft.ts';
import { createCampaign } from './create-campaign.ts';
import { type Draft, type DraftPatch, draftSchema } from './draft.ts';
import { type Campaign, readCampaign } from './read-campaign.ts';

export type CampaignTemplate = { id: string; name: string; draft: Draft; createdAt: Date };

/** Keeps a campaign's draft under a name; one of the same name is replaced. Throws `campaign:unknown`. */
export async function saveTemplate(
  ctx: Ctx,
  { campaignId, name }: { campaignId: string; name?: string | undefined },
): Promise<CampaignTemplate> {
  demand(ctx.actor, 'draft');
  const campaign = await readCampaign(ctx, campaignId);
  const values = {
    tenantId: ctx.tenant.id,
    name: name?.trim() || campaign.name,
    draft: campaign.draft,
    createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    createdAt: ctx.now,
  };
  const [row] = await ctx.tx
    .insert(campaignTemplates)
    .values(values)
    .onConflictDoUpdate({ target: [campaignTemplates.tenantId, campaignTemplates.name], set: values })
    .returning();
  await recordAudit(ctx, { action: 'template.save', subject: row!.id, data: { campaignId } });
  return { ...row!, draft: campaign.draft };
}

/** Every kept campaign, by name. */
export async function listTemplates(ctx: Ctx): Promise<CampaignTemplate[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx.select().from(campaignTemplates).orderBy(asc(campaignTemplates.name));
  return rows.map((row) => ({ ...row, draft: draftSchema.parse(row.draft) }));
}

/** Throws `template:unknown` for one that this workspace does not have. */
export async function deleteTemplate(ctx: Ctx, templateId: string): Promise<void> {
  demand(ctx.actor, 'draft');
  const { id } = await findTemplate(ctx, { templateId });
  await ctx.tx.delete(campaignTemplates).where(eq(campaignTemplates.id, id));
  await recordAudit(ctx, { action: 'template.delete', subject: id, data: {} });
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
