// The same case typed wrongly, and said in a roundabout way: made by rule, so they count apart from what people wrote.
import type { ConversationCase } from './case.ts';

const LONG_WORD = /\p{Ll}{6,}/u;

/** Two neighbouring letters of the first long word swapped; null where there is no such word. */
function mistype(say: string): string | null {
  const found = LONG_WORD.exec(say);
  if (!found) return null;
  const at = found.index + 2;
  const [one, other] = [say[at]!, say[at + 1]!];
  return one === other ? null : say.slice(0, at) + other + one + say.slice(at + 2);
}

const paraphrase = (say: string): string =>
  `Hi, when you have a moment: ${say.replace(/[.!?]+$/, '')}, thanks`;

/** The variants of a case of one sentence; conversations have none. */
export function variantsOf(one: ConversationCase): ConversationCase[] {
  const [turn] = one.turns;
  if (!turn || one.turns.length > 1 || one.variant) return [];
  const typed = mistype(turn.say);
  const varied = (variant: 'typo' | 'paraphrase', say: string): ConversationCase => ({
    ...one,
    id: `${one.id}~${variant}`,
    variant,
    turns: [{ ...turn, say }],
  });
  return [...(typed ? [varied('typo', typed)] : []), varied('paraphrase', paraphrase(turn.say))];
}
