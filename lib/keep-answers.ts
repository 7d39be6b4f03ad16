/**
 * `ask`, which goes by nothing but the text, without asking twice for the same: once `most` answers are kept, all are let
 * go.
 */
export function keepAnswers<Answer extends NonNullable<unknown> | null>(
  ask: (text: string) => Answer,
  most: number,
): (text: string) => Answer {
  const kept = new Map<string, Answer>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const answer = ask(text);
    if (kept.size >= most) kept.clear();
    kept.set(text, answer);
    return answer;
  };
}
