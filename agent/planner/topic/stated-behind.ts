// What a message says, behind a mark once it is said who gets it: "a voucher for them: free shipping until New Year", "tell
// the hotels: maintenance on 2 December from 1 to 3 am", "a voucher for the campers, free gaiters".
import { type Item, isCue, isWord } from '../items.ts';
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';
import { readQuoted } from '../recognise/naming.ts';
import { isAskedOf, isMore, isNews, isVerb } from './news.ts';
import type { Opening } from './opening.ts';
import { isSpan, isStop } from './stop.ts';

export function statedBehind(reader: Reader, at: number): Opening | null {
  const { tokens } = reader;
  const mark = tokens[at]!.text;
  if (at < 3 || ![':', ',', '-', '–', '—'].includes(mark) || !tokens[at + 1]) return null;
  const stop = tokens.findIndex((token, i) => i > at && isStop(token));
  const end = stop < 0 ? tokens.length : stop;
  const own = readItems({ ...reader, tokens: tokens.slice(at + 1, end) });
  const isSaid =
    isOffer(reader, at + 1) ||
    (isStatement(reader, at + 1) && (mark === ':' || isOfOurs(own))) ||
    isNews(reader, at + 1) ||
    (mark === ':' && (isWork(own) || isMore(reader, { start: at + 1, own }) || isAskedOf(reader, at + 1)));
  if (!isSaid) return null;
  const isLed = isAddressed(readItems({ ...reader, tokens: tokens.slice(0, at) }));
  const last = isLed ? endOf(reader, at + 1, end) : addressedAt(reader, { at, end });
  if (last === null) return null;
  return saysWho(readItems({ ...reader, tokens: tokens.slice(at + 1, last) }))
    ? null
    : { at, start: at + 1, end: last, last, needsRest: false };
}

/** "…, topic: moving to Soundtrack": all of it until how and when are said, once it is said who gets it. */
export function statedAt(reader: Reader, at: number, start: number): Opening | null {
  const { tokens } = reader;
  if (!isAddressed(readItems({ ...reader, tokens: tokens.slice(0, at) }))) return null;
  if (readQuoted(reader, start)) return null;
  const stop = tokens.findIndex((token, i) => i >= start && isStop(token));
  const end = endOf(reader, start, stop < 0 ? tokens.length : stop);
  const own = readItems({ ...reader, tokens: tokens.slice(start, end) });
  return end <= start || own.some((item) => isRuling(item) || isWord(item, 'nouns'))
    ? null
    : { at, start, end, last: end, needsRest: false };
}

/** A message and whoever gets it are named before. */
function isAddressed(before: readonly Item[]): boolean {
  const isMessage = before.some(
    (item) =>
      item.kind === 'type' ||
      isWord(item, 'typeVerbs') ||
      isWord(item, 'occasions') ||
      isCue(item, 'tell', 'send', 'draft'),
  );
  const isWho = before.some(
    (item) =>
      item.kind === 'clause' ||
      item.kind === 'customer' ||
      isWord(item, 'nouns') ||
      /^(?:them|these|those)$/i.test(item.text),
  );
  return (
    isMessage && isWho && !/^(?:following|these|who|whom|namely|criteria)$/i.test(before.at(-1)?.text ?? '')
  );
}

/** "a voucher campaign: 15% off climbing shoes until 15 December, for climbers in Germany": who gets it follows, behind a mark. */
function addressedAt(reader: Reader, { at, end }: { at: number; end: number }): number | null {
  const { tokens } = reader;
  const mark = tokens.findLastIndex(
    ({ kind }, i) =>
      i > at + 1 && i < end && kind === 'mark' && /^(?:for|to|all)$/.test(tokens[i + 1]?.word ?? ''),
  );
  if (mark < 0) return null;
  const behind = readItems({ ...reader, tokens: tokens.slice(mark, end) });
  const isKnown = !behind.some(({ kind }) => kind === 'unknown' || kind === 'ambiguous');
  // "free shipping to Austria until Christmas, for customers there": where, the words before say.
  if (tokens.slice(mark, end).some(({ word }) => word === 'there')) return null;
  const request = readItems({ ...reader, tokens: [...tokens.slice(0, at), ...tokens.slice(mark, end)] });
  return isKnown && isAddressed(request) ? mark : null;
}

