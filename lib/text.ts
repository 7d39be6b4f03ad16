/** Folded for comparing names: no accents, no case, no punctuation, single spaces. Keeps every script's letters. */
export const fold = (text: string): string =>
  // Most names, in a fifth of the time.
  ASCII.test(text) ? text.toLowerCase().replace(NOT_PLAIN, ' ').trim() : foldAny(text);

// All that has one byte.
const ASCII = /^[\0-\x7f]*$/;
const NOT_PLAIN = /[^a-z0-9]+/g;

const foldAny = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, (marks, at, whole: string) =>
      /\p{Script=Latin}/u.test(whole[at - 1] ?? '') ? '' : marks,
    )
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** "a, b and c" */
export const joinWords = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** For reading what people typed: full-width and styled letters made plain, lower case, straight quotes, one line per line. */
export const plainText = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]|\ufe0f/g, '')
    // NFKC takes the Thai vowel am apart, which nobody types in two.
    .replaceAll('\u0e4d\u0e32', '\u0e33')
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

/** The text as a pattern that means nothing but itself. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As a database can keep it: half a character and the character zero, which JSON and XML can spell, are "\uFFFD". */
export const storable = (text: string): string => text.replaceAll('\0', '\ufffd').toWellFormed();
