// ", the German ones in German": everybody is written to in their own language, so that it picks nobody.
import { demonymCountry } from '../names/demonyms.ts';
import type { Token } from '../tokens.ts';

const NOUN = /^(?:ones?|customers?|clients?|contacts?|guests?|people|speakers?|recipients?)$/;
const JOINT = /^(?:[,;(–-]|and|but|with|the|our|of|course|please)$/;

export function withoutOwnLanguage(tokens: readonly Token[]): readonly Token[] {
  for (let at = tokens.length - 1; at > 1; at--) {
    const end = sameLanguage(tokens, at);
    if (end === null) continue;
    let start = at;
    while (start > 0 && JOINT.test(tokens[start - 1]!.text.toLowerCase())) start--;
    // "send the German ones in German a thank you" says who gets it.
    if (start === at || start < 2 || !isPause(tokens.slice(start, at))) continue;
    return withoutOwnLanguage([...tokens.slice(0, start), ...tokens.slice(end)]);
  }
  return tokens;
}

const isPause = (joints: readonly Token[]): boolean =>
  joints.some(({ text }) => /^(?:[,;(–-]|and|with)$/i.test(text));

/** Past "German ones in German". */
function sameLanguage(tokens: readonly Token[], at: number): number | null {
  const { word } = tokens[at]!;
  if (!demonymCountry(word)) return null;
  const into = NOUN.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
  if (tokens[into]?.word !== 'in' || tokens[into + 1]?.word !== word) return null;
  return tokens[into + 2]?.text === ')' ? into + 3 : into + 2;
}
