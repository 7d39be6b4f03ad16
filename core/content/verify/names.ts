// Names: those that are known are taken out of a text before its claims are read; in a text that a model wrote, a
// capitalised word that nobody gave it is an invention.
import { escapePattern, fold } from '../../../lib/text.ts';
import { type Place, placesNamed } from '../../places/gazetteer.ts';

const MASK = '\uE001';

/** Replaces every known name in a text by a mark, the longest first, whole words only. */
export function nameMasker(names: readonly string[]): (text: string) => string {
  const wanted = [...new Set(names)]
    // A zone called "2" must not hide the 2 of "2 zones".
    .filter((name) => /[^\p{N}\s]/u.test(name))
    .sort((a, b) => b.length - a.length);
  return (text) => wanted.reduce(maskName, text);
}

// Every recipient brings names of their own: no pattern is worth compiling for one text.
function maskName(text: string, name: string): string {
  let masked = '';
  let from = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (at < from || !standsAlone(text, { at, name })) continue;
    masked += text.slice(from, at) + MASK;
    from = at + name.length;
  }
  return from === 0 ? text : masked + text.slice(from);
}

/** Whether the text names it as it is written, as whole words. */
export const isNamed = (text: string, name: string): boolean => maskName(text, name) !== text;

type Found = { at: number; name: string };

function standsAlone(text: string, { at, name }: Found): boolean {
  const end = at + name.length;
  const isCutBefore = at > 0 && PARTED.test(text.charAt(at - 1)) && PARTED.test(name.charAt(0));
  return !(isCutBefore || (PARTED.test(text.charAt(end)) && PARTED.test(name.charAt(name.length - 1))));
}

/** Whether the text names it, as whole words and whatever the case. */
export function hasWords(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (standsAlone(text, { at, name })) return true;
  return wholeWords(name).test(text);
}

// Letters of scripts that part their words; Thai, Chinese and Japanese write on beside a name.
const PARTED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{N}]/u;

function wholeWords(name: string): RegExp {
  const inner = escapePattern(name).replace(/\s+/g, '\\s+');
  const before = PARTED.test(name.charAt(0)) ? `(?<!${PARTED.source})` : '';
  const behind = PARTED.test(name.slice(-1)) ? `(?!${PARTED.source})` : '';
  return new RegExp(`${before}${inner}${behind}`, 'iu');
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
  'wi',
  'fi',
]);

/** Whom a text calls by a title: the name is what stands in the group. */
const TITLED: readonly RegExp[] = [
  /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|Mme|Sr|Sra|Khun)\.?\s(\p{Lu}[\p{L}’'-]+)|คุณ\s?([A-Z][a-z]+)/gu,
  /([\p{Script=Han}々]{1,6}|[\p{Script=Katakana}ー・]{2,20})\s?(?:様|さん|氏)/gu,
  /([\p{Script=Han}]{1,3}?)(?:先生|女士|小姐)/gu,
];
/** Whoever reads it, by what they are. */
const ANYBODY =
  /^(?:皆|各位|客|担当者?|関係者|責任者|オーナー|マネージャー|スタッフ|ゲスト|パートナー|支配人|店長|社長|部長|奥|先方|.*[的位各])$/u;

const titledNames = (text: string): string[] =>
  TITLED.flatMap((pattern) => [...text.matchAll(pattern)])
    .map(([, one, other]) => one ?? other ?? '')
    .filter((name) => !ANYBODY.test(name));

/**
 * Capitalised words inside sentences that neither the facts nor the example have. Where a language writes its nouns
 * so (German), or has no capitals, only the greeting can be checked.
 */
const UNCASED = new Set(['th', 'ja', 'zh']);
// A line may begin with a label.
const LATIN_NAME = /(?<!^|\p{Script=Latin})\p{Lu}[\p{Script=Latin}’'-]+/gmu;
// German nouns that are towns, too.
const NOUNS = new Set([
  'essen',
  'halle',
  'hof',
  'regen',
  'singen',
  'baden',
  'speyer',
  'kehl',
  'bad',
  'ende',
  'weiden',
]);

/** Towns that a German text names, where any noun may begin with a capital. */
const townsIn = (text: string): string[] =>
  [...text.matchAll(/(?<=[\p{L}\p{N},;\uE001] )(\p{Lu}[\p{L}’-]+)(?=( \p{Lu}[\p{L}’-]+)?)/gu)]
    .flatMap(([, word = '', next = '']) => [`${word}${next}`, word])
    .filter((name) => !NOUNS.has(name.toLowerCase()) && placesNamed(name).some(isTown));

const isTown = ({ people, sureness }: Place): boolean => people >= 100_000 && sureness >= 0.5;

export function inventedNames(
  text: string,
  { allowed, language }: { allowed: string; language: string },
): string[] {
  const known = new Set(fold(allowed).split(' '));
  const place =
    language === 'de'
      ? /(?<=^(?:Sehr geehrte[r]?|Liebe[r]?|Hallo|Guten Tag)\s[^\n]*)\p{Lu}[\p{L}’'-]+/gmu
      : /(?<=[\p{Ll}\p{N},;)’'"”\uE001-] )\p{Lu}[\p{L}’'-]+|(?<=^(?:Dear|Hello|Hi|Hey|Bonjour|Hola|Olá|Estimad[oa]|Prezad[oa]) )\p{Lu}[\p{L}’'-]+/gmu;
  const found = [
    ...[...text.matchAll(place)].map(([word]) => word),
    ...(UNCASED.has(language) ? [...text.matchAll(LATIN_NAME)].map(([word]) => word) : []),
    ...(language === 'de' ? townsIn(text) : []),
    ...titledNames(text),
  ];
  return [...new Set(found)].filter(
    (word) =>
      !fold(word)
        .split(' ')
        .every((part) => known.has(part) || HARMLESS.has(part)),
  );
}
