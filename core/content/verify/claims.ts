// The dates, amounts and numbers that a text states, found by form. Each finder takes out what it found, so that the
// day of a date is not a number too.
import { type DateClaim, readDates } from './date-claims.ts';
import { type MoneyClaim, readMoney } from './money-claims.ts';
import { type NumberClaim, readNumbers } from './number-claims.ts';
import { readNumberWords } from './number-words.ts';
import { type Paragraph, paragraphsOf, remembered } from './paragraphs.ts';
import { type Promised, readPromises } from './price-words.ts';
import { readRelativeDays } from './relative-days.ts';

/** `rest` is the text without its dates and amounts. */
export type Claims = {
  dates: DateClaim[];
  money: MoneyClaim[];
  numbers: NumberClaim[];
  promises: Promised[];
  rest: string;
};

/** `inWords`: numbers in words too, days that are told from today, and what is said of a price without a number. */
type Reading = { language: string; inWords?: boolean };

const readers = new Map<string, (paragraph: Paragraph) => Claims>();

/** The claims of a text, each paragraph of which is read once in a process as long as it is remembered. */
export function claimsIn(text: string, { language, inWords = false }: Reading): Claims {
  const key = `${language} ${inWords}`;
  const read = readers.get(key) ?? remembered((paragraph) => readClaims(paragraph, { language, inWords }));
  readers.set(key, read);
  return joinClaims(paragraphsOf(text).map(read));
}

export const joinClaims = (all: readonly Claims[]): Claims => ({
  dates: all.flatMap(({ dates }) => dates),
  money: all.flatMap(({ money }) => money),
  numbers: all.flatMap(({ numbers }) => numbers),
  promises: all.flatMap(({ promises }) => promises),
  rest: all.map(({ rest }) => rest).join('\n\n'),
});

/** Reads every claim of a text; the language adds its own names of months. */
export function readClaims(given: string, { language, inWords = false }: Reading): Claims {
  const text = MAY_COUNT.test(given) ? given.replace(/\p{Nd}/gu, asciiDigit) : given;
  const dates = readDates(text, language);
  const money = readMoney(dates.rest);
  return {
    dates: [...dates.found, ...(inWords ? readRelativeDays(text, language) : [])],
    money: money.found,
    numbers: [...readNumbers(money.rest), ...(inWords ? readNumberWords(money.rest, language) : [])],
    promises: inWords ? readPromises(money.rest, language) : [],
    rest: money.rest,
  };
}

// Scripts with digits of their own; the mark for a name is in none.
const MAY_COUNT = /[\u0660-\u1fff\ua620-\udfff\uf900-\uff19]/;

// Digits of every script stand in runs of ten, zero first.
function asciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
