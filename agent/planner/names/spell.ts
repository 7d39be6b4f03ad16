// Puts misspelt, joined and split words right before anything is read, and remembers what it changed.
import { COMMON } from '../lexicon/en-common.ts';
import { EVERYDAY } from '../lexicon/en-everyday.ts';
import type { PhraseBook } from '../lexicon/lexicon.ts';
import { stem, stems, type Token } from '../tokens.ts';
import type { Places } from '../types.ts';
import type { NameIndex } from './name-index.ts';
import { type Near, nearestWords } from './nearest.ts';

export type Correction = { from: string; to: string };
export type Spelled = { tokens: Token[]; corrections: Correction[] };

/** In another language than English only names are put right: its other words are not those of the book. */
type Known = { book: PhraseBook; names: NameIndex; places: Places; isEnglish: boolean };

export function spell(tokens: readonly Token[], known: Known): Spelled {
  const result: Token[] = [];
  const corrections: Correction[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    const joined = joinedName(token, known);
    if (joined) {
      result.push(...rewritten(token, joined));
      continue;
    }
    const spelled = spelledNumber(tokens, at, known);
    if (spelled) {
      result.push({ ...token, word: spelled, stem: spelled, kind: 'word' });
      continue;
    }
    if (isKnown(token, known) || isInPlace(tokens, at, known.places)) {
      result.push(token);
      continue;
    }
    const apart = runTogether(token, known);
    if (apart) {
      result.push(...rewritten(token, apart));
      continue;
    }
    const pair = next && splitName(token, next, known);
    if (pair) {
      result.push(...pair);
      at++;
      continue;
    }
    const right = correct(token, tokens, at, known);
    if (right) {
      corrections.push({ from: token.text, to: right });
      result.push(...rewritten(token, right));
    } else result.push(token);
  }
  return {
    tokens: result,
    corrections: corrections.filter(({ from, to }) => stems(from).join('') !== to.replaceAll(' ', '')),
  };
}

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "4 points", "7 eleven": the number of a name that is written as a word. */
function spelledNumber(tokens: readonly Token[], at: number, { names }: Known): string | null {
  const { kind, text } = tokens[at]!;
  const spelled = kind === 'number' && /^\d{1,2}$/.test(text) ? NUMBERS[Number(text)] : undefined;
  if (!spelled || !names.words.has(spelled)) return null;
  const ends = [2, 3, 4, 5].map((length) =>
    [spelled, ...tokens.slice(at + 1, at + length).map(({ stem }) => stem)].join(' '),
  );
  return ends.some((phrase) => names.find(phrase).length + names.shortBrands(phrase).length > 0)
    ? spelled
    : null;
}

/** "chiangmai", also where a customer's name writes it so. */
const joinedName = ({ stem, word }: Token, { names, book }: Known): string | null =>
  names.find(stem).length > 0 || book.words.has(stem)
    ? null
    : (names.joined(stem) ?? names.joined(word) ?? null);

function isKnown(token: Token, { book, names }: Known): boolean {
  return (
    token.kind !== 'word' ||
    token.word.length < 4 ||
    COMMON.has(token.word) ||
    EVERYDAY.has(token.word) ||
    EVERYDAY.has(token.stem) ||
    book.words.has(token.stem) ||
    book.words.has(token.word) ||
    names.words.has(token.stem) ||
    names.find(token.stem).length > 0 ||
    names.typeWords.has(token.stem)
  );
}

/** "Saudi" is a word of "Saudi Arabia", "Saigon" a place, even where no customer is there. */
function isInPlace(tokens: readonly Token[], at: number, places: Places): boolean {
  const starts = [1, 2, 3].flatMap((length) =>
    Array.from({ length }, (_, back) => ({ from: at - back, to: at - back + length })),
  );
  return starts.some(({ from, to }) => {
    if (from < 0 || to > tokens.length) return false;
    const phrase = tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' ');
    return (
      places.findCountry(phrase) !== null ||
      (isPlaced(tokens, from) && (places.placesNamed?.(phrase).length ?? 0) > 0)
    );
  });
}

const isPlaced = (tokens: readonly Token[], at: number): boolean =>
  /^\p{Lu}/u.test(tokens[at]!.text) ||
  ['in', 'from', 'at', 'near', 'around'].includes(tokens[at - 1]?.word ?? '');

