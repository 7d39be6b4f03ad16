// A saved audience by its name: "in the segment Coast", "the Coast segment", "everybody in segment “Q1 list”"; or the one that
// was just saved.
import type { Filter } from '../../../core/audience/filter.ts';
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
  if (!best) return justSaved(reader, at);
  const end = skipWords(reader, best.end, QUOTES);
  const isBehind = tokens[end]?.word === 'segment';
  // Its name alone may be a place or a brand; the word says that the segment is meant, or a word that says nothing else.
  if (!isBefore && !isBehind && (from > at || !isStrange(reader, at, best.end))) return null;
  const filter = { op: 'in' as const, field: 'segment', values: [best.id] };
  return { item: { kind: 'clause', facet: 'segment', filter, isHead: true }, end: isBehind ? end + 1 : end };
}

/** "PKT hotels" */
const isStrange = ({ tokens, names, book }: Reader, from: number, end: number): boolean =>
  tokens
    .slice(from, end)
    .some(
      ({ stem, kind }) => kind === 'word' && names.find(stem).length === 0 && book.find(stem).length === 0,
    );

/** "a survey for it", "write to that segment": what was saved last in this conversation. */
function justSaved({ tokens, input }: Reader, at: number): Recognised | null {
  const last = input.thread.earlier?.flatMap(({ calls }) => calls).at(-1);
  if (last?.name !== 'save_segment') return null;
  const isThis = /^(?:the|this|that|my|our)$/.test(tokens[at]!.word) && tokens[at + 1]?.word === 'segment';
  const isIt = tokens[at]!.word === 'it' && /^(?:for|to|with|use|in)$/.test(tokens[at - 1]?.word ?? '');
  // "send that" may have been read as one.
  const isBare = tokens[at]!.word === 'segment' && /^(?:this|that)$/.test(tokens[at - 1]?.word ?? '');
  if (!isThis && !isIt && !isBare) return null;
  const filter = last.args.filter as Filter;
  return { item: { kind: 'clause', facet: 'segment', filter, isHead: true }, end: at + (isThis ? 2 : 1) };
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
