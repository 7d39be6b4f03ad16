// What is said beside a request and cannot narrow it, told by a small model where no rule knew it: "the projector is
// already warming up". It goes only when everything strange of the sentence does; else all of it is asked about.
import { predict } from '../../triage/learned/linear-model.ts';
import { type Item, isWord } from '../items.ts';
import { remarkModel, SURE } from './model.ts';
import { readSpan } from './read-span.ts';
import { isContent, type Span, strangeSpans } from './spans.ts';

export function passOverRemarks(items: readonly Item[]): { items: readonly Item[]; passedOver: string[] } {
  const spans = strangeSpans(items);
  const isIn = (at: number) => spans.some(({ from, to }) => at >= from && at < to);
  const isAsked = items.some((item, at) => isContent(item) && !isWord(item, 'nouns') && !isIn(at));
  if (!isAsked || !spans.every((span) => isRemark(items, span))) return { items, passedOver: [] };
  return {
    items: items.map((item, at) =>
      isIn(at) ? { ...item, kind: 'word', senses: [{ kind: 'skip', value: 'filler' }] } : item,
    ),
    passedOver: spans.map(({ from, to }) =>
      items
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
    ),
  };
}

const isRemark = (items: readonly Item[], span: Span): boolean =>
  !saysWhom(items, span) && predict(remarkModel(), readSpan(items, span))[0]! >= SURE;

/** What points at those who are meant, a word that rules out and a figure are never judged. */
export const saysWhom = (items: readonly Item[], { from, to }: Span): boolean =>
  items
    .slice(from, to)
    .some(
      (item) =>
        isWord(item, 'operators', 'only', 'except', 'without', 'neither', 'exceptAfter') ||
        item.text.split(/\s+/u).some((word) => WHOM.test(word)),
    );

const WHOM =
  /\d|^(nobody|none|nothing|only|just|them|those|these|theirs?|ones?|whose|which|who|whom|whoever|where|enough|everyone|half|most|rest|unless|provided|excluding|except|without|minus|skip|exclude|ignore)$/i;
