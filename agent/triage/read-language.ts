import { compiled } from './read-meanings.ts';
import type { Words } from './words/words.ts';

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Thai}/u, 'th'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Greek}/u, 'el'],
];

// Fewer words than this say too little about a Latin language: "ok", "no", "thanks".
const ENOUGH_WORDS = 3;

/**
 * The language of a reply as BCP 47, or "und". The script decides first; Latin languages are told apart by their little
 * words; a short text is taken to be in the contact's language unless its words are another's.
 */
export function readLanguage(text: string, all: readonly Words[], known?: string | null): string {
  const scripted = SCRIPTS.find(([script]) => script.test(text))?.[1];
  if (scripted) return known?.startsWith(scripted) ? known : scripted;
  const count = text.match(/\p{L}+/gu)?.length ?? 0;
  const scores = all
    .filter(({ hasSpaces }) => hasSpaces)
    .map((words) => ({ language: words.language, score: scoreOf(text, words) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  const knownBase = known?.split('-')[0];
  if (!best || best.score === 0) return known ?? 'und';
  const isTie =
    best.score === next?.score || scores.some((one) => one.language === knownBase && one.score >= best.score);
  if (
    known &&
    (count < ENOUGH_WORDS || isTie) &&
    scores.some((one) => one.language === knownBase && one.score > 0)
  ) {
    return known;
  }
  return best.language === knownBase ? known! : best.language;
}

function scoreOf(text: string, { little, wordings }: Words): number {
  const littleWords = text.match(compiled(little))?.length ?? 0;
  const read = wordings.filter(([, , pattern]) => /\p{L}{2}/u.test(text.match(compiled(pattern))?.[0] ?? ''));
  return littleWords + read.reduce((sum, [, strength]) => sum + strength, 0);
}
