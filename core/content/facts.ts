import { sql } from 'drizzle-orm';
import { FACTS, factsOfNamed } from '../../db/queries/audience-facts.ts';
import { brands, units } from '../../db/schema/index.ts';
import { type CalendarDate, plainDate } from '../../lib/dates.ts';
import type { Money } from '../../lib/money.ts';
import type { Ctx } from '../context.ts';
import { readFields } from '../fields/registry.ts';
import { countryName } from '../places/countries.ts';
import { once, readBefore } from '../reading-once.ts';
import { cleanName } from './clean-text.ts';

/** All that a message may say of a customer. What is not known is null, never zero or empty. */
export type CustomerFacts = {
  customerId: string;
  /** The day on which all of it is true: that of sending. */
  asOf: CalendarDate;
  name: string;
  brand: string | null;
  /** The brand and those above it, nearest first. */
  brandPath: string[];
  type: string | null;
  city: string | null;
  /** ISO 3166-1 alpha-2, and its English name. */
  countryCode: string | null;
  country: string | null;
  /** Every named unit, in the file's order. */
  units: string[];
  /** The number that the contract pays for, else of those named. */
  unitCount: number | null;
  endsOn: string | null;
  /** Days to the end, from the day asked for; negative when it has passed. */
  daysLeft: number | null;
  /** When the first agreement began, and how often it was renewed since; cancelled ones are not counted. */
  since: string | null;
  renewals: number | null;
  /** Whether they went without an agreement for more than a month between two. */
  hasLapsed: boolean | null;
  /** Per unit and year. */
  unitPrice: Money | null;
  /** units × price, a year. */
  total: Money | null;
  /** Every own field of the tenant's registry, by key. */
  attributes: Record<string, string | number | boolean | null>;
};

// Papers are signed late; that long without one is a gap.
const GAP_DAYS = 31;

/** Stands for the name of a customer that has none; a check keeps such a message back. */
export const NAMELESS = 'your site';

/** A customer as the facts are read. */
export type FactsRow = {
  id: string;
  name: string;
  brandId: string | null;
  type: string | null;
  city: string | null;
  country: string | null;
  attributes: CustomerFacts['attributes'];
  endsOn: string | null;
  unitCount: number | null;
  price: number | null;
  since: string | null;
  agreements: number;
  hasLapsed: boolean | null;
  currency: string | null;
};

/**
 * What may be said of each customer on the day `asOf` (today, unless the message goes out later), from four statements
 * however many there are.
 */
export async function loadFacts(
  ctx: Ctx,
  customerIds: readonly string[],
  asOf: CalendarDate = ctx.today,
): Promise<Map<string, CustomerFacts>> {
  const known = readBefore<CustomerFacts>(ctx, `facts on ${asOf}`);
  const asked = [...new Set(customerIds)];
  const unknown = asked.filter((id) => !known.has(id));
  for (const facts of await readFacts(ctx, unknown, asOf)) known.set(facts.customerId, facts);
  return new Map(
    asked.flatMap((id) => {
      const facts = known.get(id);
      return facts ? [[id, facts]] : [];
    }),
  );
}

async function readFacts(ctx: Ctx, ids: readonly string[], asOf: CalendarDate): Promise<CustomerFacts[]> {
  if (ids.length === 0) return [];
  const { rows } = await ctx.tx.execute<FactsRow>(sql`
    select c.id, c.name, c.brand_id as "brandId", c.type, c.city, c.country, c.attributes,
      ${FACTS.endsOn}::text as "endsOn", ${FACTS.unitCount} as "unitCount",
      ${FACTS.price}::float8 as price, ${FACTS.currency} as currency,
      h.since::text as since, h.agreements::int as agreements, h.lapsed as "hasLapsed"
    from ${factsOfNamed(ids)}
    cross join lateral (select * from customers c where c.id = named.id offset 0) c
    cross join lateral (
      select min(one.starts_on) as since, count(*) as agreements, bool_or(one.is_after_gap) as lapsed
      from (
        select h.starts_on,
          h.starts_on > max(h.ends_on) over (order by h.starts_on rows between unbounded preceding and 1 preceding) + ${GAP_DAYS}::int
            as is_after_gap
        from contracts h where h.customer_id = k.customer_id and h.status <> 'cancelled') one) h`);
  const named = await unitNames(ctx, ids);
  const paths = await once(ctx, 'paths of brands', () => brandPaths(ctx));
  const blank = Object.fromEntries(
    (await readFields(ctx)).filter(({ isBuiltIn }) => !isBuiltIn).map(({ key }) => [key, null]),
  );
  return rows.map((row) =>
    factsOf(row, {
      asOf,
      blank,
      brandPath: paths.get(row.brandId ?? '') ?? [],
      units: named.get(row.id) ?? [],
    }),
  );
}

