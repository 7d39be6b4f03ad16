import { isDeepStrictEqual } from 'node:util';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { campaigns, channelAccounts, segments } from '../db/schema/index.ts';
import { readFilterScope } from './audience/filter-scope.ts';
import { channelLabel } from './channel-label.ts';
import { channelForm } from './content/channel-form.ts';
import { listCampaignTypes } from './content/find-type.ts';
import type { Ctx } from './context.ts';
import { type CustomersStand, customersStand, followNames, readNames } from './customers/follow-names.ts';
import { readValues, typesOfBrands } from './read-values.ts';
import type { Vocabulary } from './vocabulary.ts';

// As many of the newest campaigns as a person may still mean by name.
const MOST_CAMPAIGNS = 200;

/** What is known to stand as it did, but for the customers that changed. */
type Unchanged = Partial<Pick<Vocabulary, 'customers' | 'values'>> & { changedIds?: readonly string[] };

/** The words of one tenant, as its data has them now; `unchanged` has those of its customers, where they are known. */
export async function readVocabulary(ctx: Ctx, unchanged: Unchanged = {}): Promise<Vocabulary> {
  const { fields, brands, people } = await readFilterScope(ctx);
  const values = await readValues(ctx, fields, unchanged);
  return {
    workspace: ctx.tenant.id,
    fields,
    brands: typesOfBrands(brands, values),
    values,
    customers: unchanged.customers ?? (await readNames(ctx)),
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
    .map(({ key, label, purpose, needsTopic, words }) => ({ key, label, purpose, needsTopic, words }));

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
  return [...keys].map((key) => ({
    key,
    label: channelLabel(key),
    hasSubject: channelForm(key).hasSubject,
  }));
}

type Stamps = CustomersStand & { rest: string };

/**
 * Stamps that change whenever everything but the campaigns may have, which change all the time and are few. What is read
 * from customers stands apart: it is much, and the rest changes without it.
 */
async function stampsOf(ctx: Ctx, { isCounted }: { isCounted: boolean }): Promise<Stamps> {
  const { rows } = await ctx.tx.execute<Stamps>(sql`select
    stand.*,
    concat_ws('.',
      (select concat(count(*), ':', max(updated_at), ':', count(deleted_at)) from segments),
      (select md5(coalesce(string_agg(concat(id, name, parent_id, owner_group, aliases), '' order by id), '')) from brands),
      (select md5(coalesce(string_agg(concat(key, definition), '' order by key), '')) from fields),
      (select md5(coalesce(string_agg(concat(id, name), '' order by id), '')) from users),
      (select md5(coalesce(string_agg(concat(key, definition), '' order by key), '')) from campaign_types),
      (select concat_ws(',', variadic array(select distinct channel from channel_accounts order by 1)))) as rest
    from ${customersStand(ctx.now, { isCounted })}`);
  const { rest, ...stand } = rows[0]!;
  return { ...stand, rest: `${rest}.${ctx.today}.${JSON.stringify(ctx.tenant.settings)}` };
}

/**
 * `addedTo`: the fields whose values the changed customers have only added to since all were read, the longest unread
 * first; `readAt`: when one was last read from all of them; `active` customers, last counted `countedAt`.
 */
type Kept = {
  stamps: Stamps;
  vocabulary: Vocabulary;
  readAt: number;
  active: number;
  countedAt: number;
  addedTo: readonly string[];
  /** How many times longer than usual one took to read, and is waited for until the next. */
  slowness: number;
};
const kept = new Map<string, Kept>();

/** Whether this process has a tenant's words, because somebody has asked for them. */
export const areWordsKept = (tenantId: string): boolean => kept.has(tenantId);

// As many tenants as talk at about the same time.
const MOST_KEPT = 50;

// Of more customers a name or a value that comes in is known at once, and one that nobody has any more is found out now
// and then, by counting and field by field, so that no turn waits for all of them: until then it is a word that means
// nobody, as the audience then says.
const MANY = 20_000;
const EACH_MS = 10_000;
/** For a turn, behind which somebody looks at the pace of `EACH_MS`: it does so itself only where nobody has. */
export const TURN_EACH_MS = 60_000;
// What is usual, and how many times as long nobody has to wait: a few thousandths of the database's time go to it.
const USUAL_MS = 50;
const MOST_TIMES = 6;

type Pace = { many?: number; eachMs?: number };

/**
 * The words of the tenant as they are now. Everything but its campaigns is read again only when something changed, and
 * a part that reads the same as before is the same list: whoever builds an index on them finds it again.
 */
export async function keepVocabulary(ctx: Ctx, pace: Pace = {}): Promise<Vocabulary> {
  const { many = MANY, eachMs = EACH_MS } = pace;
  const known = kept.get(ctx.tenant.id);
  const isCounted = !known || known.active < many || performance.now() - known.countedAt >= eachMs;
  const stamps = await stampsOf(ctx, { isCounted });
  const countedAt = isCounted ? performance.now() : known.countedAt;
  const active = stamps.active ?? known?.active ?? 0;
  const isSame = known?.stamps.changed === stamps.changed && known.active === active;
  const due =
    known && performance.now() - known.readAt >= eachMs * known.slowness ? known.addedTo[0] : undefined;
  if (known && isSame && due === undefined && known.stamps.rest === stamps.rest) {
    keep(ctx, { ...known, countedAt });
    return { ...known.vocabulary, campaigns: await readCampaigns(ctx) };
  }
  const began = performance.now();
  const unchanged = await stillKnown(ctx, { known, stamps, isSame, mayAdd: active >= many });
  const read = await readVocabulary(ctx, { ...unchanged, values: without(due, unchanged.values) });
  const vocabulary = known ? withSameParts(read, known.vocabulary) : read;
  const counted = { active: vocabulary.customers.length, countedAt };
  keep(ctx, { stamps, vocabulary, ...counted, ...readUntil(known, { unchanged, due, began }) });
  return vocabulary;
}

/** The one used last is the last to go. */
function keep(ctx: Ctx, next: Kept): void {
  kept.delete(ctx.tenant.id);
  kept.set(ctx.tenant.id, next);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

function without(due: string | undefined, values: Unchanged['values']): Unchanged['values'] {
  if (due === undefined || !values) return values;
  const { [due]: _, ...others } = values;
  return others;
}

type Reading = { unchanged: Unchanged; due: string | undefined; began: number };

function readUntil(
  known: Kept | undefined,
  { unchanged, due, began }: Reading,
): Pick<Kept, 'readAt' | 'addedTo' | 'slowness'> {
  if (!known || !unchanged.values) return { readAt: performance.now(), addedTo: [], slowness: 1 };
  const left = known.addedTo.filter((key) => key !== due);
  const added = unchanged.changedIds?.length ? Object.keys(unchanged.values) : [];
  const addedTo = [...left, ...added.filter((key) => key !== due && !left.includes(key))];
  if (due === undefined) return { readAt: known.readAt, slowness: known.slowness, addedTo };
  const readAt = performance.now();
  return { readAt, addedTo, slowness: Math.min(MOST_TIMES, Math.max(1, (readAt - began) / USUAL_MS)) };
}

type Asked = { known: Kept | undefined; stamps: Stamps; isSame: boolean; mayAdd: boolean };

async function stillKnown(ctx: Ctx, { known, stamps, isSame, mayAdd }: Asked): Promise<Unchanged> {
  if (!known) return {};
  const { customers, values } = known.vocabulary;
  if (isSame) return { customers, values };
  const followed = await followNames(ctx, { known: customers, before: known.stamps, now: stamps });
  const { names, changedIds } = followed;
  return { customers: names, ...(mayAdd && changedIds ? { values, changedIds } : {}) };
}

function withSameParts(read: Vocabulary, before: Vocabulary): Vocabulary {
  const { fields, brands, values, types, segments: saved } = before;
  const parts = Object.entries({ fields, brands, values, types, segments: saved });
  const same = parts.filter(([key, part]) => isDeepStrictEqual(read[key as keyof Vocabulary], part));
  const customers = isSameNames(read.customers, before.customers) ? before.customers : read.customers;
  return { ...read, ...Object.fromEntries(same), customers };
}

/** There are many of them: each is compared by what it is. */
const isSameNames = (names: Vocabulary['customers'], others: Vocabulary['customers']): boolean =>
  names === others ||
  (names.length === others.length &&
    names.every(({ id, name }, at) => others[at]!.id === id && others[at]!.name === name));
