// What stands right behind the word for the message: "a notice on …", "news: …", "an upsell (extra zones)".
import { ownValue } from '../../../lib/own-value.ts';
import { type Item, isWord } from '../items.ts';
import { FINITE } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';
import { readQuoted } from '../recognise/naming.ts';
import { recogniseType } from '../recognise/words.ts';
import { isMessageWord, isWayOfSending, MESSAGE_NOUNS } from './message-words.ts';
import type { Opening } from './opening.ts';
import { isStop } from './stop.ts';

/** "an upsell campaign (extra zones)": what stands in brackets behind the message and names nobody. */
export function inBrackets(reader: Reader, at: number): Opening | null {
  const { tokens } = reader;
  const closing = ownValue(CLOSING, tokens[at]!.text);
  const close = closing ? tokens.findIndex(({ text }, i) => i > at && closing.includes(text)) : -1;
  if (close < at + 2 || !isMessageWord(reader, tokens[at - 1]?.stem ?? '') || isWayOfSending(tokens, at - 1))
    return null;
  const told = readItems({ ...reader, tokens: tokens.slice(at + 1, close) });
  const isTold =
    told.some(({ kind }) => kind === 'unknown') &&
    told.every(({ kind }) => ['unknown', 'word', 'mark', 'period'].includes(kind)) &&
    // "(resellers)" may be people; "(plus 5 %)" is an amount.
    (close > at + 2 || !/^[a-z]+s$/i.test(tokens[at + 1]!.text)) &&
    !told.some(
      (item) =>
        (isWord(item, 'operators') && !(/^plus$/i.test(item.text) && tokens[at + 2]?.kind === 'number')) ||
        isWord(item, 'nouns'),
    );
  return isTold ? { at, start: at + 1, end: close + 1, needsRest: false } : null;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '–': '–—', '—': '—–', '-': '-' };

/** "news: our lite plan is gone", "subject: our new integration", "notice: our app will be down" */
export function labelAt(reader: Reader, at: number): number | null {
  const { tokens } = reader;
  const isLabel = ['news', 'subject', 'topic', 'content', 'text', 'message', 'reason', 'context'].includes(
    tokens[at]!.word,
  );
  if (isLabel && tokens[at + 1]?.text === ':') return at + 2;
  const isQuoted = tokens[at]!.text === ':' && readQuoted(reader, at + 1) !== null;
  if (isQuoted) return at + 1;
  if (
    tokens[at]!.text !== ':' ||
    /^(writes|wrote|says|said|asks|asked|adds|mails|mailed)$/.test(tokens[at - 1]?.word ?? '')
  )
    return null;
  const isStatement = STATING.has(tokens[at + 1]?.word ?? '') || isStrange(reader, at + 1);
  return isStatement && tokens.slice(at + 2, at + 7).some(({ word }) => FINITE.has(word)) ? at + 1 : null;
}

const STATING = new Set(['we', 'our', 'the', 'there', 'their', 'your', 'from', 'it', 'this', 'a', 'new']);

/** A word that stands for nothing begins there: "players must be restarted". */
const isStrange = (reader: Reader, at: number): boolean => {
  const [first] = readItems({ ...reader, tokens: reader.tokens.slice(at, at + 4) });
  return first?.kind === 'unknown';
};

/** "a notice on the security patch", "news of our move", "announcement re wifi", "reminder due to the works" */
export function isBehindMessage(reader: Reader, at: number): boolean {
  const { tokens, input } = reader;
  const word = tokens[at]!.word;
  // "a re-consent mailing"
  if (word === 're' || word === 'concerning') return recogniseType(reader, at) === null;
  if (word === 'for') return isOccurrence(reader, at);
  if (!['on', 'of', 'with', 'because', 'due', 'around', 'explaining', 'covering'].includes(word))
    return false;
  const isHeadsUp = tokens[at - 1]!.word === 'up' && tokens[at - 2]?.word === 'heads';
  const last = isHeadsUp ? 'heads' : tokens[at - 1]!.stem;
  const isMessage =
    [
      'notice',
      'news',
      'announcement',
      'message',
      'note',
      'survey',
      'update',
      'mail',
      'email',
      'heads',
      'info',
      'information',
      'notification',
      'letter',
      'bulletin',
      'newsletter',
      'line',
      'word',
    ].includes(last) ||
    input.vocabulary.types.some(({ words }) => (words.en ?? []).some((phrase) => phrase === last));
  const next = tokens[at + 1]!;
  return (
    isMessage &&
    !isWayOfSending(tokens, at - 1) &&
    (['the', 'our', 'a', 'an', 'new', 'this', 'upcoming', 'how'].includes(next.word) ||
      isTheme(reader, at + 1)) &&
    (!isMoment(reader, at) || isOurThing(reader, at + 1))
  );
}

