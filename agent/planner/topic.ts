// What a message is about, in the person's own words: cut out before anything else is read, so that "that we now
// have jazz in Bangkok" does not become a condition. What follows it ("… to all gyms by email") is given back.

import { isWord } from './items.ts';
import { readItems } from './read-items.ts';
import { phraseAt, type Reader, skipWords, textOf } from './reader.ts';
import { readQuoted } from './recognise/naming.ts';
import type { Token } from './tokens.ts';

export type Topic = { text: string; start: number; end: number };

const SUBJECTS = new Set([
  'we',
  'our',
  'the',
  'there',
  'from',
  'starting',
  'they',
  'their',
  'you',
  'your',
  'a',
  'an',
  'this',
  'new',
  'it',
  'i',
  'my',
]);
const TELLING = ['send', 'tell', 'draft', 'change', 'show'];

/** `readsAsRest` says whether the words from a place on are all understood as audience, channel or time. */
export function findTopic(
  reader: Reader,
  readsAsRest: (at: number, needsAudience: boolean) => boolean,
): Topic | null {
  const opening = findOpening(reader);
  if (!opening) return null;
  if (opening.end !== undefined)
    return { text: textOf(reader, opening.start, opening.end - 1), start: opening.at, end: opening.end };
  const quoted = readQuoted(reader, opening.start);
  if (quoted) return { text: quoted.text, start: opening.at, end: quoted.end };
  const end = findEnd(reader, opening, readsAsRest);
  const text = end === null ? '' : trimMarks(textOf(reader, opening.start, end));
  return text ? { text, start: opening.at, end: end! } : null;
}

const MESSAGES = new Set(
  'campaign announcement message survey news topic notice notification renewal renewals mail email note update maintenance subject'.split(
    ' ',
  ),
);

type Opening = { at: number; start: number; needsRest: boolean; end?: number };

function findOpening(reader: Reader): Opening | null {
  for (let at = 0; at < reader.tokens.length; at++) {
    const labelled = labelAt(reader, at);
    if (labelled !== null) return { at, start: labelled, needsRest: false };
    const opening = inBrackets(reader, at) ?? (isTelling(reader, at) ? openingAt(reader, at) : null);
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
    (MESSAGES.has(tokens[at - 1]?.stem ?? '') || !(isRelative(tokens, at) || describes(reader, at)))
  )
    return { at, start: at + 1, needsRest: false };
  const isAboutTo = word === 'about' && (next.word === 'to' || isSurOn(reader, at));
  if (
    ['about', 'regarding', 'concerning', 'announcing', 'saying'].includes(word) &&
    next.kind !== 'number' &&
    !isAboutTo
  ) {
    const that = skipWords(reader, at + 1, ['that', ':']);
    return { at, start: that, needsRest: false };
  }
  const before = tokens[at - 1]?.word ?? '';
  if (isTrailing(reader, at)) return { at, start: at + 1, needsRest: false };
  if (isBehindMessage(reader, at)) return { at, start: at + 1, needsRest: false };
  if (word === 'we' && at > 1 && isTold(tokens, at) && !LEADS.has(before))
    return { at, start: at, needsRest: false };
  if (word === 'topic') return { at, start: skipWords(reader, at + 1, ['is', ':', 'to']), needsRest: false };
  if (['announce', 'introduce'].includes(word) && !['to', 'that', 'it', 'in'].includes(next.word))
    return { at: at + 1, start: at + 1, needsRest: true };
  return word === 'to' && isInvited(tokens, at) ? { at, start: at, needsRest: false } : null;
}

/** "an upsell campaign (extra zones)": what stands in brackets behind the message and names nobody. */
function inBrackets(reader: Reader, at: number): Opening | null {
  const { tokens } = reader;
  const close = tokens[at]!.text === '(' ? tokens.findIndex(({ text }, i) => i > at && text === ')') : -1;
  if (close < at + 2 || !isMessageWord(reader, tokens[at - 1]?.stem ?? '')) return null;
  const told = readItems({ ...reader, tokens: tokens.slice(at + 1, close) });
  const isTold =
    told.some(({ kind }) => kind === 'unknown') &&
    told.every(({ kind }) => ['unknown', 'word', 'mark'].includes(kind)) &&
    !told.some((item) => isWord(item, 'operators') || isWord(item, 'nouns'));
  return isTold ? { at, start: at + 1, end: close + 1, needsRest: false } : null;
}

const isMessageWord = ({ input }: Reader, word: string): boolean =>
  MESSAGES.has(word) ||
  input.vocabulary.types.some(({ words }) => (words.en ?? []).some((phrase) => phrase === word));

/** "news: our lite plan is gone", "subject: our new integration", "notice: our app will be down" */
function labelAt(reader: Reader, at: number): number | null {
  const { tokens } = reader;
  const isLabel = ['news', 'subject', 'topic', 'content', 'text', 'message', 'reason', 'context'].includes(
    tokens[at]!.word,
  );
  if (isLabel && tokens[at + 1]?.text === ':') return at + 2;
  const isQuoted = tokens[at]!.text === ':' && readQuoted(reader, at + 1) !== null;
  if (isQuoted) return at + 1;
  const isStatement = tokens[at]!.text === ':' && STATING.has(tokens[at + 1]?.word ?? '');
  return isStatement && tokens.slice(at + 2, at + 7).some(({ word }) => FINITE.has(word)) ? at + 1 : null;
}

const STATING = new Set(['we', 'our', 'the', 'there', 'their', 'your', 'from', 'it', 'this', 'a', 'new']);
const FINITE = new Set(
  'is are was were will would has have can may moves moved goes starts starting changes launched launches ends'.split(
    ' ',
  ),
);

