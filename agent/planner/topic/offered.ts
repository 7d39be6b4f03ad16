// What a message offers, said without "about": "10% off boots", "one month free", "15 eur", "double points". An amount that
// is a condition of customers has been read as one before, and what they have or pay is none.
import { type Item, isWord } from '../items.ts';
import { type Reader, textOf } from '../reader.ts';

/** The items from `from` until `to` say what is offered. */
export type Offered = { from: number; to: number; text: string };

const MONEY = String.raw`(?:[€$£฿]\s?\d+(?:[.,]\d+)?|(?:eur|usd|thb|gbp|sgd)\s?\d+|(?:\d+(?:[.,]\d+)?|five|ten|twenty|fifty)\s?(?:€|\$|£|฿|eur|euros?|usd|dollars?|baht|thb|pounds?|gbp|quid|bucks)\b)`;
const COUNT = String.raw`(?:an?|one|two|three|four|five|six|\d+|first|second|third|next|every)`;
const OFFER = new RegExp(
  [
    String.raw`\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b)`,
    MONEY,
    String.raw`\b${COUNT} (?:extra )?(?:months?|weeks?|years?|days?|zones?|nights?|coffees?|drinks?) (?:(?:for )?free|on us|at half price|half price)\b`,
    String.raw`\b(?:half|double|triple|extra|bonus) (?:the )?(?:price|points)\b`,
    String.raw`\bfree (?:delivery|shipping|installation|setup|trial|month|upgrade|gift|coffee|[a-z]+ bottle|[a-z]+ check)\b`,
    String.raw`\bbuy one,? get one(?: free)?\b`,
    String.raw`\b[2-5] for [1-4]\b(?! (?:customers?|hotels?|gyms?))`,
  ].join('|'),
  'giu',
);
/** Said behind it: "off", "early bird discount", "voucher each". */
const BEHIND =
  /^(?:off|discount|discounts|reduction|rebate|credit|bonus|early|bird|loyalty|welcome|each|cheaper|less|on|us|extra)$/i;
/** What is bought with it follows one of these. */
const ON = /^(?:off|on)$/i;
const COMPARED =
  /\b(?:over|under|than|least|most|above|below|between|up to|spent|spends?|spending|pay|pays|paying|who|that|which|have|has|having)\s*(?:a |an )?$/iu;

export function offeredIn(
  items: readonly Item[],
  reader: Pick<Reader, 'sentence' | 'tokens'>,
): Offered | null {
  const { sentence, tokens } = reader;
  if (!items.some(isMessage)) return null;
  for (const match of sentence.matchAll(OFFER)) {
    const from = items.findIndex(({ end }) => tokens[end - 1]!.end > match.index);
    const past = items.findIndex(({ start }) => tokens[start]!.start >= match.index + match[0].length);
    const end = past < 0 ? items.length : past;
    if (from < 0 || COMPARED.test(sentence.slice(0, match.index))) continue;
    const own = items.slice(from, end);
    if (!own.some(({ kind }) => kind === 'unknown') || own.some(saysWho) || isTheirs(items, from)) continue;
    const to = pastThing(items, end);
    const others = [...items.slice(0, from), ...items.slice(to)];
    if (
      !others.some((item) => saysWho(item) || isPointing(item) || isWord(item, 'nouns', 'everybody')) &&
      !isForUnknown(others)
    )
      continue;
    return { from, to, text: textOf(reader, items[from]!.start, items[to - 1]!.end) };
  }
  return null;
}

/** Past "off extra zones", "early bird discount". */
function pastThing(items: readonly Item[], start: number): number {
  let at = start;
  let isOn = false;
  while (at < items.length) {
    const item = items[at]!;
    const words = item.text.split(/\s+/);
    const isBehind = words.every((word) => BEHIND.test(word)) && ['unknown', 'word'].includes(item.kind);
    const isThing: boolean =
      isOn && (item.kind === 'unknown' || /^(?:the|their|your|all|an?|extra|any|zones?)$/i.test(item.text));
    if (!isBehind && !isThing) break;
    isOn = isThing || words.some((word) => ON.test(word)) || isOn;
    at++;
  }
  return at;
}

/** "customers with a 10% margin", "hotels with one month free": what they have themselves. */
function isTheirs(items: readonly Item[], from: number): boolean {
  const before = items.slice(0, from).filter((item) => !isWord(item, 'skip', 'article'));
  const link = before.at(-1);
  if (!/^(?:with|without|on|at)$/i.test(link?.text ?? '')) return false;
  const owner = before.at(-2);
  return (
    owner === undefined ||
    isWord(owner, 'nouns') ||
    owner.kind === 'customer' ||
    (owner.kind === 'clause' && owner.isHead)
  );
}

const saysWho = (item: Item): boolean =>
  ['clause', 'customer', 'dated', 'rank', 'ambiguous', 'role'].includes(item.kind);
/** "a 10 euro voucher for the VIPs": who they are is asked for. */
const isForUnknown = (items: readonly Item[]): boolean =>
  items.some(
    (item, at) =>
      item.kind === 'unknown' &&
      /^(?:for|to)$/i.test(items.slice(0, at).findLast((one) => !isWord(one, 'skip', 'article'))?.text ?? ''),
  );

/** "a 20% voucher for them" */
const isPointing = ({ text }: Item): boolean => /^(?:them|those|these|him|her|it)$/i.test(text);
const isMessage = (item: Item): boolean =>
  item.kind === 'type' || isWord(item, 'typeVerbs') || isWord(item, 'occasions');
