// "a survey to the Hiltons in German": what language a message is written in, and nobody's country.
import type { LetterLanguage } from '../../../core/campaigns/draft.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { phraseAt, type Reader } from '../reader.ts';
import type { Token } from '../tokens.ts';
import type { Recognised } from './recogniser.ts';
import { recogniseType } from './words.ts';

export const LANGUAGES: Readonly<Record<string, LetterLanguage>> = {
  english: 'en',
  thai: 'th',
  japanese: 'ja',
  chinese: 'zh',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  portuguese: 'pt',
};

/** The language that is named at `at`, behind an "in" and before nobody: "in German hotels" says where. */
export function writtenIn(tokens: readonly Token[], at: number): LetterLanguage | null {
  const language = ownValue(LANGUAGES, tokens[at]!.word);
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  if (!language || !/^in(?:to)?$/.test(tokens[at - 1]?.word ?? '')) return null;
  if (next?.word === 'and' && ownValue(LANGUAGES, after?.word ?? '')) return null;
  return !next || next.kind === 'mark' || BEHIND.test(next.word) ? language : null;
}
const BEHIND = /^(?:by|via|on|over|please|pls|and|saying|about|that|for|to|with)$/;

export function recogniseWrittenIn(reader: Reader, at: number): Recognised | null {
  const isWritten =
    writtenIn(reader.tokens, at) !== null && reader.tokens.some((_, i) => isMessage(reader, i));
  return isWritten
    ? { item: { kind: 'word', senses: [{ kind: 'skip', value: 'language' }] }, end: at + 1 }
    : null;
}

const isMessage = (reader: Reader, at: number): boolean =>
  recogniseType(reader, at) !== null ||
  phraseAt(reader, at, 'typeVerbs') !== null ||
  (phraseAt(reader, at, 'cues')?.value.some(({ value }) => ['send', 'tell', 'draft'].includes(value)) ??
    false);