/** "a notice on the security patch", "news of our move", "announcement re wifi", "reminder due to the works" */
function isBehindMessage(reader: Reader, at: number): boolean {
  const { tokens, input } = reader;
  const word = tokens[at]!.word;
  if (word === 're' || word === 'concerning') return true;
  if (!['on', 'of', 'with', 'because', 'due', 'around', 'explaining', 'covering'].includes(word))
    return false;
  const last = tokens[at - 1]!.stem;
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
    ].includes(last) ||
    input.vocabulary.types.some(({ words }) => (words.en ?? []).some((phrase) => phrase === last));
  const next = tokens[at + 1]!;
  return (
    isMessage &&
    ['the', 'our', 'a', 'an', 'new', 'this', 'upcoming', 'how'].includes(next.word) &&
    !isMoment(reader, at)
  );
}

/** "draft announcement, trail run on 12 December": what it says, when everybody is named elsewhere. */
function isTrailing(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const isMark = [',', ':', '-', '–', '—'].includes(tokens[at]!.text);
  const isBehind = MESSAGE_NOUNS.has(tokens[at - 1]?.stem ?? '');
  // "a technical notice to all Marriotts: player update on Tuesday"
  const isLast = tokens[at]!.text === ':' && tokens.slice(0, at).some(({ stem }) => MESSAGE_NOUNS.has(stem));
  if (!isMark || !(isBehind || isLast)) return false;
  const stop = tokens.findIndex((token, i) => i > at && isStop(token));
  const end = stop < 0 ? tokens.length : stop;
  const told = readItems({ ...reader, tokens: tokens.slice(at + 1, end) });
  const others = [tokens.slice(0, at), tokens.slice(end)].flatMap((part) =>
    readItems({ ...reader, tokens: part }),
  );
  const isTold =
    told[0]?.kind === 'unknown' &&
    told.every((item) => ['unknown', 'period', 'word', 'mark', 'now'].includes(item.kind)) &&
    !told.some((item) => isWord(item, 'nouns') || isWord(item, 'operators'));
  return isTold && others.some(({ kind }) => kind === 'clause' || kind === 'customer');
}

const MESSAGE_NOUNS = new Set([
  'announcement',
  'news',
  'notice',
  'message',
  'notification',
  'update',
  'note',
]);

const isMoment = (reader: Reader, at: number): boolean =>
  readItems({ ...reader, tokens: reader.tokens.slice(at, at + 4) }).some(({ kind }) =>
    ['period', 'channel', 'clause', 'now'].includes(kind),
  );

/** French has one word for both: "les clients sur Soundtrack" says what they are on. */
function isSurOn(reader: Reader, at: number): boolean {
  if (!/^sur$/i.test(textOf(reader, at, at + 1))) return false;
  const [first] = readItems({ ...reader, tokens: reader.tokens.slice(at + 1) });
  return first?.kind === 'clause' && !first.isHead && first.facet !== 'place';
}

/** "make that a survey": it points at what is there. */
const POINTING = new Set(
  'make do send change set turn keep like of for to with after before undo draft is was use schedule move drop call from on at in'.split(
    ' ',
  ),
);

const LEADS = new Set(['that', 'which', 'who', 'when', 'as', 'do']);
const RELATIVE = new Set(
  'are is have has use uses do does did were was expire expires expired lapsed end ends run runs started signed belong belongs lie sit pay renew renewed not with in opened bought can will'.split(
    ' ',
  ),
);
const TELLERS = new Set('tell announce inform know notify remind advise warn'.split(' '));

const isTold = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some(({ word }) => TELLERS.has(word));

// "hotels that are in Bangkok": a verb follows. After a verb of telling anything else is what is told.
const isRelative = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]!.word;
  return RELATIVE.has(next) || (!isTold(tokens, at) && !SUBJECTS.has(next));
};

/** "hotels that we have not written to in May": what was done to them. */
const describes = (reader: Reader, at: number): boolean => {
  const [first] = readItems({ ...reader, tokens: reader.tokens.slice(at) });
  return first?.kind === 'clause' && first.facet === 'event' && !isTold(reader.tokens, at);
};

/** "invite all gyms to our webinar" */
const isInvited = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some(({ word }) => word === 'invite') &&
  ['our', 'the', 'a', 'an', 'join'].includes(tokens[at + 1]?.word ?? '') &&
  at > 1;

function findEnd(
  reader: Reader,
  { at, start, needsRest }: Opening,
  readsAsRest: (at: number, needsAudience: boolean) => boolean,
): number | null {
  for (let end = start + 1; end < reader.tokens.length; end++) {
    if (isStop(reader.tokens[end]!)) return end;
    const isOpen = isOpener(reader.tokens[end]!);
    if (isOpen && reader.tokens[end]!.text === ',' && isExpiry(reader, end)) return end;
    if (
      isOpen &&
      readsAsRest(
        end,
        needsRest || !reader.tokens.slice(0, at).some(({ word }) => word === 'to' || word === 'all'),
      )
    )
      return end;
  }
  return needsRest ? null : reader.tokens.length;
}

const isStop = ({ kind, text }: Token): boolean => kind === 'mark' && ['.', '!', '?', ';'].includes(text);

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
  'asap',
  'right',
]);
const isOpener = ({ word, text }: Token): boolean => OPENERS.has(word) || OPENERS.has(text);

const trimMarks = (text: string): string => text.replace(/^[\s,:;–-]+|[\s,;.!?]+$/gu, '').slice(0, 500);
