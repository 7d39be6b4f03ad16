// Names: those that are known are taken out of a text before its claims are read; in a text that a model wrote, a
// capitalised word that nobody gave it is an invention.
import { fold } from '../../../lib/text.ts';

const MASK = '\uE001';

/** The text with every known name replaced by a mark, the longest first, whole words only. */
export function maskNames(text: string, names: readonly string[]): string {
  const wanted = [...new Set(names)]
    // A zone called "2" must not hide the 2 of "2 zones".
    .filter((name) => /[^\p{N}\s]/u.test(name))
    .sort((a, b) => b.length - a.length);
  let masked = text;
  for (const name of wanted) {
    if (!masked.includes(name)) continue;
    masked = masked.replace(wholeWords(name), MASK);
  }
  return masked;
}

export const hasWords = (text: string, name: string): boolean => wholeWords(name, 'iu').test(text);

// Letters of scripts that part their words; Thai, Chinese and Japanese write on beside a name.
const PARTED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{N}]/u;

const patterns = new Map<string, RegExp>();
function wholeWords(name: string, flags = 'gu'): RegExp {
  const key = `${flags} ${name}`;
  const known = patterns.get(key);
  if (known) {
    known.lastIndex = 0;
    return known;
  }
  const inner = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const before = PARTED.test(name.charAt(0)) ? `(?<!${PARTED.source})` : '';
  const behind = PARTED.test(name.slice(-1)) ? `(?!${PARTED.source})` : '';
  const pattern = new RegExp(`${before}${inner}${behind}`, flags);
  if (patterns.size > 5000) patterns.clear();
  patterns.set(key, pattern);
  return pattern;
}

const HARMLESS = new Set([
  'i',
  'ok',
  'okay',
  'yes',
  'no',
  'stop',
  'mr',
  'ms',
  'mrs',
  'dr',
  'khun',
  'e',
  'email',
  'pdf',
]);

/**
 * Capitalised words inside sentences that neither the facts nor the example have. Where a language writes its nouns
 * so (German), or has no capitals, only the greeting can be checked.
 */
export function inventedNames(
  text: string,
  { allowed, language }: { allowed: string; language: string },
): string[] {
  const known = new Set(fold(allowed).split(' '));
  const place =
    language === 'de'
      ? /(?<=^(?:Sehr geehrte[r]?|Liebe[r]?|Hallo|Guten Tag)\s[^\n]*)\p{Lu}[\p{L}’'-]+/gmu
      : /(?<=[\p{Ll}\p{N},;)’'"”\uE001-] )\p{Lu}[\p{L}’'-]+|(?<=^(?:Dear|Hello|Hi|Hey|Bonjour|Hola|Olá|Estimad[oa]|Prezad[oa]) )\p{Lu}[\p{L}’'-]+/gmu;
  const found = [...text.matchAll(place)].map(([word]) => word);
  return [...new Set(found)].filter(
    (word) =>
      !fold(word)
        .split(' ')
        .every((part) => known.has(part) || HARMLESS.has(part)),
  );
}
