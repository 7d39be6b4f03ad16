// Countries by their two capitals: "TH/VN", "hotels in DE, FR and GB".
import type { Reader } from '../reader.ts';
import type { Token } from '../tokens.ts';
import type { Phrase } from './name.ts';

/** "TH", "VN/MY": two capitals for a country where there are customers; a code that is a word as well only beside another. */
export function countryCode(
  { input, tokens, book, names }: Reader,
  { text, stems, start, end }: Phrase,
): string | null {
  const codes = input.vocabulary.values.country ?? [];
  const isCode = (token: Token | undefined): boolean =>
    token !== undefined && /^\p{Lu}{2}$/u.test(token.text) && codes.includes(token.text);
  if (end !== start + 1) return null;
  if (isSmall({ input, tokens, book, names }, { stems, start }, codes)) return stems.toUpperCase();
  if (!isCode(tokens[start])) return null;
  const isShouted = !tokens.some((token) => /\p{Ll}/u.test(token.text));
  const isListed =
    isCode(tokens[start - 1]) ||
    isCode(tokens[end]) ||
    (BETWEEN.has(tokens[start - 1]?.word ?? '') && isCode(tokens[start - 2])) ||
    (BETWEEN.has(tokens[end]?.word ?? '') && isCode(tokens[end + 1]));
  const isEveryday = book.find(stems).length > 0 || stems === 'it';
  return isListed || (!isEveryday && !isShouted) ? text : null;
}

/** "novotels vn", "hiltons in th": a code that is nothing else, right behind who or "in". */
function isSmall(
  { tokens, book, names }: Pick<Reader, 'input' | 'tokens' | 'book' | 'names'>,
  { stems, start }: Pick<Phrase, 'stems' | 'start'>,
  codes: readonly string[],
): boolean {
  const before = tokens[start - 1];
  return (
    UNMISTAKABLE.has(stems) &&
    codes.includes(stems.toUpperCase()) &&
    book.find(stems).length === 0 &&
    before !== undefined &&
    (before.word === 'in' || names.find(before.stem).length > 0)
  );
}

const UNMISTAKABLE = new Set('th vn jp cn kr ph qa ae gb lk mv sg hk nl gr mo'.split(' '));

const BETWEEN = new Set([',', '/', '&', '+', 'and', 'or']);
