// What the judge of remarks sees: the words, how they begin and end, what stands around them, who is spoken of.
import { hash } from '../../triage/learned/features.ts';
import type { Vector } from '../../triage/learned/linear-model.ts';
import { type Item, isWord } from '../items.ts';
import type { Span } from './spans.ts';

export const SPAN_BUCKETS = 2 ** 14;

export function readSpan(items: readonly Item[], span: Span): Vector {
  const own = items.slice(span.from, span.to);
  const words = own
    .flatMap(({ text }) => text.toLowerCase().split(/\s+/u))
    // “we're” is two words of one text.
    .filter((word, at, all) => word !== all[at - 1]);
  const [before, after] = [tagOf(items[span.from - 1], 'last'), tagOf(items[span.to], 'first')];
  const [first, last] = [words[0]!, words.at(-1)!];
  const marks = `${clauseMark(items, span.from, -1)} ${clauseMark(items, span.to - 1, 1)}`;
  const features = [
    ...words.map((word) => `w ${word}`),
    ...words.slice(1).map((word, at) => `p ${words[at]} ${word}`),
    ...words.flatMap(piecesOf),
    ...words.slice(0, 3).map((word) => `start ${word}`),
    ...wordsBefore(items, span.from).map((word, at) => `back ${at} ${word}`),
    ...wordsAfter(items, span.to).map((word) => `on ${word}`),
    `first ${first}`,
    `second ${first} ${words[1] ?? '$'}`,
    `last ${last}`,
    `before ${before}`,
    `after ${after}`,
    `around ${before} ${after}`,
    `into ${before} ${first}`,
    `out ${last} ${after}`,
    `marks ${marks} ${span.isClause}`,
    `clause ${span.isClause} ${first}`,
    `size ${Math.min(words.length, 6)} ${span.isClause}`,
    ...PERSONS.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(([who]) => `who ${who}`),
    ...shapeOf(own).map((shape) => `shape ${shape}`),
  ];
  const value = 1 / Math.sqrt(features.length);
  return {
    buckets: features.map((feature) => hash(feature) % SPAN_BUCKETS),
    values: features.map(() => value),
  };
}

const PERSONS: readonly (readonly [string, RegExp])[] = [
  ['we', /^(i|we|me|us|my|our|i'\w+|we'\w+)$/],
  ['you', /^(you|your)$/],
  ['he', /^(he|she|it|him|his|her|its|this|there)$/],
  ['they', /^(they|them|their|those|these|ones?)$/],
  ['who', /^(who|that|which|whose|where|whom)$/],
  ['a', /^(a|an|the|any|some)$/],
];

/** The three words in front of it in the same clause, the nearest first. */
function wordsBefore(items: readonly Item[], from: number): string[] {
  const mark = items.slice(0, from).findLastIndex(({ kind }) => kind === 'mark');
  return items
    .slice(mark + 1, from)
    .flatMap((item) => (SAID.has(item.kind) ? item.text.toLowerCase().split(/\s+/u) : [kindOf(item)]))
    .slice(-3)
    .reverse();
}

const wordsAfter = (items: readonly Item[], to: number): string[] => {
  const mark = items.findIndex(({ kind }, at) => at >= to && kind === 'mark');
  return items
    .slice(to, mark < 0 ? undefined : mark)
    .slice(0, 2)
    .map((item) => (SAID.has(item.kind) ? item.text.toLowerCase().split(/\s+/u)[0]! : kindOf(item)));
};

/** Of the rest counts what it is, not what it says. */
const SAID = new Set(['word', 'unknown', 'mark']);

/** How unknown and known words take turns, at both ends. */
function shapeOf(own: readonly Item[]): string[] {
  const kinds = own.map((item) =>
    item.kind === 'unknown' ? 'U' : isWord(item, 'skip') ? 's' : kindOf(item),
  );
  return [kinds.slice(0, 3).join(' '), `$${kinds.slice(-3).join(' ')}`];
}

/** Beginnings and endings; of scripts without spaces every two and three letters. */
function piecesOf(word: string): string[] {
  if (/^[\p{Script=Latin}\p{P}\d]+$/u.test(word))
    return word.length > 4 ? [`e ${word.slice(-3)}`, `e ${word.slice(-2)}`, `b ${word.slice(0, 4)}`] : [];
  return [2, 3].flatMap((size) =>
    Array.from({ length: Math.max(0, word.length - size + 1) }, (_, at) => `c ${word.slice(at, at + size)}`),
  );
}

const kindOf = (item: Item): string =>
  item.kind === 'word'
    ? (item.senses.map(
        ({ kind, value }) => `${kind} ${kind === 'cues' || kind === 'operators' ? value : ''}`,
      )[0] ?? 'word')
    : item.kind === 'clause'
      ? item.isHead
        ? 'head'
        : 'condition'
      : item.kind;

function tagOf(item: Item | undefined, side: 'first' | 'last'): string {
  if (!item) return '^';
  if (item.kind === 'mark' || isWord(item, 'skip'))
    return item.text
      .toLowerCase()
      .split(/\s+/u)
      .at(side === 'last' ? -1 : 0)!;
  return kindOf(item);
}

/** The mark at which the clause begins or ends. */
function clauseMark(items: readonly Item[], from: number, step: 1 | -1): string {
  for (let at = from; at >= 0 && at < items.length; at += step)
    if (items[at]!.kind === 'mark') return items[at]!.text;
  return '^';
}
