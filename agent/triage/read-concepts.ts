// What a reply speaks of, by the concepts of words/concepts.txt: the same facts in every language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../lib/text.ts';
import { withoutAccents } from './read-stop-signs.ts';

const FILE = join(import.meta.dirname, 'words/concepts.txt');
/** No spaces stand between words of these. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u;
// "n'est" is two words.
const WORD = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)'(?=\p{L})|[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*'?/gu;
const SENTENCES = /(?<=[.!?])\s|[。！？\n;…]+/u;
const WORDS_TOGETHER = 3;
const SHORTEST_STEM = 2;
// What is this short and stands within a longer word means nothing by itself, unless it denies.
const SHORT_PIECE = 2;
const DENIAL = 'not';

type Piece = { piece: string; concept: string };
type Dictionary = {
  /** By the words that stand side by side. */
  whole: Map<string, string[]>;
  stems: Map<string, string[]>;
  /** Whatever a stem begins with, the whole of it included. */
  beginnings: Set<string>;
  /** By the first character, the longest first. */
  pieces: Map<string, Piece[]>;
};
type Found = { at: number; concept: string };

let known: Dictionary | null = null;

/** The concepts of each sentence, in their order. */
export const readConcepts = (text: string): string[][] =>
  plain(text)
    .split(SENTENCES)
    .map((sentence) => conceptsOf(sentence, dictionary()))
    .filter((found) => found.length > 0);

const plain = (text: string): string => withoutAccents(plainText(text).toLowerCase());
const wordsOf = (text: string): string[] => plain(text).match(WORD) ?? [];

function dictionary(): Dictionary {
  known ??= readDictionary();
  return known;
}

function readDictionary(): Dictionary {
  const made: Dictionary = { whole: new Map(), stems: new Map(), beginnings: new Set(), pieces: new Map() };
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const [, concept, entries] = /^([^#:]+): (.+)$/u.exec(line) ?? [];
    for (const entry of entries?.split(', ') ?? []) add(made, entry, concept!);
  }
  for (const all of made.pieces.values()) all.sort((a, b) => b.piece.length - a.piece.length);
  return made;
}

function add({ whole, stems, beginnings, pieces }: Dictionary, entry: string, concept: string): void {
  if (UNSPACED.test(entry)) {
    const piece = plain(entry);
    pieces.set(piece[0]!, [...(pieces.get(piece[0]!) ?? []), { piece, concept }]);
    return;
  }
  const words = wordsOf(entry.replaceAll('_', ' ')).join(' ');
  const isStem = entry.endsWith('*');
  const to = isStem ? stems : whole;
  if (isStem) for (let end = 1; end <= words.length; end++) beginnings.add(words.slice(0, end));
  to.set(words, [...(to.get(words) ?? []), concept]);
}

const conceptsOf = (sentence: string, dictionary: Dictionary): string[] =>
  [...conceptsOfWords(sentence, dictionary), ...conceptsOfPieces(sentence, dictionary)]
    .sort((a, b) => a.at - b.at)
    .map(({ concept }) => concept);

function* conceptsOfWords(sentence: string, { whole, stems, beginnings }: Dictionary): Generator<Found> {
  const words = [...sentence.matchAll(WORD)];
  for (const [index, { index: at }] of words.entries()) {
    let phrase = '';
    for (const [word] of words.slice(index, index + WORDS_TOGETHER)) {
      const before = phrase.length + 1;
      phrase = phrase ? `${phrase} ${word}` : word;
      for (const concept of whole.get(phrase) ?? []) yield { at, concept };
      for (let end = Math.max(SHORTEST_STEM, before); end <= phrase.length; end++) {
        const stem = phrase.slice(0, end);
        if (!beginnings.has(stem)) break;
        for (const concept of stems.get(stem) ?? []) yield { at, concept };
      }
    }
  }
}

function* conceptsOfPieces(sentence: string, { pieces }: Dictionary): Generator<Found> {
  if (!UNSPACED.test(sentence)) return;
  let covered = 0;
  for (let at = 0; at < sentence.length; at++) {
    for (const { piece, concept } of pieces.get(sentence[at]!) ?? []) {
      if (!sentence.startsWith(piece, at)) continue;
      const end = at + piece.length;
      if (end <= covered && piece.length <= SHORT_PIECE && concept !== DENIAL) continue;
      covered = Math.max(covered, end);
      yield { at, concept };
    }
  }
}
