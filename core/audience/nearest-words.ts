import { fold } from '../../lib/text.ts';

/** The known words most like `word`, nearest first; none when nothing is near enough to be a slip of the keys. */
export function nearestWords(word: string, known: readonly string[], count = 3): string[] {
  const asked = fold(word.slice(0, LONGEST));
  return known
    .map((name) => ({ name, likeness: likeness(asked, fold(name)) }))
    .filter((candidate) => candidate.likeness >= LIKE_ENOUGH)
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name))
    .slice(0, count)
    .map((candidate) => candidate.name);
}

// A third of shared trigrams keeps "Pukhet" for Phuket and "pattya" for Pattaya, and drops unrelated names.
const LIKE_ENOUGH = 0.3;
const LONGEST = 80;

// Trigrams find missing and doubled letters, single letters found swapped ones; a name that contains the word is near.
function likeness(a: string, b: string): number {
  if (!a || !b) return 0;
  if (a === b) return 1;
  const contained = a.length > 2 && (b.includes(a) || a.includes(b)) ? 0.6 : 0;
  return Math.max(contained, (dice(grams(a, 3), grams(b, 3)) + dice(grams(a, 1), grams(b, 1)) ** 3) / 2);
}

function grams(text: string, size: number): Set<string> {
  const padded = size === 1 ? text : `  ${text} `;
  return new Set(Array.from({ length: padded.length - size + 1 }, (_, at) => padded.slice(at, at + size)));
}

function dice(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((gram) => b.has(gram)).length;
  return (2 * shared) / (a.size + b.size);
}
