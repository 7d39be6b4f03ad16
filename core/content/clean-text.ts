// What people typed into files, made fit to stand inside a letter or a header line.

// Controls and separators end a line; marks that nobody sees can turn the direction of what follows.
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
// Joiners stay: Persian, Indian scripts and emoji need them.
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}]+/gu;
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
  text.replace(BREAKS, ' ').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
