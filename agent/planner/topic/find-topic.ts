// What a message is about, in the person's own words: cut out before anything else is read, so that "that we now
// have jazz in Bangkok" does not become a condition. What follows it ("… to all gyms by email") is given back.

import { type Item, isWord } from '../items.ts';
import { FINITE } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import { type Reader, skipWords, textOf } from '../reader.ts';
import { readQuoted } from '../recognise/naming.ts';
import type { Token } from '../tokens.ts';
import { isRest } from './is-rest.ts';
import type { Opening } from './opening.ts';
import { isSpan, isStop } from './stop.ts';

export type Topic = { text: string; start: number; end: number };

export function findTopic(reader: Reader, opening: Opening): Topic | null {
  if (opening.end !== undefined)
    return {
      text: textOf(reader, opening.start, opening.last ?? opening.end - 1),
      start: opening.at,
      end: opening.end,
    };
  const quoted = readQuoted(reader, opening.start);
  if (quoted) return { text: quoted.text, start: opening.at, end: quoted.end };
  const end = findEnd(reader, opening);
  const text = end === null ? '' : trimMarks(textOf(reader, opening.start, end) + restOf(reader, end));
  const lead = opening.lead ? `${opening.lead} ` : '';
  return text ? { text: lead + text.replace(CONJUNCTION, ''), start: opening.at, end: end! } : null;
}

function findEnd(reader: Reader, { at, start, needsRest }: Opening): number | null {
  const isNobodyYet = !reader.tokens.slice(0, at).some(({ word }) => word === 'to' || word === 'all');
  const them = forThem(reader, at);
  const needsAudience = (end: number) =>
    needsRest || (them === null && isNobodyYet && !isVenue(reader, at, end));
  for (let end = start + 1; end < reader.tokens.length; end++) {
    // "from now on"
    if (reader.tokens[end]!.word === 'now' && reader.tokens[end - 1]!.word === 'from') continue;
    if (end === them) return end;
    if (isSpan(reader.tokens, end)) continue;
    if (isStop(reader.tokens[end]!) || beginsLine(reader, end) || namesAll(reader, end)) return end;
    const isOpen = isOpener(reader.tokens[end]!);
    if (isOpen && isOfIt(reader, { at: end, opening: at })) continue;
    if (isOpen && WAYS.has(reader.tokens[end]!.word) && DONE.test(reader.tokens[end - 1]!.word)) continue;
    if (isOpen && reader.tokens[end]!.text === ',' && isExpiry(reader, end)) return end;
    if (isOpen && isRest(reader, end, needsAudience(end))) return end;
  }
  return needsRest ? null : reader.tokens.length;
}

/**
 * "about double points in December for silver and gold", "announce the new store in Lyon to customers in France": where and
 * in which month is of what is told, as whoever gets it is said behind; in "tell the gyms in Bangkok about the party in
 * Phuket" it was said before.
 */
function isOfIt(reader: Reader, { at, opening }: { at: number; opening: number }): boolean {
  const { tokens } = reader;
  const read = (from: number, to?: number) => readItems({ ...reader, tokens: tokens.slice(from, to) });
  if (tokens[at]!.word !== 'in') return false;
  const behind = read(at);
  const own = behind.findIndex((item) => isPlace(item) || isLong(item));
  const item = own > 1 ? undefined : behind[own];
  if (!item) return false;
  const next = at + item.end;
  const before = read(0, opening);
  if (isPlace(item) && before.some(isPlace) && before.some(isNamed)) return true;
  return (
    /^(?:for|to)$/.test(tokens[next]?.word ?? '') &&
    tokens.slice(next).every(({ word }) => word !== 'there') &&
    read(next).slice(0, 5).some(isNamed)
  );
}

const isPlace = (item: Item): boolean => item.kind === 'clause' && item.facet === 'place';
/** "in December": no hour and no day to send at. */
const isLong = (item: Item): boolean =>
  item.kind === 'period' && item.time === null && item.clock === null && item.period?.kind !== 'day';
const isNamed = (item: Item): boolean =>
  item.kind === 'customer' || (item.kind === 'clause' && item.facet !== 'place') || isWord(item, 'nouns');

/** "an announcement about free shipping for them": those of the list at hand, where nobody was named before. */
function forThem({ tokens, input }: Reader, start: number): number | null {
  const isNamed = tokens.slice(0, start).some(({ word }) => /^(?:to|for|all|them|those|these)$/.test(word));
  const at = tokens.findLastIndex(({ word }) => word === 'for' || word === 'to');
  if (input.thread.lastFilter === null || isNamed || at <= start + 1) return null;
  const words = tokens.slice(at + 1).map(({ word }) => word);
  return THEM.test(words.join(' ')) ? at : null;
}
const THEM =
  /^(?:all (?:of )?)?(?:them|those|these|(?:this|that|the) (?:list|group))(?: please| now)?[ .!]*$/;

