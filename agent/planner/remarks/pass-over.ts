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
export function saysWhom(items: readonly Item[], { from, to }: Span): boolean {
  const clause = items.slice(0, from).findLastIndex(({ kind }) => kind === 'mark') + 1;
  return (
    items.slice(from, to).some((item) => isRulingOut(item) || holds(item, WHOM)) ||
    items.slice(clause, from).some((item) => holds(item, SOME)) ||
    (to - from < 3 && items.slice(from, to).some((item) => holds(item, HALF_A_DATE))) ||
    (isWho(items[from - 1]) && SUBJECT.test(items[from]!.text)) ||
    (items[to]?.text === ':' && !items.slice(from, to).some((item) => holds(item, SPEAKER)))
  );
}

const isRulingOut = (item: Item): boolean =>
  isWord(item, 'operators', 'only', 'except', 'without', 'neither', 'exceptAfter');
const holds = ({ text }: Item, words: RegExp): boolean => text.split(/\s+/u).some((word) => words.test(word));

/** “A simple one for you:” is said to somebody; “glamorous places:” may say whom. */
const SPEAKER = /^(i|i'm|we|me|us|my|our|you|your|it|this|that|he|she)$/i;

/** “Expired last summer”: of which nothing was made, but which says when. */
const HALF_A_DATE = /^(last|next|past|coming|previous|first|second|third|early|late|mid)$/i;

const isWho = (item: Item | undefined): boolean =>
  ['clause', 'customer', 'dated', 'period'].includes(item?.kind ?? '') || isWord(item, 'nouns');
/** “The hotels we share a building with”: right behind those whom it describes. */
const SUBJECT = /^(i|i'm|we|my|our|he|she|they|the|his|her)\b/i;

/** Said in front of it in the same clause, these go on in what is strange: "nobody with open bills". */
const SOME = /^(nobody|none|whoever|those|ones|unless|only|except|half|every)$/i;

const WHOM =
  /\d|^(nobody|none|nothing|only|them|those|these|theirs?|ones?|whose|which|who|whom|whoever|where|enough|everyone|half|most|rest|unless|provided|excluding|except|without|minus|skip|exclude|ignore)$/i;
