// Which known word a misspelt one is. Edit distance finds slips of the keys; the same letters in another order count
// as one slip ("Pukhet"). Anything further away is for the person to say.

export type Near = { word: string; distance: number };

/** The known words nearest to `word` within what a slip explains, nearest first; several when they are equally near. */
export function nearestWords(word: string, ...known: ReadonlySet<string>[]): Near[] {
  const limit = slips(word);
  const near = new Map<string, number>();
  for (const candidate of limit === 0 ? [] : known.flatMap((words) => candidates(words, word, limit))) {
    const distance = likeness(word, candidate, limit);
    if (distance <= limit) near.set(candidate, distance);
  }
  const best = Math.min(...near.values());
  return [...near]
    .filter(([, distance]) => distance === best)
    .map(([found, distance]) => ({ word: found, distance }));
}

type Letters = { words: string[]; masks: Uint32Array };
const lettersOf = new WeakMap<ReadonlySet<string>, Letters>();

/** Words of about this length with about these letters: whatever is further away cannot be a slip. */
function candidates(known: ReadonlySet<string>, word: string, limit: number): string[] {
  let letters = lettersOf.get(known);
  if (!letters) {
    const words = [...known].filter(({ length }) => length >= 4);
    letters = { words, masks: Uint32Array.from(words, mask) };
    lettersOf.set(known, letters);
  }
  const { words, masks } = letters;
  const own = mask(word);
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const isNear = Math.abs(words[at]!.length - word.length) <= limit && bits(masks[at]! ^ own) <= 2 * limit;
    // A set may have lost words since.
    if (isNear && known.has(words[at]!)) found.push(words[at]!);
  }
  return found;
}

/** One bit for every letter that stands in a word. */
function mask(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) % 32);
  return set >>> 0;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

// One slip in a short word, two in a long one: "Sofitel" must not become "Novotel".
const slips = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

function likeness(a: string, b: string, limit: number): number {
  if (a.length === b.length && a[0] === b[0] && sorted(a) === sorted(b)) return 1;
  // Four letters are too few to guess at one of them ("pool" is no poll), unless only one is missing inside ("htel").
  const isShort = a.length < 5;
  const lacksOne = b.length === a.length + 1 && a[0] === b[0] && a.at(-1) === b.at(-1);
  return isShort && !lacksOne ? limit + 1 : editDistance(a, b, limit);
}

const sorted = (word: string): string => [...word].sort().join('');

/** Optimal string alignment; gives up above `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** Known names that look like an unknown word, for a question: by shared trigrams or a shared beginning. */
export function similarNames<T extends { phrase: string }>(
  word: string,
  names: readonly T[],
  count = 3,
): T[] {
  const grams = trigrams(word);
  return names
    .map((name) => ({ name, score: score(word, grams, name.phrase) }))
    .filter(({ score: found }) => found >= 0.4)
    .sort((a, b) => b.score - a.score || a.name.phrase.localeCompare(b.name.phrase))
    .slice(0, count)
    .map(({ name }) => name);
}

function score(word: string, grams: ReadonlySet<string>, phrase: string): number {
  const starts = phrase.split(' ').some((part) => word.length >= 3 && part.startsWith(word));
  const others = trigrams(phrase.replaceAll(' ', ''));
  const shared = [...grams].filter((gram) => others.has(gram)).length;
  return (starts ? 0.5 : 0) + (2 * shared) / (grams.size + others.size);
}

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
