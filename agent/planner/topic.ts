// What a message is about, in the person's own words: cut out before anything else is read, so that "that we now
// have jazz in Bangkok" does not become a condition. What follows it ("… to all gyms by email") is given back.

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
  const quoted = readQuoted(reader, opening.start);
  if (quoted) return { text: quoted.text, start: opening.at, end: quoted.end };
  const end = findEnd(reader, opening, readsAsRest);
  const text = end === null ? '' : trimMarks(textOf(reader, opening.start, end));
  return text ? { text, start: opening.at, end: end! } : null;
}

type Opening = { at: number; start: number; needsRest: boolean };

function findOpening(reader: Reader): Opening | null {
  for (let at = 0; at < reader.tokens.length; at++) {
    const opening = isTelling(reader, at) ? openingAt(reader, at) : null;
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
  reader.tokens
    .slice(0, before)
    .some(({ word }) => ['campaign', 'announcement', 'message', 'survey', 'news', 'topic'].includes(word));

function openingAt(reader: Reader, at: number): Opening | null {
  const { tokens } = reader;
  const word = tokens[at]!.word;
  const next = tokens[at + 1];
  if (!next) return null;
  if (word === 'that' && !isRelative(tokens, at)) return { at, start: at + 1, needsRest: false };
  if (['about', 'regarding', 'concerning', 'announcing', 'saying'].includes(word) && next.kind !== 'number') {
    const that = skipWords(reader, at + 1, ['that', ':']);
    return { at, start: that, needsRest: false };
  }
  const before = tokens[at - 1]?.word ?? '';
  if (word === 'we' && at > 1 && isTold(tokens, at) && !LEADS.has(before))
    return { at, start: at, needsRest: false };
  if (word === 'topic') return { at, start: skipWords(reader, at + 1, ['is', ':', 'to']), needsRest: false };
  if (['announce', 'introduce'].includes(word) && !['to', 'that', 'it', 'in'].includes(next.word))
    return { at: at + 1, start: at + 1, needsRest: true };
  return word === 'to' && isInvited(tokens, at) ? { at, start: at, needsRest: false } : null;
}

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
