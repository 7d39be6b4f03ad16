// What the workspace holds already of a batch's names. Each is looked up in the index by itself (`offset 0` keeps the
// query planner from turning that into a join): it knows nothing of tables that have just begun to fill, and would
// read all of them for every batch.
import { sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';
import { chooseKey, NOTHING_PRESENT, numbered, type Present } from './find-duplicates.ts';
import type { Understood } from './prepared.ts';

const OUR_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads that in a few statements, however many customers and earlier entries there are. */
export async function readPresent(
  ctx: Ctx,
  { entries, importId }: { entries: readonly Understood[]; importId: string | null },
): Promise<Present> {
  const keys = await readByOurId(
    ctx,
    entries.flatMap(({ ownId }) => (ownId && OUR_ID.test(ownId) ? [ownId] : [])),
  );
  const possible = [...entries.flatMap(possibleKeys), ...keys.values()];
  const loose = entries.flatMap(({ looseName }) => looseName || []);
  const earlier = importId
    ? await readEarlier(ctx, { importId, keys: possible, loose })
    : { taken: new Map<string, number>(), seen: new Map<string, string>() };
  const byKey = await readByKey(ctx, withNumbers(possible, earlier.taken));
  const byLooseName = await readByLooseName(ctx, loose);
  return { names: byKey, keys, byLooseName, ...earlier };
}

/** The keys that an entry without our id may come to have. */
const possibleKeys = (entry: Understood): string[] => {
  const key = chooseKey(entry, NOTHING_PRESENT);
  return entry.ownId && entry.nameKey ? [key, entry.nameKey] : [key];
};

/** Of a name that occurs again, the keys that its entries will have. */
function withNumbers(keys: readonly string[], taken: ReadonlyMap<string, number>): string[] {
  const counts = new Map<string, number>();
  return keys.flatMap((key) => {
    const count = (counts.get(key) ?? taken.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? [key] : [key, numbered(key, count)];
  });
}

const list = (values: readonly string[]) => sql`unnest(${sql.param([...new Set(values)])}::text[])`;

async function readByKey(ctx: Ctx, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await ctx.tx.execute<{ key: string; name: string }>(sql`
    select asked.key, c.name from ${list(keys)} as asked(key) cross join lateral (
      select name, status from customers where import_key = asked.key offset 0) c
    where c.status in ('active', 'review')`);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

async function readByLooseName(
  ctx: Ctx,
  names: readonly string[],
): Promise<Map<string, { key: string; name: string }>> {
  const { rows } = await ctx.tx.execute<{ loose: string; key: string; name: string }>(sql`
    select asked.loose, c.import_key as key, c.name from ${list(names)} as asked(loose) cross join lateral (
      select name, status, import_key from customers where loose_name = asked.loose offset 0) c
    where c.status in ('active', 'review')`);
  return new Map(rows.map(({ loose, key, name }) => [loose, { key, name }]));
}

async function readByOurId(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await ctx.tx.execute<{ id: string; key: string }>(sql`
    select c.id, c.import_key as key from ${list(ids)} as asked(id) cross join lateral (
      select id, import_key from customers where id = asked.id::uuid offset 0) c`);
  return new Map(rows.map(({ id, key }) => [id, key]));
}

async function readEarlier(
  ctx: Ctx,
  { importId, keys, loose }: { importId: string; keys: readonly string[]; loose: readonly string[] },
): Promise<Pick<Present, 'taken' | 'seen'>> {
  const { rows: taken } = await ctx.tx.execute<{ key: string; count: number }>(sql`
    select asked.key, e.count from ${list(keys)} as asked(key) cross join lateral (
      select count(*)::int as count from import_entries
      where import_id = ${importId} and base_key = asked.key) e
    where e.count > 0`);
  const { rows: seen } = await ctx.tx.execute<{ loose: string; name: string }>(sql`
    select asked.loose, e.name from ${list(loose)} as asked(loose) cross join lateral (
      select (array_agg(name order by position))[1] as name from import_entries
      where import_id = ${importId} and loose_name = asked.loose) e
    where e.name is not null`);
  return {
    taken: new Map(taken.map(({ key, count }) => [key, count])),
    seen: new Map(seen.map(({ loose, name }) => [loose, name])),
  };
}
