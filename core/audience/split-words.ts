// Where the words of a filter may be cut: never inside quotation marks, nor inside brackets.

/** The position after the quoted text that begins at `at`; the text's own end marks are doubled. */
function afterQuote(words: string, at: number): number {
  let end = at + 1;
  while (end < words.length) {
    if (words[end] !== '”') end += 1;
    else if (words[end + 1] === '”') end += 2;
    else return end + 1;
  }
  return end;
}

const OPENING = '([';
const CLOSING = ')]';

/** The positions that stand outside quotation marks and brackets. */
export function* openPositions(words: string): Generator<number> {
  let depth = 0;
  for (let at = 0; at < words.length; at++) {
    const sign = words[at]!;
    if (sign === '“') {
      if (depth === 0) yield at;
      at = afterQuote(words, at) - 1;
    } else if (OPENING.includes(sign)) {
      if (depth === 0) yield at;
      depth += 1;
    } else if (CLOSING.includes(sign)) depth -= 1;
    else if (depth === 0) yield at;
  }
}

/** Cuts at every separator that stands open; of several that fit at one place, at the first listed. */
export function splitWords(words: string, separators: readonly string[]): string[] {
  const parts: string[] = [];
  let begin = 0;
  for (const at of openPositions(words)) {
    if (at < begin) continue;
    const found = separators.find((separator) => words.startsWith(separator, at));
    if (found === undefined) continue;
    parts.push(words.slice(begin, at));
    begin = at + found.length;
  }
  return [...parts, words.slice(begin)];
}

/** The words without what stands in round brackets at their end: "Hilton (with Tru by Hilton)". */
export function withoutRemark(words: string): string {
  if (!words.endsWith(')')) return words;
  const [first] = splitWords(words, [' (']);
  return first!;
}

/** A quoted text as it was; null when the words are not one quoted text. */
export function unquoted(words: string): string | null {
  if (!words.startsWith('“') || words.length < 2 || afterQuote(words, 0) !== words.length) return null;
  return words.endsWith('”') ? words.slice(1, -1).replaceAll('””', '”') : null;
}

/** All texts between quotation marks, as they were. */
export function quotedTexts(words: string): string[] {
  const found: string[] = [];
  for (let at = words.indexOf('“'); at >= 0; ) {
    const end = afterQuote(words, at);
    const text = unquoted(words.slice(at, end));
    // One that nothing ends goes to the end of everything.
    if (text === null) break;
    found.push(text);
    at = words.indexOf('“', end);
  }
  return found;
}
