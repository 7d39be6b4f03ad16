import { sql } from 'drizzle-orm';
import { customers, importEntries } from '../../../db/schema/index.ts';
import { fold } from '../../../lib/text.ts';
import type { Ctx } from '../../context.ts';
import { type Issue, isNameless } from './judge-heading.ts';
import type { RawRecord } from './raw-record.ts';

// Words that one person types and the next leaves out.
const LOOSE = new Set(['the', 'hotel', 'hotels', 'and', 'at', 'by', 'of', 'de', 'co', 'ltd']);

/** The name less such words: two sites of one such name are probably one. */
export const looseKey = (name: string): string => {
  if (isNameless(name)) return '';
  const words = fold(name).split(' ');
  const kept = words.filter((word) => !LOOSE.has(word));
  return (kept.length > 1 ? kept : words).join(' ');
};

export type KeyedRecord = {
  record: RawRecord;
  key: string;
  /** The key without the number that tells two of one name apart. */
  baseKey: string;
  looseName: string;
  duplicate: Issue | null;
};

/** What is there already of the names and keys of some records. */
export type Present = {
  /** Customers of other imports and of this one, by key. */
  names: ReadonlyMap<string, string>;
  /** The key of a customer by our own id of it, as an export names it; of those discarded or merged too. */
  keys: ReadonlyMap<string, string>;
  byLooseName: ReadonlyMap<string, { key: string; name: string }>;
  /** Of this import's earlier entries: how many there are of a key, and the first of a name. */
  taken: ReadonlyMap<string, number>;
  seen: ReadonlyMap<string, Pick<RawRecord, 'name' | 'file'>>;
};

export const NOTHING_PRESENT: Present = {
  names: new Map(),
  keys: new Map(),
  byLooseName: new Map(),
  taken: new Map(),
  seen: new Map(),
};

type OwnId = (record: RawRecord) => string | null;

/**
 * Gives each record the key under which a later import finds it again, and marks the later of two that name the same
 * site. `ownId` is the file's own id of a record.
 */
export function keyRecords(
  records: readonly RawRecord[],
  { ownId, present }: { ownId: OwnId; present: Present },
): KeyedRecord[] {
  const taken = new Map(present.taken);
  const seen = new Map(present.seen);
  return records.map((record) => {
    const baseKey = chooseKey(record, ownId(record), present);
    const count = (taken.get(baseKey) ?? 0) + 1;
    taken.set(baseKey, count);
    const key = count === 1 ? baseKey : `${baseKey}#${count}`;
    const looseName = looseKey(record.name);
    const first = seen.get(looseName);
    if (!first) seen.set(looseName, record);
    const before = present.byLooseName.get(looseName);
    const isOther = before !== undefined && before.key !== key && !present.names.has(key);
    const twin = first?.name ?? (isOther ? before.name : null);
    // No file and no line: they change, and a decision on this sentence holds only as long as the sentence is the same.
    const detail = `"${record.name}" is probably "${twin}", which was there before.`;
    const duplicate = twin ? { reason: 'duplicate', detail, isBlocking: true, line: record.line } : null;
    return { record, key, baseKey, looseName, duplicate };
  });
}

/** A customer that an earlier file brought without an id is found by its name still; one of an export by our id. */
function chooseKey(
  record: RawRecord,
  own: string | null,
  { names, keys }: Pick<Present, 'names' | 'keys'>,
): string {
  const name = fold(record.name);
  const exported = own && keys.get(own);
  if (exported) return exported;
  if (own && (names.has(`id:${own}`) || !names.has(name))) return `id:${own}`;
  return name || `line ${fold(record.text).slice(0, 80)}`;
}

const OUR_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads that in a few statements, however many customers and earlier entries there are. */
export async function readPresent(
  ctx: Ctx,
  { records, ownId, importId }: { records: readonly RawRecord[]; ownId: OwnId; importId: string | null },
): Promise<Present> {
  const own = records.map(ownId);
  const keys = records.flatMap((record, at) => {
    const key = chooseKey(record, own[at]!, NOTHING_PRESENT);
    return own[at] ? [key, fold(record.name)] : [key];
  });
  const loose = records.map(({ name }) => looseKey(name));
  const ours = own.filter((id) => id !== null && OUR_ID.test(id));
  const exported = await readByOurId(ctx, ours);
  const among = [...withNumbers(keys), ...exported.values()];
  const rows = await ctx.tx
    .select({ key: customers.importKey, name: customers.name, loose: customers.looseName })
    .from(customers)
    .where(
      sql`${customers.status} in ('active', 'review') and (${customers.importKey} = any(${sql.param(among)}::text[])
        or ${customers.looseName} = any(${sql.param(loose)}::text[]))`,
    );
  const earlierKeys = [...keys, ...exported.values()];
  return {
    names: new Map(rows.map(({ key, name }) => [key, name])),
    keys: exported,
    byLooseName: new Map(rows.flatMap(({ key, name, loose }) => (loose ? [[loose, { key, name }]] : []))),
    ...(importId
      ? await readEarlier(ctx, { importId, keys: earlierKeys, loose })
      : { taken: new Map(), seen: new Map() }),
  };
}

async function readByOurId(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: customers.id, key: customers.importKey })
    .from(customers)
    .where(sql`${customers.id} = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map(({ id, key }) => [id, key]));
}

// The second to fourth of one name have keys with a number; further ones are found by their loose name.
const withNumbers = (keys: readonly string[]): string[] =>
  [...new Set(keys)].flatMap((key) => [key, `${key}#2`, `${key}#3`, `${key}#4`]);

async function readEarlier(
  ctx: Ctx,
  { importId, keys, loose }: { importId: string; keys: readonly string[]; loose: readonly string[] },
): Promise<Pick<Present, 'taken' | 'seen'>> {
  const rows = await ctx.tx
    .select({
      baseKey: importEntries.baseKey,
      loose: importEntries.looseName,
      name: importEntries.name,
      file: importEntries.file,
    })
    .from(importEntries)
    .where(
      sql`${importEntries.importId} = ${importId} and (${importEntries.baseKey} = any(${sql.param([...keys])}::text[])
        or ${importEntries.looseName} = any(${sql.param([...loose])}::text[]))`,
    )
    .orderBy(importEntries.position);
  const taken = new Map<string, number>();
  for (const { baseKey } of rows) taken.set(baseKey, (taken.get(baseKey) ?? 0) + 1);
  const seen = new Map<string, { name: string; file: string }>();
  for (const { loose, name, file } of rows) if (!seen.has(loose)) seen.set(loose, { name, file });
  return { taken, seen };
}
