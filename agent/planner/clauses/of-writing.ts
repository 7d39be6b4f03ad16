// "no emojis", "with a gentle tone": how it is written, whoever gets it.
import { type Item, isCue, isWord } from '../items.ts';

export function isOfWriting({ items, at }: { items: readonly Item[]; at: number }): boolean {
  const item = items[at]!;
  const before = items[at - 1];
  const isRuledOut =
    isCue(before, 'no') || isWord(before, 'operators', 'without') || isWord(before, 'known', 'without');
  if (isRuledOut && WRITING.test(item.text)) return true;
  return (
    /^(tone|wording|style)$/i.test(items[at + 1]?.text ?? '') &&
    /^[a-z]+$/.test(item.text) &&
    !WHO.test(before?.text ?? '')
  );
}
const WRITING =
  /^(emojis?|emoticons?|smileys?|jargon|fluff|exclamation marks?|buzzwords?|marketing speak|slang|small talk|waffle)$/i;
const WHO = /^(with|whose|having|of|who|that|only|except)$/i;