/** "invite everyone in Phuket to our roadshow on 5 December at the Dusit": where it is, as they were named before. */
function isVenue(reader: Reader, start: number, end: number): boolean {
  const place = reader.tokens.findIndex(({ word }, at) => at >= end && word === 'at');
  if (place < 0) return false;
  const isNamed = (from: number, to: number, ...kinds: Item['kind'][]): boolean =>
    readItems({ ...reader, tokens: reader.tokens.slice(from, to) }).some(({ kind }) => kinds.includes(kind));
  // "at the Marriotts" are several.
  const [article, name] = [reader.tokens[place + 1]?.word, reader.tokens[place + 2]?.word ?? ''];
  const isOne =
    (article === 'the' && !name.endsWith('s')) || isNamed(place, place + 5, 'customer', 'ambiguous');
  return isOne && isNamed(0, start, 'clause', 'customer') && !isNamed(end, place, 'clause', 'customer');
}

/** "about our party, all gyms near the airport": who gets it, whatever else is said of them; "all gyms get it" is told. */
function namesAll(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  if (!MARKS.has(tokens[at]!.text)) return false;
  const first = skipWords(reader, at + 1, ['to', 'for', 'please', 'send']);
  if (!/^(?:all|every|each|everyone|everybody)$/.test(tokens[first]?.word ?? '')) return false;
  const items = readItems({ ...reader, tokens: tokens.slice(first, first + 6) }).slice(0, 4);
  const who = items.find(
    (item) =>
      (item.kind === 'clause' && item.isHead) ||
      item.kind === 'customer' ||
      (isWord(item, 'nouns') && !/^(?:all|every|each)$/i.test(item.text)),
  );
  return who !== undefined && !FINITE.has(tokens[first + who.end]?.word ?? '');
}
const MARKS = new Set([',', '-', '–', '—', ':', '(']);

/** Another line of a list or a form; a line that goes on in small letters was only broken. */
const beginsLine = ({ sentence, tokens }: Reader, at: number): boolean => {
  const gap = sentence.slice(tokens[at - 1]!.end, tokens[at]!.start);
  return (
    /\n\s*\n/.test(gap) || /\n\s*\S/.test(gap) || (gap.includes('\n') && !/^\p{Ll}/u.test(tokens[at]!.text))
  );
};

/** Words behind the last one that carry nothing, in other languages often the verb: "…, dass die App nicht erreichbar ist". */
const restOf = ({ sentence, tokens }: Reader, end: number): string =>
  end === tokens.length ? /^[\s\p{L}\p{M}’']*/u.exec(sentence.slice(tokens.at(-1)!.end))![0] : '';

const WAYS = new Set(['by', 'via', 'over', 'on', 'through', 'using']);
/** "invoices are sent by email": how something else is done. */
const DONE =
  /^(sent|paid|delivered|reached|reachable|contacted|available|answered|handled|ordered|booked|received|issued|mailed|posted|signed|us|controlled|managed|shared|offered|support|supported|come|comes|go|goes|arrive|arrives|work|works|happen|happens|run|runs|given|possible|done|made|invoices?|orders?|bookings?|payments?|replies)$/;

/** ", contract ends December": nobody says that to customers. */
const isExpiry = (reader: Reader, at: number): boolean =>
  readItems({ ...reader, tokens: reader.tokens.slice(at) }).some(
    (item) => item.kind === 'dated' && item.field === 'contract_end' && item.period !== null,
  );

const OPENERS = new Set([
  'to',
  'for',
  'by',
  'via',
  'over',
  'on',
  'at',
  'tomorrow',
  'now',
  'next',
  'immediately',
  'using',
  'through',
  'in',
  ',',
  '-',
  '–',
  '—',
  'asap',
  'right',
]);

const isOpener = ({ word, text }: Token): boolean => OPENERS.has(word) || OPENERS.has(text);

/** "avisa … de que hay una nueva app": as "that" is left out in English. A German clause keeps its "dass", as its order does. */
const CONJUNCTION = /^(?:de que|que(?! nous\b)|qu['’])\s*(?=\p{L})/iu;

const trimMarks = (text: string): string =>
  text.replace(/^[\s,:;–，、：-]+|[\s,;.!?，、。！？]+$/gu, '').slice(0, 500);
