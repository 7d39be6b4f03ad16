// The words that many names begin with: what is the same at many places is a chain.
import { fold } from '../../lib/text.ts';
import { inferPlace, SURE_ENOUGH } from '../places/infer-place.ts';

export type Lead = { words: string; count: number };

const LEAST = 3;
const MOST_WORDS = 3;
// Words that begin the names of places that have nothing to do with each other.
const PLAIN = new Set(
  'the a an and of at de by el la le les los das der die il new old grand royal central test'.split(' '),
);

/**
 * Leading words that at least three names share; the longest phrase that still has nearly all of them. Places ("Phuket
 * …") and plain words ("The …", and those of `words`) are none.
 */
export function findLeads(names: readonly string[], words: ReadonlySet<string> = new Set()): Lead[] {
  const isPlain = (key: string): boolean =>
    words.has(key) || key.split(' ').every((word) => PLAIN.has(word) || words.has(word));
  const counts = new Map<string, { count: number; spelt: Map<string, number> }>();
  for (const name of names) {
    for (const phrase of leadingPhrases(name)) {
      const key = fold(phrase);
      const entry = counts.get(key) ?? { count: 0, spelt: new Map() };
      entry.count += 1;
      entry.spelt.set(phrase, (entry.spelt.get(phrase) ?? 0) + 1);
      counts.set(key, entry);
    }
  }
  const often = [...counts].filter(([key, { count }]) => count >= LEAST && !isPlain(key));
  return often
    .filter(
      ([key, { count }]) =>
        !often.some(([other, { count: more }]) => extendsIt(key, other) && more >= count * 0.8),
    )
    .filter(
      ([key]) =>
        !often.some(([other, { count }]) => extendsIt(other, key) && counts.get(key)!.count < count * 0.8),
    )
    .filter(([key]) => (inferPlace(key)?.confidence ?? 0) < SURE_ENOUGH)
    .map(([, { count, spelt }]) => ({ words: commonest(spelt), count }));
}

function leadingPhrases(name: string): string[] {
  const lead = name.split(/\s+[-–—|/:@]\s*|[,;|()/@]|\d/)[0]!.trim();
  const words = lead.split(/\s+/).filter(Boolean);
  return words.slice(0, MOST_WORDS).flatMap((_, at) => {
    const phrase = words.slice(0, at + 1).join(' ');
    return fold(phrase).length > 2 ? [phrase] : [];
  });
}

const extendsIt = (shorter: string, longer: string): boolean => longer.startsWith(`${shorter} `);

const commonest = (spelt: ReadonlyMap<string, number>): string =>
  [...spelt].sort((a, b) => b[1] - a[1])[0]![0];
