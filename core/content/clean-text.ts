// What people typed into files, made fit to stand inside a letter or a header line.

// Controls, line and paragraph separators, and marks that turn the direction of what follows.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;
// Joiners that Thai, Persian and emoji need are kept.
const JOINERS = /[\u200c\u200d]/;
const NOTHING =
  /^(n\/?a|tba|tbc|tbd|unknown|none|null|undefined|nil|not known|to be (advised|confirmed))\.?$/i;

/** One line without control characters; null when nothing is left, or only a word for "unknown". */
export function cleanName(text: string | null | undefined): string | null {
  if (!text) return null;
  const line = cleanLine(text);
  return /[\p{L}\p{N}]/u.test(line) && !NOTHING.test(line) ? line : null;
}

/** The text on one line, without control characters. */
export const cleanLine = (text: string): string =>
  text
    .replace(UNSAFE, (run) => (JOINERS.test(run) && run.length === 1 ? run : ' '))
    .replace(/\s+/g, ' ')
    .trim();
