import { eq } from 'drizzle-orm';
import { campaigns, campaignTypes } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { readFields } from '../fields/registry.ts';
import { demand } from '../tenants/roles.ts';
import { builtInType } from './built-in-types.ts';
import { listCampaignTypes } from './find-type.ts';
import {
  checkOwnLetter,
  keyOf,
  type OwnType,
  type OwnTypeInput,
  ownTypeSchema,
  toCampaignType,
} from './own-type.ts';
import type { CampaignType } from './types.ts';

/**
 * Adds a campaign type of the workspace's own, or replaces the one with its key. Throws `input:invalid` for the key or
 * a word of another type, `field:unknown` for a need that is no field, and `template:invalid` for a letter that cannot
 * be read.
 */
export async function saveCampaignType(ctx: Ctx, input: OwnTypeInput): Promise<CampaignType> {
  demand(ctx.actor, 'draft');
  const own = ownTypeSchema.parse(input);
  const key = own.key ?? keyOf(own.label);
  if (!key) throw invalid('The label has no Latin letter to make a key of.', 'key', 'Give a key as well.');
  if (builtInType(key)) throw invalid(`"${key}" is a built-in type.`, 'key', 'Choose another key or label.');
  checkOwnLetter(own);
  await checkNeeds(ctx, own);
  const type = toCampaignType(key, own);
  await checkWords(ctx, type);
  const definition = { ...own, key };
  await ctx.tx
    .insert(campaignTypes)
    .values({
      tenantId: ctx.tenant.id,
      key,
      definition,
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: [campaignTypes.tenantId, campaignTypes.key],
      set: { definition, updatedAt: ctx.now },
    });
  await recordAudit(ctx, { action: 'campaign_type.save', subject: key, data: { label: own.label } });
  return type;
}

export type OwnTypePatch = Partial<Omit<OwnTypeInput, 'key' | 'letter'>> & {
  letter?: Partial<OwnTypeInput['letter']> | undefined;
};

/**
 * Changes what is given of an own type; a new label keeps its key. Throws `input:invalid` for one that there is not, and what
 * `saveCampaignType` throws.
 */
export async function changeCampaignType(
  ctx: Ctx,
  { key, patch }: { key: string; patch: OwnTypePatch },
): Promise<CampaignType> {
  demand(ctx.actor, 'draft');
  const [row] = await ctx.tx.select().from(campaignTypes).where(eq(campaignTypes.key, key)).for('update');
  if (!row) throw notOwn();
  const before = ownTypeSchema.parse(row.definition);
  const letter = { ...before.letter, ...patch.letter };
  return saveCampaignType(ctx, {
    ...{ ...before, ...patch, key, letter },
    callToAction: patch.callToAction ?? (patch.letter?.ask ?? before.callToAction).slice(0, 200),
  });
}

/** Takes an own type away; `input:invalid` while a campaign is of it, or for one that there is not. */
export async function deleteCampaignType(ctx: Ctx, key: string): Promise<void> {
  demand(ctx.actor, 'draft');
  const [used] = await ctx.tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.type, key))
    .limit(1);
  if (used) throw invalid('Campaigns are of this type.', 'key', 'Keep it: their history names it.');
  const gone = await ctx.tx.delete(campaignTypes).where(eq(campaignTypes.key, key)).returning();
  if (gone.length === 0) throw notOwn();
  await recordAudit(ctx, { action: 'campaign_type.delete', subject: key, data: {} });
}

async function checkNeeds(ctx: Ctx, { needsFields }: OwnType): Promise<void> {
  const known = new Set((await readFields(ctx)).map(({ key }) => key));
  const unknown = needsFields.find((field) => !known.has(field));
  if (unknown === undefined) return;
  throw new AppError('field:unknown', `There is no field "${unknown.slice(0, 60)}" here.`, {
    nextStep: 'Take the keys of the fields from the workspace’s list.',
    where: { path: 'needsFields' },
  });
}

/** A word that means two types would make every sentence with it a question. */
async function checkWords(ctx: Ctx, type: CampaignType): Promise<void> {
  const said = new Set(type.words.en ?? []);
  for (const other of await listCampaignTypes(ctx)) {
    if (other.key === type.key) continue;
    const shared = Object.values(other.words)
      .flat()
      .find((word) => said.has(word.toLowerCase()));
    if (shared !== undefined)
      throw invalid(`"${shared}" means ${other.label} already.`, 'words', 'Choose other words.');
  }
}

const notOwn = (): AppError =>
  invalid('There is no campaign type of your own with this key.', 'key', 'List the types.');

const invalid = (message: string, path: string, nextStep: string): AppError =>
  new AppError('input:invalid', message, { nextStep, where: { path } });
