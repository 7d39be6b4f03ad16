import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { brandChanges, customers, reviewItems } from '../../db/schema/index.ts';
import { fold } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { readFields } from '../fields/registry.ts';
import { demand } from '../tenants/roles.ts';
import type { BrandRow } from './brand-done.ts';
import { findLeads } from './find-leads.ts';
import { quotedBrand } from './move-customers.ts';
import { lineOf, readBrandRows } from './read-tree.ts';

export const brandProposal = z.object({
  /** The same again for the same data: what was followed or declined is not proposed once more. */
  key: z.string(),
  kind: z.enum(['add', 'parent', 'group']),
  /** The brand that is meant; null for one that is not there yet. */
  brandId: z.uuid().nullable(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  parent: z.string().nullable(),
  ownerGroup: z.string().nullable(),
  reason: z.string(),
  /** 0 … 1 */
  confidence: z.number(),
  /** Customers that it is read from. */
  customers: z.int(),
});
export type BrandProposal = z.infer<typeof brandProposal>;

// Enough names to see what repeats, few enough to read at once.
const NAMES = 6_000;

/**
 * What the data suggests about the tree of brands: brands that files or names say and nobody knows, brands that belong
 * below another, groups that own one. The surest first; nothing is changed.
 */
export async function proposeBrands(ctx: Ctx): Promise<BrandProposal[]> {
  demand(ctx.actor, 'read');
  const rows = await readBrandRows(ctx);
  const names = await readNames(ctx);
  const found = [
    ...(await fromFiles(ctx, rows)),
    ...fromNames(rows, { names, words: await typeWords(ctx) }),
    ...belowAnother(rows),
    ...owners(rows, names),
  ];
  const settled = await ctx.tx
    .select({ key: brandChanges.proposal })
    .from(brandChanges)
    .where(isNull(brandChanges.undoneAt));
  const keys = new Set(settled.map(({ key }) => key));
  const once = new Map(found.toReversed().map((one) => [one.key, one]));
  return [...once.values()]
    .filter(({ key }) => !keys.has(key))
    .sort((a, b) => b.confidence - a.confidence || b.customers - a.customers || a.name.localeCompare(b.name));
}

type Named = { name: string; brandId: string | null };

const readNames = (ctx: Ctx): Promise<Named[]> =>
  ctx.tx
    .select({ name: customers.name, brandId: customers.brandId })
    .from(customers)
    .where(eq(customers.status, 'active'))
    .orderBy(customers.id)
    .limit(NAMES);

/** Words that stand before many names and are no brand: what the business is. */
async function typeWords(ctx: Ctx): Promise<Set<string>> {
  const types = (await readFields(ctx)).find(({ key }) => key === 'type');
  const words = (types?.values ?? []).flatMap(({ value, synonyms }) => [value, ...synonyms]);
  return new Set(words.flatMap((word) => [fold(word), `${fold(word)}s`]));
}

const nothing = { brandId: null, parentId: null, parent: null, ownerGroup: null };

async function fromFiles(ctx: Ctx, rows: readonly BrandRow[]): Promise<BrandProposal[]> {
  const known = knownNames(rows);
  const asked = await ctx.tx
    .select({ detail: reviewItems.detail, count: sql<number>`count(*)::int` })
    .from(reviewItems)
    .innerJoin(
      customers,
      and(eq(customers.id, reviewItems.customerId), inArray(customers.status, ['active', 'review'])),
    )
    .where(and(eq(reviewItems.reason, 'unknown_brand'), eq(reviewItems.status, 'open')))
    .groupBy(reviewItems.detail);
  return asked.flatMap(({ detail, count }) => {
    const name = quotedBrand(detail);
    if (!name || known.has(fold(name)) || name.length > 100) return [];
    const reason = `${count === 1 ? 'One customer has' : `${count} customers have`} it in the brand column.`;
    const confidence = count > 1 ? 0.95 : 0.8;
    return [
      {
        ...nothing,
        key: `add ${fold(name)}`,
        kind: 'add' as const,
        name,
        reason,
        confidence,
        customers: count,
      },
    ];
  });
}

const knownNames = (rows: readonly BrandRow[]): Set<string> =>
  new Set(rows.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)));

