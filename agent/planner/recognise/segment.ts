// A saved audience by its name: "in the segment Coast", "the Coast segment", "everybody in segment “Q1 list”".
import { type Reader, skipWords } from '../reader.ts';
import { stems, type Token } from '../tokens.ts';
import type { Recognised } from './recogniser.ts';

const QUOTES = ['"', '“', '”', "'", '‘', '’'];

export function recogniseSegment(reader: Reader, at: number): Recognised | null {
  const { tokens } = reader;
  const start = skipWords(reader, at, ['in', 'from', 'of', 'on', 'the', 'our', 'my', 'who', 'are', 'is']);
  const isBefore = tokens[start]?.word === 'segment';
  const from = skipWords(reader, isBefore ? start + 1 : start, ['called', 'named', 'the', ...QUOTES]);
  let best: { id: string; end: number } | null = null;
  for (const { id, name } of reader.input.vocabulary.segments) {
    const words = stems(name.replace(/^the\s+/i, ''));
    const end = endOfName(tokens, from, words);
    if (end !== null && end > (best?.end ?? from)) best = { id, end };
  }
  if (!best) return null;
  const end = skipWords(reader, best.end, QUOTES);
  // Its name alone may be a place or a brand; the word says that the segment is meant.
  if (!isBefore && tokens[end]?.word !== 'segment') return null;
  const filter = { op: 'in' as const, field: 'segment', values: [best.id] };
  return { item: { kind: 'clause', facet: 'segment', filter, isHead: true }, end: isBefore ? end : end + 1 };
}

/** Where a name that begins there ends; a comma in it may be said or not: "Hotel, Pattaya". */
function endOfName(tokens: readonly Token[], from: number, words: readonly string[]): number | null {
  let at = from;
  for (const word of words) {
    if (at > from && tokens[at]?.text === ',') at += 1;
    if (tokens[at]?.stem !== word) return null;
    at += 1;
  }
  return words.length > 0 ? at : null;
}
