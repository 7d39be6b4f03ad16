// "WHO: Uniqlo / WHAT: renewal reminder / WHEN: …": the questions of a form are asked of nobody.
import type { Token } from '../tokens.ts';

const QUESTIONS = new Set('who whom what when where how mode time timing'.split(' '));

export function withoutLabels(tokens: readonly Token[]): readonly Token[] {
  const isLabel = (at: number): boolean =>
    tokens[at + 1]?.text === ':' && QUESTIONS.has(tokens[at]!.word) && tokens[at + 2]?.kind !== 'mark';
  const labels = tokens.flatMap((_, at) => (isLabel(at) ? [at] : []));
  // One alone may be a question: "who: the Hyatts?"
  const others = tokens.filter(({ text }, at) => text === ':' && !labels.includes(at - 1));
  if (labels.length === 0 || labels.length + others.length < 2) return tokens;
  return tokens.flatMap((token, at): Token[] => {
    if (labels.includes(at)) return [];
    if (!labels.includes(at - 1)) return [token];
    return at > 1 ? [{ ...token, text: ';', word: ';', stem: ';' }] : [];
  });
}