function fromNames(
  rows: readonly BrandRow[],
  { names, words }: { names: readonly Named[]; words: ReadonlySet<string> },
): BrandProposal[] {
  const known = knownNames(rows);
  const free = names.filter(({ brandId }) => brandId === null).map(({ name }) => name);
  return findLeads(free, words)
    .filter(({ words: lead }) => !known.has(fold(lead)))
    .map(({ words: name, count }) => ({
      ...nothing,
      ...{ key: `add ${fold(name)}`, kind: 'add' as const, name, customers: count },
      reason: `${count} names without a brand begin with it.`,
      confidence: toPercent(Math.min(0.9, 0.45 + count * 0.05)),
    }));
}

/** "… by Hilton" belongs to Hilton nearly always, "Grand Mercure" to Mercure perhaps. */
function belowAnother(rows: readonly BrandRow[]): BrandProposal[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    if (row.parentId || row.inferred.parent) return [];
    const own = ` ${fold(row.name)} `;
    const [best] = rows
      .filter((other) => other.id !== row.id && !lineOf(other, byId).includes(row))
      .flatMap((other) => {
        const word = fold(other.name);
        if (!own.includes(` ${word} `) || own.trim() === word) return [];
        const confidence = own.includes(` by ${word} `) ? 0.95 : own.startsWith(` ${word} `) ? 0.85 : 0.6;
        return word.length > 3 || confidence > 0.8 ? [{ other, confidence }] : [];
      })
      .sort((a, b) => b.confidence - a.confidence || b.other.name.length - a.other.name.length);
    if (!best) return [];
    const { other, confidence } = best;
    return [
      {
        ...{ key: `parent ${row.id} ${other.id}`, kind: 'parent' as const, brandId: row.id, name: row.name },
        ...{ parentId: other.id, parent: other.name, ownerGroup: null, confidence, customers: 0 },
        reason: `“${other.name}” stands in its name.`,
      },
    ];
  });
}

const GROUP_WORD = /\b(group|holdings?|hospitality|collective|international|corporation|company|partners)\b/i;

/** "Valiram Group - QUIVO | Pavilion": what stands before the brand and a mark, in more names than not, owns it. */
function owners(rows: readonly BrandRow[], names: readonly Named[]): BrandProposal[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const groups = new Set(rows.flatMap(({ ownerGroup }) => (ownerGroup ? [fold(ownerGroup)] : [])));
  const ofBrand = Map.groupBy(
    names.filter(({ brandId }) => brandId),
    ({ brandId }) => brandId!,
  );
  return rows.flatMap((row) => {
    if (row.inferred.owner_group || lineOf(row, byId).some(({ ownerGroup }) => ownerGroup)) return [];
    const own = new Set([row.name, ...row.aliases].map(fold));
    const mine = ofBrand.get(row.id) ?? [];
    const before = mine.flatMap(({ name }) => {
      const [first = '', ...rest] = name.split(/\s+[-–—|/:]\s+/);
      return rest.length > 0 && !own.has(fold(first)) ? [first.trim()] : [];
    });
    const counted = Map.groupBy(before, fold);
    const [best] = [...counted.values()].sort((a, b) => b.length - a.length);
    if (!best || best.length * 2 <= mine.length) return [];
    const isGroup = groups.has(fold(best[0]!)) || GROUP_WORD.test(best[0]!);
    if (!isGroup && best.length < 2) return [];
    return [groupProposal(row, { group: best[0]!, count: best.length, of: mine.length, isGroup })];
  });
}

function groupProposal(
  row: BrandRow,
  { group, count, of, isGroup }: { group: string; count: number; of: number; isGroup: boolean },
): BrandProposal {
  return {
    ...{ key: `group ${row.id} ${fold(group)}`, kind: 'group', brandId: row.id, name: row.name },
    ...{ parentId: null, parent: null, ownerGroup: group, customers: count },
    reason: `${count} of ${of} names have “${group}” before it.`,
    confidence: toPercent(Math.min(0.95, (isGroup ? 0.6 : 0.4) + (0.3 * count) / of)),
  };
}

const toPercent = (share: number): number => Math.round(share * 100) / 100;
