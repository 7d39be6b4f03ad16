import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { type FieldValueRow, fieldValues, hasValues } from '../db/queries/field-values.ts';
import { campaigns, channelAccounts, customers, segments } from '../db/schema/index.ts';
import { readFilterScope } from './audience/filter-scope.ts';
import { channelLabel } from './channel-label.ts';
import { listCampaignTypes } from './content/find-type.ts';
import type { Ctx } from './context.ts';
import type { Field } from './fields/field.ts';
import { listRegions } from './places/regions.ts';
import type { Vocabulary } from './vocabulary.ts';

// As many of the newest campaigns as a person may still mean by name.
const MOST_CAMPAIGNS = 200;

/** The words of one tenant, as its data has them now. */
export async function readVocabulary(ctx: Ctx): Promise<Vocabulary> {
  const { fields, brands, people } = await readFilterScope(ctx);
  return {
    fields,
    brands: brands.map(({ id: _, ...brand }) => brand),
    values: await readValues(ctx, fields),
    customers: await ctx.tx
      .select({ id: customers.id, name: customers.name })
      .from(customers)
      .where(eq(customers.status, 'active'))
      .orderBy(asc(customers.name), asc(customers.id)),
    campaigns: await readCampaigns(ctx),
    segments: await ctx.tx
      .select({ id: segments.id, name: segments.name })
      .from(segments)
      .where(isNull(segments.deletedAt))
      .orderBy(asc(segments.name), asc(segments.id)),
    people,
    types: await readTypes(ctx),
    channels: await readChannels(ctx),
    unit: ctx.tenant.settings.unit,
  };
}

/** Those that make sense with the fields of the workspace. */
const readTypes = async (ctx: Ctx): Promise<Vocabulary['types']> =>
  (await listCampaignTypes(ctx))
    .filter(({ lacks }) => lacks.length === 0)
    .map(({ key, label, purpose, words }) => ({ key, label, purpose, words }));

/** Distinct values in the data of fields that have a list of them, by key (free text has none); regions are those of the world. */
async function readValues(ctx: Ctx, fields: readonly Field[]): Promise<Record<string, string[]>> {
  const listed = fields.filter(
    (field) => hasValues(field) && (field.kind === 'choice' || field.kind === 'place'),
  );
  const { rows } = await ctx.tx.execute<FieldValueRow>(fieldValues(listed));
  const values: Record<string, string[]> = Object.fromEntries(listed.map(({ key }) => [key, []]));
  for (const { key, value } of rows) values[key]!.push(value);
  return { ...values, region: listRegions().map(({ name }) => name) };
}

async function readCampaigns(ctx: Ctx): Promise<Vocabulary['campaigns']> {
  const rows = await ctx.tx
    .select()
    .from(campaigns)
    .where(and(isNull(campaigns.deletedAt), eq(campaigns.isAnswer, false)))
    .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
    .limit(MOST_CAMPAIGNS);
  return rows.map(({ id, name, type, status, createdAt }) => ({
    id,
    name,
    type,
    status,
    createdAt: createdAt.toISOString(),
  }));
}

/** The channels this tenant orders or has accounts of. */
async function readChannels(ctx: Ctx): Promise<Vocabulary['channels']> {
  const accounts = await ctx.tx.selectDistinct({ key: channelAccounts.channel }).from(channelAccounts);
  const keys = new Set([...ctx.tenant.settings.channelOrder, ...accounts.map(({ key }) => key)]);
  return [...keys].map((key) => ({ key, label: channelLabel(key) }));
}

/**
 * A stamp that changes whenever the vocabulary may have: counts and latest changes of what it is read from. Far
 * cheaper than the vocabulary, for whoever keeps one.
 */
export async function vocabularyVersion(ctx: Ctx): Promise<string> {
  const { rows } = await ctx.tx.execute<{ stamp: string }>(
    sql`select concat(count(*), ':', max(updated_at), ':', count(deleted_at)) as stamp from campaigns`,
  );
  return `${await namesVersion(ctx)}.${rows[0]!.stamp}`;
}

/** The same for everything but campaigns, which change all the time and are few. */
async function namesVersion(ctx: Ctx): Promise<string> {
  const { rows } = await ctx.tx.execute<{ stamp: string }>(sql`select concat_ws('.',
    (select concat(count(*), ':', max(updated_at), ':', max(id::text)) from customers),
    (select concat(count(*), ':', max(updated_at), ':', count(deleted_at)) from segments),
    (select md5(coalesce(string_agg(concat(id, name, parent_id, owner_group, aliases), '' order by id), '')) from brands),
    (select md5(coalesce(string_agg(concat(key, definition), '' order by key), '')) from fields),
    (select md5(coalesce(string_agg(concat(id, name), '' order by id), '')) from users),
    (select concat(count(*), ':', max(updated_at)) from campaign_types),
    (select concat_ws(',', variadic array(select distinct channel from channel_accounts order by 1)))) as stamp`);
  return `${rows[0]!.stamp}.${ctx.today}.${JSON.stringify(ctx.tenant.settings)}`;
}

const kept = new Map<string, { version: string; vocabulary: Vocabulary }>();
// As many tenants as talk at about the same time.
const MOST_KEPT = 50;

/**
 * The words of the tenant as they are now. Everything but its campaigns is read again only when something changed:
 * whoever builds an index on them finds the same lists again.
 */
export async function keepVocabulary(ctx: Ctx): Promise<Vocabulary> {
  const version = await namesVersion(ctx);
  const known = kept.get(ctx.tenant.id);
  if (known?.version === version) return { ...known.vocabulary, campaigns: await readCampaigns(ctx) };
  const vocabulary = await readVocabulary(ctx);
  kept.delete(ctx.tenant.id);
  kept.set(ctx.tenant.id, { version, vocabulary });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return vocabulary;
}
