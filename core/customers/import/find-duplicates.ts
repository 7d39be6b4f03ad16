import { fold } from '../../../lib/text.ts';
import type { Issue } from './judge-heading.ts';
import type { RawRecord } from './raw-record.ts';

// Words that one person types and the next leaves out.
const LOOSE = new Set(['the', 'hotel', 'hotels', 'and', 'at', 'by', 'of', 'de', 'co', 'ltd']);

const looseKey = (name: string): string => {
  const words = fold(name).split(' ');
  const kept = words.filter((word) => !LOOSE.has(word));
  return (kept.length > 1 ? kept : words).join(' ');
};

export type KeyedRecord = { record: RawRecord; key: string; duplicate: Issue | null };

/**
 * Gives each record the key under which a later import finds it again, and marks the later of two that name the same
 * site. `ownId` is the file's own id of a record. `present` are names that other imports brought, by key.
 */
export function keyRecords(
  records: readonly RawRecord[],
  { ownId, present }: { ownId: (record: RawRecord) => string | null; present: ReadonlyMap<string, string> },
): KeyedRecord[] {
  const taken = new Map<string, number>();
  const seen = new Map<string, RawRecord>();
  const known = new Map([...present].map(([key, name]) => [looseKey(name), { key, name }]));
  return records.map((record) => {
    const own = ownId(record);
    const base = baseKey(record, own, present);
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    const key = count === 1 ? base : `${base}#${count}`;
    const loose = looseKey(record.name);
    const first = seen.get(loose);
    if (!first) seen.set(loose, record);
    const before = known.get(loose);
    const isOther = before !== undefined && before.key !== key && !present.has(key);
    // No line: it moves, and a decision on this sentence holds only as long as the sentence is the same.
    const where = first ? first.file : 'an earlier import';
    const twin = first?.name ?? (isOther ? before.name : null);
    const detail = `"${record.name}" is probably "${twin}" of ${where}.`;
    const duplicate = twin ? { reason: 'duplicate', detail, isBlocking: true, line: record.line } : null;
    return { record, key, duplicate };
  });
}

/** A customer that an earlier file brought without an id is found by its name still. */
function baseKey(record: RawRecord, own: string | null, present: ReadonlyMap<string, string>): string {
  const name = fold(record.name);
  if (own && (present.has(`id:${own}`) || !present.has(name))) return `id:${own}`;
  return name || `line ${fold(record.text).slice(0, 80)}`;
}