const OFFER =
  /^(?:(?:an?|the|with|get|one|two|three|\d+|second|third|extra|additional)\s+)*(?:\p{L}+ (?:at|for) half\b|free\s+\p{L}|\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b)|(?:months?|weeks?|zones?|nights?|coffees?|drinks?)\s+(?:for\s+)?free\b|(?:half|double|triple|extra|bonus)\s+(?:the\s+)?(?:price|points)\b|buy one\b|\d+(?:[.,]\d+)?\s?(?:€|\$|£|฿|euros?|eur|usd|baht|thb|dollars?|pounds?)\s+off\b)/iu;

const isOffer = ({ sentence, tokens }: Reader, start: number): boolean =>
  OFFER.test(sentence.slice(tokens[start]!.start));

/** "maintenance on 2 December from 1 to 3 am": a kind of work, and when. */
const isWork = (own: readonly Item[]): boolean => {
  const [first, ...rest] = own.filter((item) => !isWord(item, 'skip'));
  return first?.kind === 'type' && first.type === 'technical' && rest.some(({ kind }) => kind === 'period');
};

const SUBJECTS = /^(?:we|our|the|there|an?|new|from|this|all)$/;

/** "a new shop in Lyon opens on 12 December" */
function isStatement({ tokens }: Reader, start: number): boolean {
  const verb = tokens.findIndex(({ word }, i) => i > start && i < start + 8 && isVerb(word));
  return (
    verb > start + 1 &&
    SUBJECTS.test(tokens[start]!.word) &&
    !tokens
      .slice(start, verb)
      .some(({ kind, word }) => kind === 'mark' || /^(?:who|that|whose|which)$/.test(word))
  );
}

/** "our office is closed": one of our own things. */
const isOfOurs = ([first, thing]: readonly Item[]): boolean =>
  /^our$/i.test(first?.text ?? '') && thing !== undefined && !/s$/i.test(thing.text);

/** Where how and when it goes out is said, or who does not get it. */
function endOf(reader: Reader, start: number, end: number): number {
  const { tokens } = reader;
  for (let at = start + 1; at < end; at++) {
    const { text, word } = tokens[at]!;
    if (
      isSpan(tokens, at) ||
      (![',', ';', '-', '–', '—'].includes(text) &&
        !['by', 'via', 'over', 'but', 'except', 'without'].includes(word))
    )
      continue;
    const rest = readItems({ ...reader, tokens: tokens.slice(at, end) });
    const isUnderstood = !rest.some(({ kind }) => kind === 'unknown' || kind === 'ambiguous');
    const isOrder = rest.some(
      (item) =>
        item.kind === 'channel' ||
        item.kind === 'period' ||
        item.kind === 'now' ||
        isCue(item, 'send', 'sendIt', 'draft', 'draftOnly') ||
        isRuling(item),
    );
    if (isUnderstood && isOrder) return at;
  }
  return end;
}

const isRuling = (item: Item): boolean =>
  isWord(item, 'operators', 'only', 'except', 'exceptAfter', 'without', 'not') ||
  isCue(item, 'drop', 'narrow');

/** Whoever stands inside is asked about, instead of being taken for words of the message. */
const saysWho = (own: readonly Item[]): boolean =>
  own.some(
    (item, at) =>
      isRuling(item) ||
      (isWord(item, 'nouns') && !isWord(item, 'numbers') && own[at + 1]?.kind !== 'period') ||
      (item.kind === 'clause' && item.isHead && !(at === 1 && isOfOurs(own))),
  );
