import { asc, eq } from 'drizzle-orm';
import { campaignTypes } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { readFields } from '../fields/registry.ts';
import { demand } from '../tenants/roles.ts';
import { builtInType, CAMPAIGN_TYPES } from './built-in-types.ts';
import { ownTypeSchema, toCampaignType } from './own-type.ts';
import { type CampaignType, lackedFields, unknownType } from './types.ts';

/** The type with this key, built in or the workspace's own; `input:invalid` names those that there are. */
export async function campaignType(ctx: Ctx, key: string): Promise<CampaignType> {
  const builtIn = builtInType(key);
  if (builtIn) return builtIn;
  const own = await readOwnTypes(ctx, key);
  if (own[0]) return own[0];
  throw unknownType(key, await offeredKeys(ctx));
}

/** As `campaignType`, for a new campaign: a type that needs a field which the workspace lacks is refused as well. */
export async function offeredType(ctx: Ctx, key: string): Promise<CampaignType> {
  const type = await campaignType(ctx, key);
  if (type.needsFields.length === 0) return type;
  if (lackedFields(type, await readFields(ctx)).length === 0) return type;
  throw unknownType(key, await offeredKeys(ctx));
}

/** A type as it is listed: `lacks` names the fields that it needs and that the workspace does not have. */
export type ListedType = CampaignType & { isBuiltIn: boolean; lacks: string[] };

/** Every type, the built-in ones first, with what it lacks here. */
export async function listCampaignTypes(ctx: Ctx): Promise<ListedType[]> {
  demand(ctx.actor, 'read');
  const fields = await readFields(ctx);
  return [...CAMPAIGN_TYPES, ...(await readOwnTypes(ctx))].map((type) => ({
    ...type,
    isBuiltIn: builtInType(type.key) !== undefined,
    lacks: lackedFields(type, fields),
  }));
}

const offeredKeys = async (ctx: Ctx): Promise<string[]> =>
  (await listCampaignTypes(ctx)).filter(({ lacks }) => lacks.length === 0).map(({ key }) => key);

async function readOwnTypes(ctx: Ctx, key?: string): Promise<CampaignType[]> {
  const rows = await ctx.tx
    .select()
    .from(campaignTypes)
    .where(key === undefined ? undefined : eq(campaignTypes.key, key))
    .orderBy(asc(campaignTypes.createdAt), asc(campaignTypes.key));
  return rows.map((row) => toCampaignType(row.key, ownTypeSchema.parse(row.definition)));
}
