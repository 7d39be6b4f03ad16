// What customers are to be told, said first: "prices go up 5 % on 1 January, let the outlets in Vietnam know",
// "maintenance on 3 December from 2 to 4, tell everyone on Soundtrack". The request behind it says who; what stands first is all
// the message's.
import { type Item, isCue, isWord } from '../items.ts';
import { HAPPENING } from '../languages/happening.ts';
import { FINITE } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import { type Reader, skipWords, textOf } from '../reader.ts';
import type { Token } from '../tokens.ts';

export type ToldFirst = { tokens: readonly Token[]; news: string };

export function toldFirst(reader: Reader): ToldFirst | null {
  const { tokens } = reader;
  for (let at = tokens.length - 2; at > 1; at--) {
    if (!LINKS.has(tokens[at]!.text)) continue;
    const verb = skipWords(reader, at + 1, SOFTLY);
    const request = tokens.slice(verb);
    if (!isTelling(request)) continue;
    const head = { ...reader, tokens: tokens.slice(0, at) };
    if (!isStatement(head)) return null;
    return pointsBack(request) ? withItsWho(head, request) : ofItself(head, request);
  }
  return null;
}

const LINKS = new Set([',', ';', '.', '-', '–', '—', ':', '!', 'so']);
const SOFTLY = [
  'so',
  'and',
  'please',
  'pls',
  'can',
  'could',
  'would',
  'you',
  'we',
  'kindly',
  'just',
  'need',
  'to',
  'must',
];

/** "tell …", "let … know" */
const isTelling = ([first, ...rest]: readonly Token[]): boolean =>
  /^(?:tell|inform|notify|warn|alert|advise)$/.test(first?.word ?? '') ||
  (first?.word === 'let' && rest.some(({ word }) => word === 'know'));

const pointsBack = (request: readonly Token[]): boolean =>
  /^(?:them|those|these)$/.test(request[1]?.word ?? '');

/** "the office is closed on 5 December", "maintenance on 3 December": nothing that asks, narrows or says how to send. */
function isStatement(head: Reader): boolean {
  const items = readItems(head).filter((item) => !isWord(item, 'skip'));
  const isOrder = items.some(
    (item) =>
      ['channel', 'role', 'address', 'rank', 'customer', 'ambiguous', 'dated'].includes(item.kind) ||
      isWord(item, 'operators', 'only', 'except', 'exceptAfter', 'without') ||
      isCue(item, 'send', 'tell', 'draft', 'draftOnly', 'show', 'count', 'which', 'drop', 'narrow', 'stop'),
  );
  const [first] = items;
  const isWork =
    first?.kind === 'type' && first.type === 'technical' && items.some(({ kind }) => kind === 'period');
  return !isOrder && (isWork || (!ASKING.test(head.tokens[0]!.word) && happens(head)));
}
/** A verb behind its subject, in English or as it was written. */
const happens = (head: Reader): boolean =>
  head.tokens.slice(1, 9).some(({ word }) => FINITE.has(word) || word === 'go') ||
  /\b(?:we|it|they|there)['’](?:re|ll|s|ve)\b/i.test(head.sentence) ||
  HAPPENING.test(head.sentence.slice(0, head.tokens.at(-1)!.end));
const ASKING =
  /^(?:i|they|those|these|who|which|what|when|where|how|if|is|are|do|does|can|could|will|would|all|every|each)$/;

/** The request names whom it means; in front nobody is named but a place, which is where it happens. */
function ofItself(head: Reader, request: readonly Token[]): ToldFirst | null {
  const who = readItems({ ...head, tokens: request });
  const named = readItems(head).filter((item) => saysWho(item) && !isOfOurs(head, item) && !isKnown(item));
  const isNamed = who.some((item) => item.kind === 'customer' || item.kind === 'clause');
  const isSafe = named.length === 0 || (isNamed && named.every(isPlace));
  return isSafe && (isNamed || who.some((item) => isWord(item, 'nouns')))
    ? { tokens: request, news: newsOf(head, head.tokens.length) }
    : null;
}

/** "prices go up on 1 January for all outlets in Vietnam, let them know": who "they" are ends what is told. */
function withItsWho(head: Reader, request: readonly Token[]): ToldFirst | null {
  for (let at = head.tokens.length - 1; at > 1; at--) {
    if (!/^(?:for|at|in|with|to)$/.test(head.tokens[at]!.word)) continue;
    const before = { ...head, tokens: head.tokens.slice(0, at) };
    if (readItems(before).some(saysWho)) continue;
    const who = readItems({ ...head, tokens: head.tokens.slice(at) });
    const isWho = who.some(saysWho) && !who.some(({ kind }) => kind === 'unknown');
    return isWho ? { tokens: [...head.tokens.slice(at), ...request], news: newsOf(before, at) } : null;
  }
  return null;
}

const saysWho = (item: Item): boolean =>
  item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns', 'everybody', 'customer');
/** "the office is closed", "our shop moves": one thing, and ours. */
const isOfOurs = ({ tokens }: Reader, item: Item): boolean =>
  item.kind === 'clause' &&
  item.facet === 'type' &&
  item.start === 1 &&
  /^(?:the|our|an?)$/.test(tokens[0]!.word) &&
  !/s$/i.test(item.text);
/** "we have a system outage" has nothing to do with who has a system. */
const isKnown = (item: Item): boolean =>
  item.kind === 'clause' && 'op' in item.filter && item.filter.op === 'known';
const isPlace = (item: Item): boolean => item.kind === 'clause' && item.facet === 'place';
/** With the little words that another language has in front and that are none in English: "wir schließen am …". */
function newsOf(head: Reader, end: number): string {
  const before = head.sentence.slice(0, head.tokens[0]!.start);
  const said = textOf(head, 0, end).replace(/[\s,;:.–—-]+$/u, '');
  return /^[\p{L}\s’']{0,20}$/u.test(before) ? `${before}${said}`.trim() : said;
}
