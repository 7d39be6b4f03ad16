// A sentence cut where a mark or a reason begins something new: "boss is waiting, so send …".
import type { Item } from '../items.ts';
import { SPOKESMEN } from '../lexicon/en-asides.ts';
import { readItems } from '../read-items.ts';
import type { Reader } from '../reader.ts';

/** `start` and `end` count tokens; the marks between clauses belong to none. */
export type Clause = {
  start: number;
  end: number;
  words: readonly string[];
  items: readonly Item[];
  /** The mark right behind it. */
  mark: string | null;
};

const MARKS = new Set([
  ',',
  ';',
  ':',
  '.',
  '!',
  '?',
  '…',
  '—',
  '–',
  '-',
  '(',
  ')',
  '。',
  '，',
  '、',
  '！',
  '？',
  '>',
  '→',
  '•',
  '*',
  '·',
]);
const REASONS = new Set(['so', 'because', 'cause', 'cos', 'coz', 'cuz']);
const SPEAKERS = new Set(['we', 'i', 'it', 'they', 'my', 'our', 'the']);

export function cutClauses(reader: Reader): Clause[] {
  const { tokens } = reader;
  const clauses: Clause[] = [];
  let start = 0;
  const close = (end: number, mark: string | null) => {
    if (end > start) clauses.push(clauseOf(reader, { start, end, mark }));
    else if (clauses.length > 0 && clauses.at(-1)!.mark === ',') clauses.at(-1)!.mark = mark;
  };
  for (let at = 0; at < tokens.length; at++) {
    const { text, kind, word } = tokens[at]!;
    if (kind === 'mark' && MARKS.has(text)) {
      close(at, text);
      start = at + 1;
    } else if (
      beginsReason(word, tokens[at + 1]?.word ?? '') &&
      at > start &&
      !isCompared(tokens[at - 1]?.word)
    ) {
      close(at, null);
      start = at;
    }
  }
  close(tokens.length, null);
  return clauses;
}

/** "since we raised prices", "as finance asked", "when you have time"; "since March" is a date. */
const beginsReason = (word: string, next: string): boolean =>
  REASONS.has(word) ||
  (['since', 'as'].includes(word) && (SPEAKERS.has(next) || SPOKESMEN.has(next))) ||
  (['when', 'whenever', 'once', 'if'].includes(word) && ['you', 'i'].includes(next));

/** "as soon as it is approved" is one phrase. */
const isCompared = (before: string | undefined): boolean =>
  ['soon', 'long', 'far', 'well', 'much', 'many', 'late', 'early'].includes(before ?? '');

function clauseOf(reader: Reader, { start, end, mark }: Pick<Clause, 'start' | 'end' | 'mark'>): Clause {
  const tokens = reader.tokens.slice(start, end);
  return { start, end, mark, words: tokens.map(({ word }) => word), items: readItems({ ...reader, tokens }) };
}
