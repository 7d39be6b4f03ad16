// People's addresses and names in what goes to a model outside: marks in their place on the way out, themselves again on
// the way back.
import { findPhoneNumbersInText } from 'libphonenumber-js';
import { escapePattern } from './text.ts';

export type Redactor = {
  /** The same value with marks in all of its texts. */
  hide<T>(value: T): T;
  /** The same value with what the marks stand for. A mark that was never given stays as it is. */
  restore<T>(value: T): T;
};

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** As LINE names a person. */
const LINE_ID = /\bU[0-9a-f]{32}\b/g;
/** A number as it is dialled at home; a date such as 01-02-2026 is none. */
const LOCAL_PHONE = /(?<![\p{L}\p{N}/.-])0\d(?:[\s-]?\d){7,9}(?![\p{N}-])/gu;
const DATE = /^\d{2}-\d{2}-\d{4}/;
const MARK = /⟦[a-z-]+ \d+⟧/g;

/** One for each exchange with a model: the same text has the same mark in all of it. `names`: of people, where they are known. */
export function createRedactor(names: readonly string[] = []): Redactor {
  const marks = new Map<string, string>();
  const origins = new Map<string, string>();
  const mark = (kind: string, text: string): string => {
    const known = marks.get(text) ?? `⟦${kind} ${marks.size + 1}⟧`;
    marks.set(text, known);
    origins.set(known, text);
    return known;
  };
  const pattern = namePattern(names);
  const hideText = (text: string): string => {
    const plain = hidePhones(
      text.replace(EMAIL, (one) => mark('email', one)),
      mark,
    )
      .replace(LINE_ID, (one) => mark('id', one))
      .replace(LOCAL_PHONE, (one) => (DATE.test(one) ? one : mark('phone', one)));
    return pattern ? plain.replace(pattern, (one) => mark('name', one)) : plain;
  };
  const restoreText = (text: string): string => text.replace(MARK, (one) => origins.get(one) ?? one);
  return {
    hide: (value) => inTexts(value, hideText),
    restore: (value) => inTexts(value, restoreText),
  };
}

/** International ones, by the numbering plans. */
function hidePhones(text: string, mark: (kind: string, text: string) => string): string {
  if (!text.includes('+')) return text;
  return findPhoneNumbersInText(text)
    .toReversed()
    .reduce(
      (rest, { startsAt, endsAt }) =>
        rest.slice(0, startsAt) + mark('phone', rest.slice(startsAt, endsAt)) + rest.slice(endsAt),
      text,
    );
}

/** Whole names, then the words of them; in Thai, which has no spaces between words, anywhere. */
function namePattern(names: readonly string[]): RegExp | null {
  const words = names.flatMap((name) => [name.trim(), ...name.trim().split(/\s+/)]);
  const known = [...new Set(words)].filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
  if (known.length === 0) return null;
  const escaped = known.map(escapePattern);
  const bounded = escaped.map((word) =>
    /[\u0e00-\u0e7f]/.test(word) ? word : `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`,
  );
  return new RegExp(bounded.join('|'), 'gu');
}

function inTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one) => inTexts(one, change)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inTexts(one, change)])) as T;
}
