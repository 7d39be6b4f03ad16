// "the Marriotts and maybe the Hyatts", "in Pattaya, or was it Rayong": a person who is not sure is asked, before anybody
// is written to. A hedge counts where it stands between two things that are said; "maybe send a survey" is only polite.
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { skipWords, textOf } from '../reader.ts';
import type { Choice, Question } from '../types.ts';
import { asWritten } from './ask.ts';

const phrases = (said: string): string[][] => said.split('|').map((phrase) => phrase.split(' '));

const HEDGES = phrases('maybe|may be|perhaps|possibly|potentially|probably|presumably|could be|might be');
/** Of a part; at the beginning of a sentence they only lead it in. */
const BELIEVED = phrases('i think|i believe|i guess|i suppose|i reckon|not sure about');
const OTHERWISE = phrases('or was it|or is it|or were they|or are they|or was that|or is that');
const ANY = [...HEDGES, ...BELIEVED, ...OTHERWISE];

type Hedge = { start: number; end: number };

export function unsure(frame: Frame): Question | null {
  const { items } = frame;
  for (const hedge of hedgesOf(frame)) {
    const before = items.findLast((item) => item.end <= hedge.start && !isPassed(item));
    const after =
      whenToSend(frame, hedge) ?? items.find((item) => item.start >= hedge.end && !isPassed(item));
    const isBelief = startsWith(frame, hedge.start, BELIEVED) !== null;
    if (!before || !isContent(before) || (isBelief && endsSentence(frame, before.end, hedge.start))) continue;
    if (after && isContent(after)) return question(frame, { hedge, before, after });
    // "and the Hyatts maybe"
    const isLast = items.every(({ start, kind }) => start < hedge.end || kind === 'mark');
    if (isLast && !isBelief && before.end === hedge.start && before.kind !== 'type')
      return question(frame, { hedge, before: null, after: before });
  }
  return askedInBrackets(frame) ?? admitted(frame);
}

/** "in Pattaya or Rayong, I forget which" */
function admitted({ sentence }: Frame): Question | null {
  const said = ADMITTED.exec(sentence)?.[0];
  return said ? { text: `You said “${said}”, so I have not guessed. What is meant?`, choices: [] } : null;
}

const ADMITTED =
  /\b(?:i )?(?:forget|forgot|can(?:no|['’])t remember|do(?: no|n['’])t remember|(?:a|['’])?m? ?not sure|no idea) (?:which|who|what month|what city|what date)\b|\bwho knows\b|\bif (?:that|it)(?:['’]s| is) the right\b/iu;

function hedgesOf(frame: Frame): Hedge[] {
  return frame.reader.tokens.flatMap((_, start) => {
    const end = startsWith(frame, start, ANY);
    return end === null || start === 0 ? [] : [{ start, end }];
  });
}

function startsWith({ reader: { tokens } }: Frame, at: number, phrases: string[][]): number | null {
  const found = phrases.find((words) => words.every((word, i) => tokens[at + i]?.word === word));
  return found ? at + found.length : null;
}

/** "perhaps on Monday": what became the time to send is no item any more. */
function whenToSend({ items, reader, schedule }: Frame, { end }: Hedge): Item | null {
  const start = skipWords(reader, end, ['on', 'at', 'by', 'for']);
  const next = items.find((item) => item.end > start)?.start ?? reader.tokens.length;
  if (!schedule || next <= start || reader.tokens[start]?.kind === 'mark') return null;
  return {
    kind: 'period',
    period: null,
    time: null,
    clock: null,
    start,
    end: next,
    text: textOf(reader, start, next),
  };
}

/** "the Hiltons in Pattaya (and Rayong?)" */
function askedInBrackets(frame: Frame): Question | null {
  const { items } = frame;
  const at = items.findIndex(({ text }, i) => text === '?' && items[i + 1]?.text === ')');
  const after = items[at - 1];
  const opened = items.slice(0, Math.max(at, 0)).findLast(({ text }) => text === '(');
  if (!after || !opened || !isContent(after)) return null;
  return question(frame, { hedge: opened, before: null, after });
}

const CONTENT = new Set([
  'clause',
  'customer',
  'ambiguous',
  'dated',
  'period',
  'channel',
  'role',
  'type',
  'now',
]);
const isContent = (item: Item): boolean =>
  CONTENT.has(item.kind) || isWord(item, 'nouns', 'customer') || isWord(item, 'typeVerbs');

/** What joins two things, and little words; a cue such as "send" begins something new. */
const isPassed = (item: Item): boolean =>
  item.kind === 'mark' ||
  (item.kind === 'word' &&
    (!isWord(item, 'nouns', 'customer') || /^ones$/i.test(item.text)) &&
    (isWord(item, 'skip') ||
      isWord(item, 'operators') ||
      isWord(item, 'bounds') ||
      isCue(item, 'drop', 'add', 'narrow')));

const endsSentence = ({ reader: { tokens } }: Frame, start: number, end: number): boolean =>
  tokens.slice(start, end).some(({ text }) => /^[.!?]$/.test(text));

type Said = { hedge: Hedge; before: Item | null; after: Item };

function question(frame: Frame, { hedge, before, after }: Said): Question {
  const from = Math.min(hedge.start, after.start);
  const to = Math.max(hedge.end, after.end);
  const words = textOf(frame.reader, from, to)
    .replace(/[()?]+/g, '')
    .trim();
  const isOther = startsWith(frame, hedge.start, OTHERWISE) !== null;
  const choices: Choice[] =
    isOther && before
      ? [
          { label: asWritten(frame, before), say: cut(frame, hedge.start, to) },
          { label: asWritten(frame, after), say: cut(frame, before.start, hedge.end) },
        ]
      : [
          { label: `Yes, ${asWritten(frame, after)} too`, say: cut(frame, hedge.start, hedge.end) },
          { label: `No, without ${asWritten(frame, after)}`, say: cut(frame, joinedFrom(frame, from), to) },
        ];
  return { text: `You said “${words}”, so I have not guessed. What is meant?`, choices };
}

/** Past what joins it to what stands before: "and", a comma, "also". */
function joinedFrom({ items }: Frame, at: number): number {
  let start = at;
  for (const item of [...items].reverse()) if (item.end === start && isPassed(item)) start = item.start;
  return start;
}

/** The sentence without some of its tokens. */
function cut({ sentence, reader: { tokens } }: Frame, start: number, end: number): string {
  const [first, last] = [tokens[start]!, tokens[end - 1]!];
  return `${sentence.slice(0, first.start)} ${sentence.slice(last.end)}`
    .replace(/\(\s*(?:and|or)?\s*\??\s*\)/giu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.?!])/g, '$1')
    .trim();
}
