// What the classifier sees of a reply: hashed words, pairs of words and pieces of words, what the rules read, and what it
// speaks of.
import { fold, plainText } from '../../../lib/text.ts';
import { readConcepts } from '../read-concepts.ts';
import type { Meaning } from '../read-meanings.ts';
import { readStopSigns } from '../read-stop-signs.ts';
import type { Vector } from './linear-model.ts';

export const BUCKETS = 2 ** 18;

export type Reply = {
  text: string;
  /** What the wordings of the languages read in it. */
  meanings: readonly Meaning[];
  /** What the rules would say by themselves, in the context of the campaign. */
  ruled: { intent: string; confidence: number };
  /** Words about messages beside words about stopping. */
  isHinted: boolean;
  unitNames?: readonly string[];
  campaignType?: string | undefined;
};

export type Features = Vector & {
  words: readonly string[];
  /** The word that each feature belongs to; -1 for what the rules read. */
  owners: number[];
};

// What a reply says is at its start; history and pasted documents would drown it.
const READ_CHARACTERS = 1_500;
const READ_WORDS = 160;
// A reading of the rules weighs like this many letters' worth of text.
const RULE_VALUE = 0.25;
// What is spoken of weighs like the text, each kind of it together: which concepts, which before which, and where.
const CONCEPTS_VALUE = 1;
const ORDER_VALUE = 1;
const PLACE_VALUE = 0.5;
// A concept is seen together with so many that follow it in its sentence.
const FOLLOWING = 4;

const MASKS: readonly (readonly [RegExp, string])[] = [
  [/https?:\S+|www\.\S+/gu, ' 🔗 '],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, ' ✉ '],
  [/(?:\+|\b00)\d(?:[\s().-]?\d){6,14}\b|\b\d{9,12}\b/gu, ' ☎ '],
  [/\b(?:10|[0-9])\b(?![.,:/]\d)/gu, ' 5 '],
  [/\d[\d.,:/-]*\d/gu, ' 99 '],
];
const UNSPACED = /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SEGMENTER = new Intl.Segmenter('th', { granularity: 'word' });

export function readFeatures(reply: Reply): Features {
  const words = wordsOf(masked(reply));
  const found = new Collector();
  words.forEach((word, at) => {
    found.add(`w ${word}`, at);
    found.add(`p ${words[at - 1] ?? '^'} ${word}`, at);
    if (at > 1) found.add(`s ${words[at - 2]} ${word}`, at);
    for (const piece of piecesOf(word)) found.add(`c ${piece}`, at);
  });
  if (UNSPACED.test(reply.text)) for (const [piece, at] of crossPieces(words)) found.add(`x ${piece}`, at);
  if (words.length > 0) found.add(`$ ${words.at(-1)}`, words.length - 1);
  if (words.length < 4) found.add(`n ${words.length}`, 0);
  const texts = found.buckets.length;
  for (const fact of factsOf(reply)) found.add(`f ${fact}`, -1);
  const values = found.buckets.map((_, at) => (at < texts ? 1 / Math.sqrt(texts) : RULE_VALUE));
  for (const { facts, value } of conceptFacts(reply)) {
    for (const fact of facts) found.add(fact, -1);
    values.push(...Array.from(facts, () => value / Math.sqrt(facts.size)));
  }
  return { words, buckets: found.buckets, owners: found.owners, values };
}

function conceptFacts({ text }: Reply): { facts: Set<string>; value: number }[] {
  const sentences = readConcepts(text.slice(0, READ_CHARACTERS));
  const order = sentences.flatMap((sentence) =>
    sentence.flatMap((one, at) =>
      sentence
        .slice(at + 1, at + 1 + FOLLOWING)
        .flatMap((other) => (one === other ? [] : `kk ${one} ${other}`)),
    ),
  );
  const [first = [], last = []] = [sentences[0], sentences.at(-1)];
  return [
    { facts: new Set(sentences.flat().map((one) => `k ${one}`)), value: CONCEPTS_VALUE },
    { facts: new Set(order), value: ORDER_VALUE },
    {
      facts: new Set([...first.map((one) => `k1 ${one}`), ...last.map((one) => `kl ${one}`)]),
      value: PLACE_VALUE,
    },
  ];
}

class Collector {
  readonly buckets: number[] = [];
  readonly owners: number[] = [];
  add(feature: string, owner: number): void {
    this.buckets.push(hash(feature) % BUCKETS);
    this.owners.push(owner);
  }
}

/** FNV-1a. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function masked({ text, unitNames = [] }: Reply): string {
  const plain = plainText(text).slice(0, READ_CHARACTERS);
  const named = unitNames
    .map((name) => plainText(name))
    .filter((name) => fold(name).length > 2)
    .reduce((so, name) => so.replaceAll(name, ' ▢ '), plain);
  return MASKS.reduce((so, [pattern, mark]) => so.replace(pattern, mark), named);
}

const WORD = /[\p{L}\p{M}\p{N}']+|\p{Extended_Pictographic}|[▢?!]/gu;

/** Letters without accents, because half of those who write in a hurry leave them out. */
export function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    if (found.length >= READ_WORDS) break;
    if (!UNSPACED.test(word)) found.push(word.normalize('NFD').replace(/\p{M}+/gu, ''));
    else for (const { segment } of SEGMENTER.segment(word)) found.push(segment);
  }
  return found;
}

function piecesOf(word: string): string[] {
  if (UNSPACED.test(word)) return [];
  const edged = `‹${word}›`;
  return [3, 4, 5].flatMap((size) =>
    Array.from({ length: Math.max(0, edged.length - size + 1) }, (_, at) => edged.slice(at, at + size)),
  );
}

/** Where words are not told apart by spaces, pieces go across what the segmenter took for words. */
function* crossPieces(words: readonly string[]): Generator<[string, number]> {
  const letters = words.flatMap((word, at) => [...word].map((letter) => ({ letter, at })));
  const sizes = letters.some(({ letter }) => IDEOGRAPHS.test(letter)) ? [1, 2, 3] : [3, 4, 5];
  for (const size of sizes)
    for (let from = 0; from + size <= letters.length; from++) {
      const run = letters.slice(from, from + size);
      yield [run.map(({ letter }) => letter).join(''), run[0]!.at];
    }
}

function factsOf({ text, meanings, ruled, isHinted, unitNames = [], campaignType }: Reply): string[] {
  const read = [...new Set(meanings.map(({ intent, strength }) => `${intent} ${strength}`))];
  const folded = fold(text);
  const named = unitNames.filter((name) => fold(name) && folded.includes(fold(name))).length;
  return [
    ...read,
    `ruled ${ruled.intent} ${ruled.confidence > 0.6}`,
    ...(campaignType ? read.map((one) => `${campaignType} ${one}`) : []),
    ...(campaignType ? [`about ${campaignType}`] : []),
    read.length === 0 ? 'nothing read' : '',
    read.length > 1 ? 'several' : '',
    ...readStopSigns(text.slice(0, READ_CHARACTERS)),
    isHinted ? 'hinted' : '',
    named > 0 && named < unitNames.length ? 'some units' : '',
    /[?？]\s*$/u.test(text.trim()) ? 'asks' : '',
  ].filter(Boolean);
}
