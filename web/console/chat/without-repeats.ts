import type { Entry } from './use-conversation.ts';

/**
 * An approval card shows itself as it is now, wherever it stands. The report of a decision brings it again, right
 * below: once is enough, unless a person asked to see it again.
 */
export function withoutRepeats(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    if (entry.role === 'person') {
      seen.clear();
      return entry;
    }
    const parts = entry.parts.filter((part) => {
      if (part.kind !== 'approval') return true;
      const isNew = !seen.has(part.id);
      seen.add(part.id);
      return isNew;
    });
    return parts.length === entry.parts.length ? entry : { ...entry, parts };
  });
}
