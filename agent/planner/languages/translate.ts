// Words of another language become the English ones that they stand for, each still at its own place in the sentence.

import { ownValue } from '../../../lib/own-value.ts';
import { fold } from '../../../lib/text.ts';
import { stem, type Token } from '../tokens.ts';
import { readFigures } from './figures.ts';
import {
  type Compiled,
  type Entry,
  isSpacelessText,
  plainLetters,
  scriptRuns,
  type Unit,
} from './language.ts';

type Chunk = { tokens: Token[]; isJoiner: boolean; isOpening: boolean; isName?: boolean };
type Match = { entry: Entry; end: number; numbers: Token[] };

export function translateTokens(tokens: readonly Token[], language: Compiled): Token[] {
  const units = readFigures(
    tokens.flatMap((token) => unitTokens(token, language)),
    { code: language.language.code, phraseAt: (all, at) => (longest(all, at, language)?.end ?? at) - at },
  );
  const chunks: Chunk[] = [];
  const last: Token[] = [];
  for (let at = 0; at < units.length; ) {
    const match = longest(units, at, language, (word) =>
      chunks.some(({ tokens: said }) => said.some((token) => token.word === word)),
    );
    if (match) {
      place(match, units.slice(at, match.end), chunks, last);
      at = match.end;
    } else {
      addWord(chunks, units[at]!);
      at++;
    }
  }
  return [...chunks.flatMap(({ tokens: own }) => own), ...last];
}

/** One token a character where words are not set apart; "l'hôtel" and "d'octobre" without what is elided. */
function unitTokens(token: Token, { language, numbers }: Compiled): Token[] {
  const mark = ownValue(MARKS, token.text);
  if (mark) return [{ ...token, text: mark, word: mark, stem: mark }];
  if (token.kind !== 'word') return [token];
  const number = numbers.get(plainLetters(token.word));
  if (number) return [{ ...token, text: number, word: number, stem: number, kind: 'number' }];
  if (language.isSpaceless && isSpacelessText(token.text)) return runs(token).flatMap(characters);
  const plain = token.word.replaceAll('œ', 'oe');
  const word = /^(?:l|d|qu|n|s|j|m|c) (.+)$/.exec(plain)?.[1] ?? plain;
  return [word === token.word ? token : { ...token, word, stem: stem(word) }];
}

const MARKS: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
};

/** "WhatsAppで" is a word of its own and what hangs on it. */
function runs(token: Token): Token[] {
  let start = token.start;
  return scriptRuns(token.text).map((text) => {
    const word = isSpacelessText(text) ? text : fold(text);
    const one: Token = { ...token, text, word, stem: stem(word), start, end: start + text.length };
    start += text.length;
    return one;
  });
}

function characters(token: Token): Token[] {
  if (!isSpacelessText(token.text)) return [token];
  let start = token.start;
  return [...token.text].map((char) => {
    const one = { ...token, text: char, word: char, stem: char, start, end: start + char.length };
    start += char.length;
    return one;
  });
}

function longest(
  units: readonly Token[],
  at: number,
  language: Compiled,
  isSaid: (word: string) => boolean = () => true,
): Match | null {
  const { word, kind } = units[at]!;
  for (const entry of language.at(kind === 'number' ? '#' : plainLetters(word))) {
    const needed = /^>(\S+) /.exec(entry.english)?.[1];
    const numbers = needed === undefined || isSaid(needed) ? matches(units, at, entry.units) : null;
    if (numbers) return { entry, end: at + entry.units.length, numbers };
  }
  return null;
}

/** The numbers that stand for "#"; null when the phrase is not here. */
function matches(units: readonly Token[], at: number, phrase: readonly Unit[]): Token[] | null {
  const numbers: Token[] = [];
  for (const [i, { text, isPrefix }] of phrase.entries()) {
    const unit = units[at + i];
    if (!unit) return null;
    if (text === '#') {
      if (unit.kind !== 'number') return null;
      numbers.push(unit);
    } else if (!fits(plainLetters(unit.word), { text, isPrefix })) return null;
  }
  return numbers;
}

const fits = (word: string, { text, isPrefix }: Unit): boolean =>
  isPrefix ? word.startsWith(text) : word === text;

function place({ entry, numbers }: Match, span: readonly Token[], chunks: Chunk[], last: Token[]): void {
  const english = entry.english.replace(/^>\S+ /, '');
  if (english === '-') return;
  const marker = /^[<(]/.exec(english)?.[0];
  const words = (marker ? english.slice(1) : english).split(' ');
  const tokens = words.map((word) => englishToken(word, span, numbers));
  if (marker !== '<') {
    chunks.push({ tokens, isJoiner: /^(and|or)$/.test(english), isOpening: marker === '(' });
    return;
  }
  const before = precedingPhrase(chunks);
  if (words[0] === 'except') last.push(...tokens, ...before);
  else chunks.push({ tokens: [...tokens, ...before], isJoiner: false, isOpening: false });
}

/** Takes away the phrase that a word stands behind, with what is joined to it; from its opening, where it has one. */
function precedingPhrase(chunks: Chunk[]): Token[] {
  const opened = chunks.findLastIndex(({ isOpening }) => isOpening);
  let from = opened >= 0 ? opened : chunks.length - 1;
  while (opened < 0 && from > 1 && chunks[from - 1]!.isJoiner) from -= 2;
  const taken = chunks.splice(Math.max(0, from));
  return taken.filter(({ isOpening }) => !isOpening).flatMap(({ tokens }) => tokens);
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

function englishToken(word: string, span: readonly Token[], numbers: readonly Token[]): Token {
  const [start, end] = [span[0]!.start, span.at(-1)!.end];
  const number = /^(month|q)?#(\d)?(:00)?$/.exec(word);
  if (!number)
    return {
      text: word,
      word: word.toLowerCase(),
      stem: stem(word.toLowerCase()),
      start,
      end,
      kind: 'word',
      isTranslated: true,
    };
  const digits = numbers[Number(number[2] ?? 1) - 1]?.word ?? '';
  if (number[1] === 'month') {
    const month = MONTHS[Number(digits) - 1] ?? digits;
    return { text: month, word: month, stem: month, start, end, kind: 'word', isTranslated: true };
  }
  // "a las 9:30" has its minutes already.
  const text = /[:.]/.test(digits) ? digits : `${digits}${number[3] ?? ''}`;
  return { text, word: text, stem: text, start, end, kind: 'number' };
}

/** What is in no phrase stays as it is; characters of one run are one word again. */
const isName = ({ text, kind }: Token): boolean => kind === 'word' && /^\p{Lu}[^\p{Lo}]*$/u.test(text);

function addWord(chunks: Chunk[], token: Token): void {
  const before = chunks.at(-1)?.tokens;
  const previous = before?.at(-1);
  const isRun =
    token.kind === 'word' &&
    isSpacelessText(token.text) &&
    previous?.end === token.start &&
    isSpacelessText(previous.text);
  if (isName(token) && chunks.at(-1)?.isName && previous?.end === token.start - 1) {
    // "Mali Winters" is one name, so that a word behind it takes both.
    before!.push(token);
    return;
  }
  if (token.isTranslated && previous?.isTranslated && previous.start === token.start) {
    // The day and the month of "3/15".
    before!.push(token);
    return;
  }
  if (!isRun) {
    chunks.push({ tokens: [token], isJoiner: false, isOpening: false, isName: isName(token) });
    return;
  }
  const word = previous.word + token.word;
  before![before!.length - 1] = {
    ...previous,
    text: previous.text + token.text,
    word,
    stem: word,
    end: token.end,
  };
}