type Beside = {
  asOf: CalendarDate;
  brandPath: string[];
  units: readonly string[];
  /** Every own field of the registry, as null. */
  blank: CustomerFacts['attributes'];
};

/** The row with what stands beside it, cleaned; pure. */
export const factsOf = (row: FactsRow, { asOf, brandPath, units: names, blank }: Beside): CustomerFacts => ({
  ...identityOf(row, brandPath),
  asOf,
  ...contractOf(row, asOf),
  units: names.flatMap((name) => cleanName(name) ?? []),
  attributes: { ...blank, ...cleanAttributes(row.attributes) },
});

const identityOf = (row: FactsRow, brandPath: string[]) => ({
  customerId: row.id,
  name: cleanName(row.name) ?? NAMELESS,
  brand: brandPath[0] ?? null,
  brandPath,
  type: cleanName(row.type),
  city: cleanName(row.city),
  countryCode: row.country,
  country: row.country ? countryName(row.country) : null,
});

// A price of nothing is how files write "unknown"; nobody renews for THB 0.
function contractOf(
  { endsOn, unitCount, price, currency, since, agreements, hasLapsed }: FactsRow,
  asOf: CalendarDate,
) {
  const unitPrice = price !== null && price > 0 && currency ? { minor: price, currency } : null;
  const count = unitCount !== null && unitCount > 0 ? unitCount : null;
  return {
    endsOn,
    daysLeft: endsOn ? plainDate(asOf).until(plainDate(endsOn)).days : null,
    unitCount: count,
    since,
    renewals: agreements > 0 ? agreements - 1 : null,
    // One agreement has no gap.
    hasLapsed: hasLapsed ?? (agreements > 0 ? false : null),
    unitPrice,
    total: unitPrice && count ? { ...unitPrice, minor: unitPrice.minor * count } : null,
  };
}

function cleanAttributes(attributes: CustomerFacts['attributes']): CustomerFacts['attributes'] {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === 'string' ? cleanName(value) : value,
    ]),
  );
}

// More are a list of one house each, and looking for each in every text takes its time.
const MOST_NAMES = 300;

/** The names of units that most customers here have. */
export async function unitNamesHere(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.tx
    .select({ name: units.name })
    .from(units)
    .groupBy(units.name)
    .orderBy(sql`count(*) desc`, units.name)
    .limit(MOST_NAMES);
  return rows.flatMap(({ name }) => cleanName(name) ?? []);
}

async function unitNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.tx
    .select({ customerId: units.customerId, name: units.name })
    .from(units)
    .where(sql`${units.customerId} = any(${sql.param(ids)}::uuid[])`)
    .orderBy(units.customerId, units.position);
  const all = Map.groupBy(rows, ({ customerId }) => customerId);
  return new Map([...all].map(([id, list]) => [id, list.map(({ name }) => name)] as const));
}

async function brandPaths(ctx: Ctx): Promise<Map<string, string[]>> {
  const rows = await ctx.tx
    .select({ id: brands.id, name: brands.name, parentId: brands.parentId })
    .from(brands);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    rows.map(({ id }) => {
      const path: typeof rows = [];
      for (let at = byId.get(id); at && !path.includes(at); at = byId.get(at.parentId ?? '')) path.push(at);
      return [id, path.map(({ name }) => name)] as const;
    }),
  );
}
