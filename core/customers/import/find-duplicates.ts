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
    const base = own ? `id:${own}` : fold(record.name) || `line ${fold(record.text).slice(0, 80)}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    const key = count === 1 ? base : `${base}#${count}`;
    const loose = looseKey(record.name);
    const first = seen.get(loose);
    if (!first) seen.set(loose, record);
    const before = known.get(loose);
    const isOther = before !== undefined && before.key !== key && !present.has(key);
    const where = first ? `line ${first.line} of ${first.file}` : 'an earlier import';
    const twin = first?.name ?? (isOther ? before.name : null);
    const detail = `"${record.name}" is probably "${twin}" of ${where}.`;
    const duplicate = twin ? { reason: 'duplicate', detail, isBlocking: true, line: record.line } : null;
    return { record, key, duplicate };
  });
}
