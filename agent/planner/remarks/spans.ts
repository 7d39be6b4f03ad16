// The stretches of a sentence that hold strange words: a whole clause that names nobody, or what stands between the words
// that say what shall be done and for whom.
import { type Item, isCue, isWord } from '../items.ts';

/** `from` and `to` count items. */
export type Span = { from: number; to: number; isClause: boolean };

export function strangeSpans(items: readonly Item[]): Span[] {
  return cut(items, { from: 0, to: items.length, at: isMark }).flatMap((clause) => {
    const isPlain = !items.slice(clause.from, clause.to).some((item) => isContent(item));
    const spans = isPlain
      ? [clause]
      : cut(items, { ...clause, at: (item) => isContent(item) || isAside(item) });
    return spans
      .filter(({ from, to }) => items.slice(from, to).some(({ kind }) => kind === 'unknown'))
      .map(({ from, to }) => ({ from, to, isClause: isPlain }));
  });
}

type Cut = { from: number; to: number; at: (item: Item) => boolean };

function cut(items: readonly Item[], { from, to, at }: Cut): { from: number; to: number }[] {
  const ends = [...Array.from({ length: to - from }, (_, i) => from + i).filter((i) => at(items[i]!)), to];
  return ends
    .map((end, i) => ({ from: i === 0 ? from : ends[i - 1]! + 1, to: end }))
    .filter((span) => span.to > span.from);
}

const isMark = ({ kind }: Item): boolean => kind === 'mark';

const CONTENT = new Set([
  ...['clause', 'customer', 'dated', 'rank', 'ambiguous'],
  ...['type', 'channel', 'address', 'now'],
]);
/** It says what shall be done, for whom or how. */
export const isContent = (item: Item): boolean =>
  CONTENT.has(item.kind) ||
  isWord(item, 'nouns') ||
  isWord(item, 'typeVerbs') ||
  isWord(item, 'dateWords') ||
  isCue(item, 'send', 'sendIt', 'tell', 'draft', 'show', 'count', 'which');

/** A day or a role: part of a remark that is a clause of its own, else meant. */
const isAside = ({ kind }: Item): boolean => kind === 'period' || kind === 'role';