/** "a maintenance notice for the amp swap": what takes place; "for the resellers" says who. */
function isOccurrence(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const article = tokens[at + 1]?.word ?? '';
  const noun = tokens.findIndex(({ stem }, i) => i > at + 2 && i < at + 6 && OCCURRENCES.has(stem));
  if (noun < 0 || !/^(the|our|a|an|this|next|upcoming)$/.test(article)) return false;
  const between = readItems({ ...reader, tokens: tokens.slice(at + 2, noun) });
  // "for the new openings": a tag of customers.
  const whole = readItems({ ...reader, tokens: tokens.slice(at + 2, noun + 1) });
  if (whole.some(({ kind }) => kind === 'clause' || kind === 'customer')) return false;
  return isMessageWord(reader, tokens[at - 1]!.stem) && between.every(({ kind }) => kind === 'unknown');
}

const OCCURRENCES = new Set(
  'swap update upgrade work move migration change release launch switch rollout replacement outage closure relaunch opening repair rebuilding move conversion'.split(
    ' ',
  ),
);

/** "draft announcement, trail run on 12 December": what it says, when everybody is named elsewhere. */
export function isTrailing(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const isMark = [',', ':', '-', '–', '—'].includes(tokens[at]!.text);
  const isBehind = MESSAGE_NOUNS.has(tokens[at - 1]?.stem ?? '');
  // "a technical notice to all Marriotts: player update on Tuesday"
  const isLast = tokens[at]!.text === ':' && tokens.slice(0, at).some(({ stem }) => MESSAGE_NOUNS.has(stem));
  if (!isMark || !(isBehind || isLast)) return false;
  const stop = tokens.findIndex((token, i) => i > at && isStop(token));
  const end = stop < 0 ? tokens.length : stop;
  // "…: our summer party"
  const first = tokens[at]!.text === ':' && tokens[at + 1]?.word === 'our' ? at + 2 : at + 1;
  const told = readItems({ ...reader, tokens: tokens.slice(first, end) });
  const others = [tokens.slice(0, at), tokens.slice(end)].flatMap((part) =>
    readItems({ ...reader, tokens: part }),
  );
  const isTold =
    saysSomething(told, tokens[at]!.text) &&
    told.every(
      (item, i) =>
        ['unknown', 'period', 'word', 'mark', 'now'].includes(item.kind) || (i === 0 && item.kind === 'type'),
    ) &&
    !told.some((item) => isWord(item, 'nouns') || isWord(item, 'operators'));
  return isTold && others.some(({ kind }) => kind === 'clause' || kind === 'customer');
}

/** "trail run", ": winter drinks playlist", "a technical notice …: player update": strange words, or the kind of work. */
const saysSomething = ([first, ...rest]: readonly Item[], mark: string): boolean =>
  first?.kind === 'unknown' ||
  (mark === ':' &&
    (isWord(first, 'occasions') || first?.kind === 'period'
      ? rest.some(({ kind }) => kind === 'unknown')
      : first?.kind === 'type'));

/** "a survey on music quality", "a notice of maintenance": words of a message, or unknown ones. */
const isTheme = (reader: Reader, at: number): boolean => {
  const first = readItems({ ...reader, tokens: reader.tokens.slice(at, at + 4) }).find(
    (item) => !isWord(item, 'skip'),
  );
  const isOther = /^(file|record|behalf|top|time|purpose|hold|request|account|demand)/i.test(
    first?.text ?? '',
  );
  return (
    !isOther &&
    (first?.kind === 'unknown' ||
      first?.kind === 'type' ||
      isWord(first, 'typeVerbs') ||
      isColoured(reader, at))
  );
};

/** "late opening hours", "early access": what is no moment by itself. */
const isColoured = (reader: Reader, at: number): boolean => {
  const [first, next] = readItems({ ...reader, tokens: reader.tokens.slice(at, at + 3) });
  return isWord(first, 'bounds', 'endOf', 'early', 'mid') && next?.kind === 'unknown';
};

/** "of our Vietnamese acoustic channel": a thing of ours that is named by a place; "of our Bangkok hotels" is somebody. */
const isOurThing = (reader: Reader, at: number): boolean => {
  if (reader.tokens[at]!.word !== 'our') return false;
  const [first, next] = readItems({ ...reader, tokens: reader.tokens.slice(at + 1, at + 5) });
  return first?.kind === 'clause' && first.facet === 'place' && next?.kind === 'unknown';
};

const isMoment = (reader: Reader, at: number): boolean => {
  const items = readItems({ ...reader, tokens: reader.tokens.slice(at, at + 6) });
  const first = items.find((item) => !isWord(item, 'skip'));
  return ['period', 'channel', 'clause', 'now'].includes(first?.kind ?? '');
};
