import { guessLanguages } from './learned/language.ts';
import { languageModel } from './learned/models.ts';

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
// Surer than this of another language than the contact's: "ok", "no" and a name are everybody's.
const SURE = 0.85;
const LIKELY = 0.5;

/**
 * The language of a reply as BCP 47, or "und". The script decides first; Latin languages are told apart by what was
 * learnt of them; a text that says too little is taken to be in the contact's language.
 */
export function readLanguage(text: string, known?: string | null): string {
  const scripted = SCRIPTS.find(([script]) => script.test(text))?.[1];
  if (scripted) return known?.startsWith(scripted) ? known : scripted;
  if (!/\p{L}{2}/u.test(text)) return known ?? 'und';
  const [best] = guessLanguages(languageModel(), text);
  if (!best || best.share < (known ? SURE : LIKELY)) return known ?? 'und';
  return known?.split('-')[0] === best.language ? known : best.language;
}
