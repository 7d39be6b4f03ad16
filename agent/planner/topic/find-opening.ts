// The words with which a topic begins.
import { isWord } from '../items.ts';
import { FINITE } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import { phraseAt, type Reader, skipWords } from '../reader.ts';
import { isAskedOfThem, isAsking, isAskingThem } from './asked.ts';
import { inBrackets, isBehindMessage, isTrailing, labelAt } from './behind-message.ts';
import { isMessageWord, isWayOfSending, MESSAGES } from './message-words.ts';
import { isOccasioned, isStatement } from './occasioned.ts';
import { isTold, type Opening } from './opening.ts';
import { ownText } from './own-text.ts';
import { statedAt, statedBehind } from './stated-behind.ts';
import { describes, invitedTo, isRelative, isSurOn, MEETING } from './that-clause.ts';
import { themeAt } from './themed.ts';

const TELLING = ['send', 'tell', 'draft', 'change', 'show'];

export function findOpening(reader: Reader): Opening | null {
  for (let at = 0; at < reader.tokens.length; at++) {
    const stated = statedBehind(reader, at);
    if (stated) return stated;
    const labelled = labelAt(reader, at);
    if (labelled !== null) return statedAt(reader, at, labelled) ?? { at, start: labelled, needsRest: false };
    const opening =
      ownText(reader, at) ??
      inBrackets(reader, at) ??
      themeAt(reader, at) ??
      (isTelling(reader, at) ? openingAt(reader, at) : null);
    if (opening) return opening;
  }
  return null;
}

const isTelling = (reader: Reader, before: number): boolean =>
  // "Email all gyms about …"
  phraseAt(reader, 0, 'channels') !== null ||
  reader.tokens
    .slice(0, before + 1)
    .some((_, at) => phraseAt(reader, at, 'cues')?.value.some(({ value }) => TELLING.includes(value))) ||
  reader.tokens.slice(0, before).some(({ word }) => MESSAGES.has(word));

function openingAt(reader: Reader, at: number): Opening | null {
  const { tokens } = reader;
  const word = tokens[at]!.word;
  const next = tokens[at + 1];
  if (!next) return null;
  if (
    word === 'that' &&
    !POINTING.has(tokens[at - 1]?.word ?? '') &&
    !isListing(reader, at) &&
    ((MESSAGES.has(tokens[at - 1]?.stem ?? '') && !isWayOfSending(tokens, at - 1)) ||
      tokens[at - 1]?.word === 'them' ||
      !(isRelative(tokens, at) || describes(reader, at)))
  )
    return { at, start: at + 1, needsRest: false };
  const isAboutTo = word === 'about' && (next.word === 'to' || isSurOn(reader, at));
  if (
    ['about', 'regarding', 'concerning', 'announcing', 'saying'].includes(word) &&
    next.kind !== 'number' &&
    !isAboutTo &&
    !isAboutSoMany(reader, at)
  ) {
    const that = skipWords(reader, at + 1, ['that', ':']);
    return { at, start: that, needsRest: false };
  }
  const before = tokens[at - 1]?.word ?? '';
  if (isAskedOfThem(reader, at)) return { at, start: at, needsRest: false, lead: 'ask' };
  if (isAskingThem(reader, at)) return { at, start: word === 'to' ? at + 1 : at, needsRest: false };
  if (isAsking(reader, at)) return { at: at - 1, start: at, needsRest: false };
  if (isToDo(reader, at)) return { at, start: at + 1, needsRest: false };
  if (isTrailing(reader, at)) return { at, start: at + 1, needsRest: false };
  if (isBehindMessage(reader, at)) return { at, start: at + 1, needsRest: false };
  if (isOccasioned(reader, at) || isStatement(reader, at)) return { at, start: at + 1, needsRest: false };
  if (
    word === 'we' &&
    at > 1 &&
    !isWritten(tokens, at) &&
    isTold(tokens, at) &&
    !LEADS.has(before) &&
    !MEETING.test(next.word)
  )
    return { at, start: at, needsRest: false };
  if (isSaidWithoutThat(reader, at)) return { at, start: at, needsRest: false };
  if (before === 'know' && STATED.has(word) && tokens.slice(0, at - 2).some((one) => one.word === 'let'))
    return { at, start: at, needsRest: false };
  if (word === 'topic') return { at, start: skipWords(reader, at + 1, ['is', ':', 'to']), needsRest: false };
  if (['announce', 'introduce'].includes(word) && !['to', 'that', 'it', 'in'].includes(next.word))
    return { at: at + 1, start: at + 1, needsRest: true };
  const event = invitedTo(tokens, at);
  return event === null ? null : { at, start: event, needsRest: false };
}

