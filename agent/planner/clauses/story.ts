// The story around a request: "We got a complaint yesterday. Draft a survey for all our spas." Where one sentence says by
// itself what shall be done and for whom, a sentence of strange words that says neither tells only how it came to that.
// What could still narrow the request stays, to be asked about.
import { type Item, isCue, isWord } from '../items.ts';
import { readItems } from '../read-items.ts';
import { type Reader, textOf } from '../reader.ts';
import type { Token } from '../tokens.ts';

type Sentence = {
  start: number;
  end: number;
  tokens: readonly Token[];
  items: readonly Item[];
  mark: string;
};

export type Story = { tokens: readonly Token[]; left: string[] };

export function leaveOutStory(reader: Reader): Story {
  const sentences = cutSentences(reader);
  const asked = sentences.findIndex(isWhole);
  const whole = asked < 0 ? sentences.findIndex(isList) : asked;
  if (sentences.length < 2 || whole < 0) return { tokens: reader.tokens, left: [] };
  const told = sentences.filter(
    (one, at) => at !== whole && (at < whole ? isPrelude(one, sentences[whole]!) : isAfterthought(one)),
  );
  return {
    tokens: reader.tokens.filter((_, at) => !told.some(({ start, end }) => at >= start && at < end)),
    left: told.map(({ start, end }) => textOf(reader, start, end)),
  };
}

const ENDS = new Set(['.', '!', '?', ';', '…', ':', '"', '“', '”', '>']);

function cutSentences(reader: Reader): Sentence[] {
  const { tokens, sentence } = reader;
  const found: Sentence[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { text, kind, end } = tokens[at]!;
    const isLine = /\n/.test(sentence.slice(end, tokens[at + 1]?.start ?? end));
    if (!(kind === 'mark' && ENDS.has(text)) && !isLine && at < tokens.length - 1) continue;
    const own = tokens.slice(start, at + 1);
    const items = readItems({ ...reader, tokens: own }).filter((item) => item.kind !== 'mark');
    if (items.length > 0) found.push({ start, end: at + 1, tokens: own, items, mark: text });
    start = at + 1;
  }
  return found;
}

const says = (item: Item): boolean =>
  ['clause', 'customer', 'dated', 'rank', 'ambiguous'].includes(item.kind);
const isEverybody = (item: Item): boolean => isWord(item, 'nouns', 'everybody');
const isAsking = (item: Item): boolean =>
  isCue(item, 'show', 'count', 'which', 'send', 'tell', 'draft') || item.kind === 'type';

/** What shall be done and for whom, with nothing that points at another sentence. */
const isWhole = ({ items, tokens, mark }: Sentence): boolean =>
  mark !== ':' &&
  items.some(isAsking) &&
  items.some((item) => says(item) || isEverybody(item)) &&
  !pointsBack(tokens);

/** "so let's see it: all customers without a business type": behind a heading, whoever is named is asked for. */
const isList = (one: Sentence, at: number, all: readonly Sentence[]): boolean =>
  all[at - 1]?.mark === ':' && !isStrange(one) && one.items.some(says) && !pointsBack(one.tokens);

const pointsBack = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ word }, at) =>
      ['them', 'theirs', 'such'].includes(word) ||
      (['those', 'these', 'ones'].includes(word) && isAlone(tokens[at + 1])),
  );
const isAlone = (next: Token | undefined): boolean => next === undefined || next.kind === 'mark';

const restricts = (item: Item): boolean =>
  isWord(item, 'operators', 'only', 'except', 'without', 'neither', 'not', 'but', 'exceptAfter') ||
  isWord(item, 'nouns', 'customer') ||
  ['channel', 'role', 'address', 'type'].includes(item.kind) ||
  isCue(item, 'narrow', 'drop', 'draftOnly', 'send', 'draft', 'count');

const isStrange = ({ items }: Sentence): boolean => items.some(({ kind }) => kind === 'unknown');

/** In front of a request that says for itself whom it means: not "the hotels" of which was spoken. */
function isPrelude(one: Sentence, whole: Sentence): boolean {
  const isHeading = one.mark === ':';
  if (!isStrange(one) || (isHeading && one.items.some(says))) return false;
  if (!one.items.some(says))
    return !one.items.some((item) => restricts(item) && (isHeading || !isWord(item, 'nouns')));
  const isOwn = whole.items.some(isEverybody) || whole.items.filter(says).length > 1;
  return (
    isOwn && isTold(one) && !one.items.some((item) => isAsking(item) || isWord(item, 'operators', 'only'))
  );
}

const SPEAKERS =
  /^(i|we|my|our|it|he|she|there|somebody|someone|yesterday|today|this|last|the|so|well|ok|okay|as|since)$/;
const isTold = ({ tokens }: Sentence): boolean =>
  SPEAKERS.test(tokens.find(({ kind }) => kind !== 'mark')?.word ?? '');

/** Behind it: "Can you look?", "It was his idea." Nothing that speaks of customers. */
const isAfterthought = (one: Sentence): boolean =>
  isStrange(one) &&
  AFTER.test(one.tokens.find(({ kind }) => kind !== 'mark')?.word ?? '') &&
  !one.items.some((item) => says(item) || restricts(item) || isEverybody(item) || item.kind === 'period');

const AFTER =
  /^(i|we|my|he|she|it|that|this|can|could|would|will|please|fair|you|let|thanks|thank|thx|best|kind|regards|cheers|sorry|hope|no|nothing)$/;
