// Dates, prices and words as people type them. What cannot be read is told, never guessed.
import { isDate } from '../../../lib/dates.ts';
import { toMinor } from '../../../lib/money.ts';
import { fold } from '../../../lib/text.ts';

export type ReadValue<T> = { value: T; because?: string } | { problem: string };

const LOCALES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'th'];
const monthWord = (word: string): string => fold(word).replace(/[. ]/g, '');
/** Months by their names and their short ones, and English ones cut to three letters. */
const MONTHS = new Map(
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, at) => {
        const name = new Date(2001, at, 15).toLocaleDateString(locale, { month });
        return [monthWord(name), at + 1] as const;
      }),
    ),
  ),
);
const monthOf = (word: string): number =>
  MONTHS.get(monthWord(word)) ??
  (/^[a-z]{3,9}$/i.test(word) ? (MONTHS.get(monthWord(word).slice(0, 3)) ?? 0) : 0);
const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A calendar date. "31/10/2025" is read where only one order is possible; Buddhist years become common ones. */
export function readDate(text: string): ReadValue<string> {
  const parts = dateParts(text.trim());
  if (!parts) return { problem: `"${text}" is not a date that can be read` };
  if ('problem' in parts) return parts;
  const isBuddhist = parts.year >= 2400 && parts.year < 2700;
  const year = isBuddhist ? parts.year - 543 : parts.year;
  const date = iso(year, parts.month, parts.day);
  if (!isDate(date)) return { problem: `"${text}" is a date that does not exist` };
  if (year < 1980 || year > 2100) return { problem: `"${text}" is too far away to be meant` };
  return isBuddhist ? { value: date, because: `"${text}" is a Buddhist year` } : { value: date };
}

type Parts = { year: number; month: number; day: number };

function dateParts(text: string): Parts | { problem: string } | null {
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.Z+-]*)?$/.exec(text);
  if (ymd) return { year: Number(ymd[1]), month: Number(ymd[2]), day: Number(ymd[3]) };
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) };
  const slashed = /^(\d{1,2})[-/ ](\d{1,2})[-/ ](\d{4})$/.exec(text);
  if (slashed) return eitherOrder(text, Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const worded =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]+(?:de )?([\p{L}\p{M}.]{3,14}?)\.?(?: de)?[\s\-/.,]+(\d{4})$/iu.exec(
      text,
    ) ?? swap(/^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text));
  const month = worded ? monthOf(worded[2]!) : 0;
  return worded && month > 0 ? { year: Number(worded[3]), month, day: Number(worded[1]) } : null;
}

const swap = (match: RegExpExecArray | null) => match && [match[0], match[2], match[1], match[3]];

function eitherOrder(text: string, first: number, second: number, year: number): Parts | { problem: string } {
  if (first > 12 || first === second) return { year, month: second, day: first };
  if (second > 12) return { year, month: first, day: second };
  return { problem: `"${text}" may be day/month or month/day` };
}

const SYMBOLS: Record<string, string> = {
  '฿': 'THB',
  '€': 'EUR',
  '£': 'GBP',
  '₫': 'VND',
  '₹': 'INR',
  '₩': 'KRW',
  '₱': 'PHP',
  Rp: 'IDR',
  RM: 'MYR',
  S$: 'SGD',
  HK$: 'HKD',
  US$: 'USD',
  baht: 'THB',
};
const LONGEST_FIRST = Object.keys(SYMBOLS).toSorted((a, b) => b.length - a.length);
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export type Price = { minor: number; currency: string };

/** A price a year and unit: "THB 12,000", "12.000,50 €". Without a currency anywhere `fallback` is taken and told. */
export function readPrice(
  text: string,
  { currency, fallback }: { currency: string | null; fallback: string },
): ReadValue<Price> {
  if (/month|mth|\bmo\b|\/m\b|monat|total|lump|free|week/i.test(text))
    return { problem: `"${text}" is not a price per unit and year` };
  const said = currencyIn(text) ?? (currency ? currencyIn(currency) : null);
  const amount = readAmount(text, said ?? fallback);
  if (amount === null) return { problem: `"${text}" is not a price that can be read` };
  if (amount < 0 || amount > 1e12) return { problem: `"${text}" is not a possible price` };
  const value = { minor: toMinor(amount, said ?? fallback), currency: said ?? fallback };
  return said ? { value } : { value, because: `no currency is given; taken as ${fallback}` };
}

export function currencyIn(text: string): string | null {
  const code = text
    .toUpperCase()
    .match(/\b[A-Z]{3}\b/g)
    ?.find((word) => CURRENCIES.has(word));
  if (code) return code;
  const symbol = LONGEST_FIRST.find((mark) => text.includes(mark));
  return symbol ? SYMBOLS[symbol]! : null;
}

/** `currency`: in one of a thousand parts "1.250" is one and a quarter, not a thousand. */
function readAmount(text: string, currency: string): number | null {
  const [number, more] = text.match(/-?\d[\d.,' ]*/g)?.map((part) => part.replace(/[' ]/g, '')) ?? [];
  if (!number || more) return null;
  const plain = number.replace(/[.,]$/, '');
  // The last mark is a decimal one only before one or two digits; else it parts thousands.
  const decimal = /[.,](\d{1,2})$/.exec(plain) ?? (toMinor(1, currency) === 1000 && /\.(\d{3})$/.exec(plain));
  const whole = (decimal ? plain.slice(0, decimal.index) : plain).replace(/[.,]/g, '');
  const amount = Number(decimal ? `${whole}.${decimal[1]}` : whole);
  return Number.isFinite(amount) ? amount : null;
}

export function readCount(text: string): ReadValue<number> {
  const count = /^\s*(\d{1,5})(?:\s*\p{L}+)?\s*$/u.exec(text);
  return count ? { value: Number(count[1]) } : { problem: `"${text}" is not a number` };
}

/** Any number of a field: "12,500", "-3", "0.75". */
export function readNumber(text: string): ReadValue<number> {
  const plain = text.replace(/[\s'_]/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(plain)
    ? { value: Number(plain) }
    : { problem: `"${text}" is not a number` };
}

const YES = /^(y|yes|true|1|x|✓|✔|ja|oui|si|granted|given|ok|subscribed|opted in)$/;
const NO = /^(n|no|false|0|nein|non|withdrawn|refused|declined|never)$/;
export const readYesNo = (text: string): boolean | null => {
  const word = text.trim().toLowerCase();
  return YES.test(word) ? true : NO.test(word) ? false : null;
};

const LANGUAGES =
  'en th ja zh de fr es pt it nl ko vi id ms ru ar hi km lo my sv da nb fi pl cs hu el tr hr ro si ta tl fil dv he uk am bg bn bs ca dz et fa hy is ka kk kl lt lv mk mn ne sk sl sq sr sw ur uz'.split(
    ' ',
  );
const languageNames = new Map(
  LANGUAGES.flatMap((code) =>
    ['en', code].map(
      (locale) =>
        [fold(new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code), code] as const,
    ),
  ),
);

/** A BCP 47 code from a code ("th", "en-GB") or a name ("Thai", "Deutsch"); null for none. */
export function readLanguage(text: string): string | null {
  const named = languageNames.get(fold(text));
  if (named) return named;
  const code = text.trim().replace('_', '-');
  if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(code)) return null;
  return LANGUAGES.includes(code.split('-')[0]!) ? code : null;
}
