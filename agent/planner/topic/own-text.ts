// A text as it is to be sent: "message to gyms: New year, new playlists! …", "send “Our app is back” to all gyms".
import { isWord } from '../items.ts';
import { FINITE } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import { phraseAt, type Reader } from '../reader.ts';
import { readQuoted } from '../recognise/naming.ts';
import type { Token } from '../tokens.ts';
import { MESSAGES } from './message-words.ts';
import type { Opening } from './opening.ts';

export function ownText(reader: Reader, at: number): Opening | null {
  return quoted(reader, at) ?? behindColon(reader, at);
}

/** A quoted statement is told; a name in quotes is somebody or something. */
function quoted(reader: Reader, at: number): Opening | null {
  const found = readQuoted(reader, at);
  const words = found && reader.tokens.slice(at + 1, found.end - 1);
  const isSent =
    at === 0 || /^(?:send|write|say|text|mail|email|message|tell|with)$/.test(reader.tokens[at - 1]!.word);
  return words && isSent && words.length > 3 && isStatement(words)
    ? { at, start: at, needsRest: false }
    : null;
}

function behindColon(reader: Reader, at: number): Opening | null {
  const { tokens } = reader;
  if (tokens[at]!.text !== ':' || at < 2) return null;
  const before = readItems({ ...reader, tokens: tokens.slice(0, at) });
  const isMessage =
    (phraseAt(reader, 0, 'channels') !== null ||
      tokens.slice(0, at).some(({ stem }) => MESSAGES.has(stem))) &&
    before.every(({ kind }) => kind !== 'unknown') &&
    before.some((item) => item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns'));
  // The letter greets by itself.
  const start = at + 1 + greetingIn(reader, at + 1);
  const told = tokens.slice(start);
  if (!isMessage || told.length < 4 || !isStatement(told)) return null;
  // "…: our app is back, by SMS tomorrow at 9" says more than the text.
  const comma = told.slice(0, -1).findLastIndex(({ text }) => [',', ';', '.', '!', '–', '-'].includes(text));
  const isMore = readItems({ ...reader, tokens: told.slice(comma + 1) }).every(
    ({ kind }) => kind !== 'unknown',
  );
  const last = tokens.at(-1)!.text === '.' ? tokens.length - 1 : tokens.length;
  return isMore ? null : { at, start, end: tokens.length, last, needsRest: false };
}

/** "Dear partner," */
function greetingIn({ tokens }: Reader, start: number): number {
  if (!/^(?:dear|hi|hello|hey)$/.test(tokens[start]?.word ?? '')) return 0;
  const comma = tokens.slice(start, start + 5).findIndex(({ text }) => text === ',');
  return comma < 0 ? 0 : comma + 1;
}

/** Somebody is spoken to, and something is said. */
const isStatement = (words: readonly Token[]): boolean =>
  words.some(({ word }) => SPOKEN.test(word)) &&
  words.some(({ word }) => FINITE.has(word) || THANKS.test(word));
const SPOKEN = /^(?:you|your|yours|we|our|us)$/;
const THANKS = /^(?:thanks?|sorry|please|welcome|enjoy)$/;