/** "gyms with about five zones" */
const isAboutSoMany = (reader: Reader, at: number): boolean =>
  /^(?:with|have|has|having)$/.test(reader.tokens[at - 1]?.word ?? '') &&
  phraseAt(reader, at + 1, 'numbers') !== null;

/** "tell all Bali hotels the office will be shut", "let our partners know prices go up" */
function isSaidWithoutThat(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  if (
    at < 2 ||
    !isTold(tokens, at) ||
    /^(that|who|which|whose|where|about|and|or|of|in|with)$/.test(tokens[at - 1]!.word)
  )
    return false;
  const rest = tokens.slice(at, at + 8);
  const verb = rest.findIndex(({ word }) => FINITE.has(word) || word === 'go');
  if (verb < 1 || rest.slice(0, verb).some(({ kind }) => kind === 'mark')) return false;
  const subject = readItems({ ...reader, tokens: rest.slice(0, verb) }).filter(
    (item) => !isWord(item, 'skip'),
  );
  const whom = readItems({ ...reader, tokens: tokens.slice(0, at) });
  return (
    subject.length > 0 &&
    subject.every(
      (item) =>
        item.kind === 'unknown' ||
        // "their invoice for November is ready"
        (item.kind === 'period' && item.start > 1) ||
        // "the price goes up"
        isWord(item, 'amountWords') ||
        // "the office will be shut": one of ours.
        (item.kind === 'clause' && item.facet === 'type' && !/s$/i.test(item.text)),
    ) &&
    (STATED.has(tokens[at]!.word) || tokens[at - 1]!.word === 'know') &&
    whom.some((item) => item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns'))
  );
}

/** "my team lead writes: we need …": a request that is passed on. */
const isWritten = (tokens: Reader['tokens'], at: number): boolean =>
  tokens[at - 1]?.text === ':' &&
  /^(writes|wrote|says|said|asks|asked|adds)$/.test(tokens[at - 2]?.word ?? '');

/** "a reminder that proposes a call": what the message does. */
const isToDo = (reader: Reader, at: number): boolean =>
  reader.tokens[at]!.word === 'that' &&
  DOES.test(reader.tokens[at + 1]?.word ?? '') &&
  (reader.tokens[at - 1]?.stem === 'reminder' || isMessageWord(reader, reader.tokens[at - 1]?.stem ?? ''));

const DOES = /^(proposes|suggests|offers)$/;

/** "list hotels that we have in Spain": asked for, and nobody is told anything. */
const isListing = (reader: Reader, before: number): boolean => {
  const cues = reader.tokens
    .slice(0, before)
    .flatMap((_, at) => phraseAt(reader, at, 'cues')?.value.map(({ value }) => value) ?? []);
  return (
    ['show', 'count', 'which'].includes(cues[0] ?? '') &&
    !cues.some((cue) => ['send', 'tell', 'draft'].includes(cue))
  );
};

/** "make that a survey": it points at what is there. */
const POINTING = new Set(
  'make do send change set turn keep like of for to with after before undo draft is was use schedule move drop call from on at in'.split(
    ' ',
  ),
);

/** "let the Hyatts know their contract is up", "… know the app is down" */
const STATED = new Set(['their', 'they', 'our', 'the', 'we', 'there', 'its', 'a', 'an']);

const LEADS = new Set([
  'that',
  'which',
  'who',
  'when',
  'as',
  'do',
  'if',
  'whether',
  'what',
  'where',
  'because',
]);
