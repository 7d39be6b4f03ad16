// A campaign's history: what each version changed, and back to any of them.
import { and, desc, eq, inArray } from 'drizzle-orm';
import { campaignVersions, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { restoreTexts, textDifferences } from '../content/writing/text-versions.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkDraft } from './check-draft.ts';
import { type Draft, draftSchema } from './draft.ts';
import { addVersion, demandEditable } from './edit-campaign.ts';
import { type Campaign, lockCampaign, readCampaign } from './read-campaign.ts';

/** A field of the draft, or the recipients' own texts (`messages`), as they were before and after a version. */
export type Difference = { field: string; before: unknown; after: unknown };

export type CampaignVersion = {
  version: number;
  change: string;
  by: string | null;
  createdAt: Date;
  /** Against the version before; of the first, what it has beside the defaults. */
  differences: Difference[];
};

/** Every version, the newest first, with what it changed. Throws `campaign:unknown`. */
export async function listVersions(ctx: Ctx, campaignId: string): Promise<CampaignVersion[]> {
  demand(ctx.actor, 'read');
  await readCampaign(ctx, campaignId);
  const rows = await ctx.tx
    .select({ row: campaignVersions, by: users.name })
    .from(campaignVersions)
    .leftJoin(users, eq(users.id, campaignVersions.createdBy))
    .where(eq(campaignVersions.campaignId, campaignId))
    .orderBy(desc(campaignVersions.version));
  const drafts = rows.map(({ row }) => draftSchema.parse(row.draft));
  const textsBetween = await textDifferences(ctx, campaignId);
  return rows.map(({ row, by }, at) => {
    const after = drafts[at]!;
    const before = drafts[at + 1] ?? draftSchema.parse({ name: after.name, type: after.type });
    const { version, change, createdAt } = row;
    const texts = textsBetween(version - 1, version) ?? [];
    return { version, change, by, createdAt, differences: differencesOf(before, after).concat(texts) };
  });
}

/** The fields in which two drafts differ, in the order of a draft. */
function differencesOf(before: Draft, after: Draft): Difference[] {
  const fields = Object.keys(draftSchema.shape) as (keyof Draft)[];
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** Two versions of one campaign, whichever is the older. */
type Two = { campaignId: string; from: number; to: number };

/**
 * In what `to` differs from `from`, however many versions lie between them. Throws `campaign:unknown`, `input:invalid`
 * for a version that there is not.
 */
export async function compareVersions(ctx: Ctx, { campaignId, from, to }: Two): Promise<Difference[]> {
  demand(ctx.actor, 'read');
  const { version: latest } = await readCampaign(ctx, campaignId);
  const rows = await ctx.tx
    .select({ version: campaignVersions.version, draft: campaignVersions.draft })
    .from(campaignVersions)
    .where(and(eq(campaignVersions.campaignId, campaignId), inArray(campaignVersions.version, [from, to])));
  const draftOf = (version: number, path: string): Draft => {
    const found = rows.find((row) => row.version === version);
    if (found) return draftSchema.parse(found.draft);
    throw new AppError('input:invalid', `There is no version ${version} of this campaign.`, {
      nextStep: `Choose two from 1 to ${latest}.`,
      where: { path },
    });
  };
  const texts = (await textDifferences(ctx, campaignId))(from, to) ?? [];
  return differencesOf(draftOf(from, 'from'), draftOf(to, 'to')).concat(texts);
}

/**
 * Makes an earlier version's draft, with its recipients' own texts, the newest one, as a change that can itself be taken back; what
 * was asked or approved is void. It is checked anew: a segment or a type may be gone. Throws `campaign:unknown`, `campaign:state`, `input:invalid` for a
 * version that there is not, and what `checkDraft` throws.
 */
export async function restoreVersion(
  ctx: Ctx,
  { campaignId, version }: { campaignId: string; version: number },
): Promise<Campaign> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const rows = await ctx.tx
    .select({ version: campaignVersions.version, draft: campaignVersions.draft })
    .from(campaignVersions)
    .where(eq(campaignVersions.campaignId, campaignId));
  const wanted = rows.find((row) => row.version === version);
  if (!wanted || version === campaign.version)
    throw new AppError('input:invalid', `There is no earlier version ${version} of this campaign.`, {
      nextStep:
        campaign.version > 1
          ? `Choose one from 1 to ${campaign.version - 1}.`
          : 'It has been changed by nobody yet.',
      where: { path: 'version' },
    });
  const draft = await checkDraft(ctx, draftSchema.parse(wanted.draft));
  await restoreTexts(ctx, { campaignId, version: campaign.version, to: version });
  return addVersion(ctx, { campaign, draft, change: `back to version ${version}` });
}