/** "hiltonsin Bangkok", "inphuket": a name and a little word without the space between. */
function runTogether({ word }: Token, { names }: Known): string | null {
  const isName = (part: string) => part.length > 3 && names.find(stem(part)).length > 0;
  for (const little of ['in', 'at', 'on', 'and', 'for', 'to', 'or', 'all', 'by']) {
    const [name, after] = [word.slice(0, -little.length), word.slice(little.length)];
    if (word.endsWith(little) && isName(name)) return `${stem(name)} ${little}`;
    if (word.startsWith(little) && isName(after)) return `${little} ${stem(after)}`;
  }
  return null;
}

/** "sound track" for Soundtrack. */
function splitName(token: Token, next: Token, { names }: Known): Token[] | null {
  const whole = `${token.word}${next.stem}`;
  if (next.kind !== 'word' || !names.words.has(whole)) return null;
  return [{ ...token, text: `${token.text} ${next.text}`, word: whole, stem: whole, end: next.end }];
}

function correct(
  token: Token,
  tokens: readonly Token[],
  at: number,
  { book, names, isEnglish }: Known,
): string | null {
  const isName = at > 0 && /^\p{Lu}/u.test(token.text) && !isShouted(tokens);
  // A capital letter speaks for a name: an everyday word is only taken for it when it is long ("Octobr").
  const everyday = !isEnglish || (isName && token.stem.length < 6) ? [] : [book.words, names.typeWords];
  const near = nearestWords(token.stem, ...everyday, ...names.wordSets).filter(
    ({ word }) =>
      !isFormOf(token.word, word) &&
      // "sur la plage" is no misspelt "place".
      (isEnglish || !book.words.has(word)) &&
      (names.words.has(word) || startsAlike(token.stem, word)),
  );
  if (near.length > 1) return besideNext(near, tokens[at + 1], names) ?? ofSeveral(near, names);
  return near[0]?.word ?? nearJoined(token, names) ?? byConsonants(token.stem, everyday);
}

/** "Chaing Mai": the one that makes a name together with the next word. */
const besideNext = (near: readonly Near[], next: Token | undefined, names: NameIndex): string | null =>
  near.find(({ word }) => next && names.find(`${word} ${next.stem}`).length > 0)?.word ?? null;

/** "custmrs", "rnwals": typed without most of its vowels. */
function byConsonants(word: string, known: readonly ReadonlySet<string>[]): string | null {
  const bones = bonesOf(word);
  if (bones.length < 4 || word.length - bones.length > 1) return null;
  const found = known.flatMap((words) =>
    [...words].filter((one) => one[0] === word[0] && bonesOf(one) === bones),
  );
  return found.length === 1 || new Set(found).size === 1 ? found[0]! : null;
}

const bonesOf = (word: string): string => word.replaceAll(/[aeiou]/g, '');

/** The first letter of an everyday word is seldom the wrong one: "carrying" is not "barring". */
const startsAlike = (word: string, known: string): boolean =>
  word[0] === known[0] || (word[0] === known[1] && word[1] === known[0]);

const ENDINGS = /^(?:ed|d|ing|er|ers|ly|ion|ions|ment|al|able|ive|ful|less|y|est)$/;

/** "recorded" is no misspelt "record". */
const isFormOf = (word: string, known: string): boolean =>
  word.startsWith(known) && ENDINGS.test(word.slice(known.length));

/** Names are told apart by the person; of everyday words the longest is meant ("renewl" is renewal, not renew). */
function ofSeveral(near: readonly Near[], names: NameIndex): string | null {
  const ofNames = near.filter(({ word }) => names.words.has(word));
  if (ofNames.length > 1) {
    // A value of a field rather than a word of one customer's name.
    const values = ofNames.filter(({ word }) => names.find(word).length > 0);
    return values.length === 1 ? values[0]!.word : null;
  }
  if (ofNames.length === 1) return ofNames[0]!.word;
  return near.reduce((best, one) => (one.word.length > best.word.length ? one : best)).word;
}

/** "chiangmay": a slip inside a joined name. */
function nearJoined({ stem }: Token, names: NameIndex): string | null {
  const near = nearestWords(stem, names.joinedWords);
  // The first letter is seldom the wrong one: "Fantasia" is no East Asia.
  return near.length === 1 && near[0]!.word[0] === stem[0] ? (names.joined(near[0]!.word) ?? null) : null;
}

const isShouted = (tokens: readonly Token[]): boolean =>
  tokens.every(({ text }) => text === text.toUpperCase());

const rewritten = (token: Token, right: string): Token[] =>
  right.split(' ').map((word) => ({ ...token, word, stem: word }));
