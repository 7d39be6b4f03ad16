import { fold } from '../../../lib/text.ts';
import { isNameless } from './judge-heading.ts';
import type { Prepared, Understood } from './prepared.ts';

// Words that one person types and the next leaves out.
const LOOSE = new Set(['the', 'hotel', 'hotels', 'and', 'at', 'by', 'of', 'de', 'co', 'ltd']);

/** The name less such words: two sites of one such name are probably one. */
export const looseKey = (name: string): string => {
  if (isNameless(name)) return '';
  const words = fold(name).split(' ');
  const kept = words.filter((word) => !LOOSE.has(word));
  return (kept.length > 1 ? kept : words).join(' ');
};

/** What is there already of the names and keys of some records. */
export type Present = {
  /** Customers of other imports and of this one, by key. */
  names: ReadonlyMap<string, string>;
  /** The key of a customer by our own id of it, as an export names it; of those discarded or merged too. */
  keys: ReadonlyMap<string, string>;
  byLooseName: ReadonlyMap<string, { key: string; name: string }>;
  /** Of this import's earlier entries: how many there are of a key, and the first name of a loose one. */
  taken: ReadonlyMap<string, number>;
  seen: ReadonlyMap<string, string>;
};

export const NOTHING_PRESENT: Present = {
  names: new Map(),
  keys: new Map(),
  byLooseName: new Map(),
  taken: new Map(),
  seen: new Map(),
};

/**
 * Gives each entry the key under which a later import finds it again, and marks the later of two that name the same
 * site.
 */
export function keyRecords(entries: readonly Understood[], present: Present): Prepared[] {
  const taken = new Map(present.taken);
  const seen = new Map(present.seen);
  return entries.map((entry) => {
    const baseKey = chooseKey(entry, present);
    const count = (taken.get(baseKey) ?? 0) + 1;
    taken.set(baseKey, count);
    const key = numbered(baseKey, count);
    const first = seen.get(entry.looseName);
    if (first === undefined) seen.set(entry.looseName, entry.name);
    const before = present.byLooseName.get(entry.looseName);
    const isOther = before !== undefined && before.key !== key && !present.names.has(key);
    const twin = first ?? (isOther ? before.name : null);
    return { ...entry, key, baseKey, issues: twin ? withTwin(entry, twin) : entry.issues };
  });
}

/** The key of the second, third … entry of one name. */
export const numbered = (baseKey: string, count: number): string =>
  count === 1 ? baseKey : `${baseKey}#${count}`;

function withTwin({ issues, name, line, isCustomer }: Understood, twin: string): Understood['issues'] {
  if (!isCustomer) return issues;
  // No file and no line: they change, and a decision on this sentence holds only as long as the sentence is the same.
  const detail = `"${name}" is probably "${twin}", which was there before.`;
  return [{ reason: 'duplicate', detail, isBlocking: true, line }, ...issues];
}

/** A customer that an earlier file brought without an id is found by its name still; one of an export by our id. */
export function chooseKey(
  { ownId, nameKey, text }: Understood,
  { names, keys }: Pick<Present, 'names' | 'keys'>,
): string {
  const exported = ownId && keys.get(ownId);
  if (exported) return exported;
  if (ownId && (names.has(`id:${ownId}`) || !names.has(nameKey))) return `id:${ownId}`;
  return nameKey || `line ${fold(text).slice(0, 80)}`;
}
