// The dates, amounts and numbers that a text states, found by form. Each finder takes out what it found, so that the
// day of a date is not a number too.
import { readNumberWords } from './number-words.ts';
import { type Promised, readPromises } from './price-words.ts';
import { readRelativeDays } from './relative-days.ts';

export type DateClaim = {
  text: string;
  /** Told from the day on which it is read: nothing that is known says the same. */
  isRelative?: boolean;
  year?: number;
  month?: number;
  day?: number;
  alternatives?: DateClaim[];
};
export type MoneyClaim = {
  text: string;
  values: number[];
  currency: string;
  /** What the words around say it is. */
  meaning: 'per_unit' | 'total' | null;
};
export type NumberClaim = { text: string; values: number[]; isPercent: boolean; noun: string | null };
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

type Found<Claim> = { found: Claim[]; rest: string };

const ORDINAL = '(?:st|nd|rd|th|er|º|\\.)?';

function readDates(text: string, language: string): Found<DateClaim> {
  const months = monthNames(language);
  return takeAll(text, dateForms(language, months), (match) => [toDate(match, months)]);
}

const datesBy = new Map<string, RegExp[]>();

function dateForms(language: string, months: ReadonlyMap<string, number>): RegExp[] {
  const known = datesBy.get(language);
  if (known) return known;
  const names = [...months.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const month = `(?<month>${names.join('|')})\\.?`;
  const end = '(?![\\p{L}\\p{M}])';
  const forms = [
    '(?<year>\\d{4})-(?<m>\\d{2})-(?<day>\\d{2})(?!\\d)',
    '(?<year>\\d{4})年(?:(?<m>\\d{1,2})月(?:(?<day>\\d{1,2})[日号])?)?',
    '(?<m>\\d{1,2})月(?<day>\\d{1,2})[日号]',
    `(?<!\\d)(?<day>\\d{1,2})${ORDINAL}\\s+(?:of\\s+|de\\s+)?${month}${end}(?:,?\\s+(?:de\\s+|พ\\.ศ\\.\\s*)?(?<year>\\d{4})(?!\\d))?`,
    `(?<![\\p{L}])${month}\\s+(?<day>\\d{1,2})${ORDINAL}(?!\\d)(?:,?\\s+(?<year>\\d{4})(?!\\d))?`,
    `(?<![\\p{L}])${month}${end},?\\s+(?:de\\s+)?(?<year>\\d{4})(?!\\d)`,
    `(?<=\\b(?:in|by|until|till|before|since|of|end of|early|mid|late|this|next|from|en|im|bis|em|até)[ -])${month}${end}`,
    '(?<!\\d)(?<a>\\d{1,2})[./-](?<b>\\d{1,2})[./-](?<year>\\d{4}|\\d{2})(?!\\d)',
  ];
  const patterns = forms.map(pattern);
  datesBy.set(language, patterns);
  return patterns;
}

function toDate(match: RegExpExecArray, months: ReadonlyMap<string, number>): DateClaim {
  const { year, month, m, day, a, b } = match.groups ?? {};
  const number = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  const full = year?.length === 2 ? 2000 + Number(year) : number(year);
  const claim = (parts: Omit<DateClaim, 'text'>): DateClaim => ({
    text: match[0].replace(/[.\s]+$/, ''),
    ...Object.fromEntries(
      Object.entries({ ...parts, year: full }).filter(([, value]) => value !== undefined),
    ),
  });
  // 10/11/2027 is a day in October or in November: either may be meant.
  if (a !== undefined) {
    const [x, y] = [Number(a), Number(b)];
    return { ...claim({ day: x, month: y }), alternatives: [claim({ day: y, month: x })] };
  }
  const named = month === undefined ? number(m) : months.get(month.toLowerCase());
  return claim({ month: named, day: number(day) } as Omit<DateClaim, 'text'>);
}

function monthNames(language: string): Map<string, number> {
  const cached = monthsBy.get(language);
  if (cached) return cached;
  const names = new Map<string, number>();
  for (const locale of ['en', language])
    for (const style of ['long', 'short'] as const)
      for (let at = 0; at < 12; at += 1)
        for (const parts of [{ month: style }, { month: style, day: 'numeric' }] as const) {
          const name = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...parts, timeZone: 'UTC' })
            .formatToParts(new Date(Date.UTC(2027, at, 1)))
            .find(({ type }) => type === 'month')?.value;
          // Numbers with a sign for "month" are read by their own form.
          if (name && !/\d/.test(name)) names.set(name.toLowerCase().replace(/\.$/, ''), at + 1);
        }
  monthsBy.set(language, names);
  return names;
}
const monthsBy = new Map<string, Map<string, number>>();

const SYMBOLS: Record<string, readonly string[]> = {
  '฿': ['THB'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₫': ['VND'],
  '₩': ['KRW'],
  '₹': ['INR'],
  '₱': ['PHP'],
  '¥': ['JPY', 'CNY'],
  $: ['USD', 'SGD', 'HKD', 'AUD', 'CAD', 'NZD', 'TWD'],
  baht: ['THB'],
  บาท: ['THB'],
  euro: ['EUR'],
  euros: ['EUR'],
  dollar: ['USD', 'SGD', 'HKD', 'AUD', 'CAD', 'NZD', 'TWD'],
  dollars: ['USD', 'SGD', 'HKD', 'AUD', 'CAD', 'NZD', 'TWD'],
  pounds: ['GBP'],
  yen: ['JPY'],
  円: ['JPY'],
  元: ['CNY'],
  yuan: ['CNY'],
  rupees: ['INR'],
  won: ['KRW'],
  dong: ['VND'],
  r$: ['BRL'],
  ยูโร: ['EUR'],
  เยน: ['JPY'],
  ดอลลาร์สหรัฐ: ['USD'],
  バーツ: ['THB'],
  米ドル: ['USD'],
  ドル: ['USD', 'SGD', 'HKD', 'AUD', 'CAD', 'NZD', 'TWD'],
  ユーロ: ['EUR'],
  泰铢: ['THB'],
  美元: ['USD'],
  欧元: ['EUR'],
  日元: ['JPY'],
  人民币: ['CNY'],
};

/** Whether what a text calls the currency can be this one (ISO 4217). */
export const meansCurrency = (written: string, currency: string): boolean =>
  written.toUpperCase() === currency || (SYMBOLS[written.toLowerCase()]?.includes(currency) ?? false);

const NUMBER = "\\d+(?:[.,'’\\u00a0\\u202f ]\\d{3})*(?:[.,]\\d{1,2})?(?!\\d)";
// Codes are capitals: "all 4" is not four Albanian lek.
const CODES = `(?-i:${Intl.supportedValuesOf('currency').join('|')})`;
const WORDS = Object.keys(SYMBOLS)
  .sort((a, b) => b.length - a.length)
  // Latin words end where no letter follows; Thai, Chinese and Japanese write on.
  .map((word) => (/[a-z]$/.test(word) ? `${word}(?![\\p{L}])` : escapePattern(word)))
  .join('|');

const MONEY = moneyForms();

function moneyForms(): RegExp[] {
  const unit = `(?<unit>(?<![\\p{L}])${CODES}(?![\\p{L}])|(?:${WORDS})|[฿€£₫₩₹₱¥$])`;
  const after = unit.replace('<unit>', '<unit2>');
  return [`${unit}\\s?(?<value>${NUMBER})`, `(?<![\\d.,])(?<value2>${NUMBER})\\s?${after}`].map(pattern);
}

function readMoney(text: string): Found<MoneyClaim> {
  return takeAll(text, MONEY, (match) => {
    const { value, value2, unit: before, unit2 } = match.groups ?? {};
    const around = [
      text.slice(Math.max(0, match.index - 24), match.index),
      text.slice(match.index + match[0].length),
    ];
    return [
      {
        text: match[0],
        values: numbersOf(value ?? value2 ?? ''),
        currency: before ?? unit2 ?? '',
        meaning: meaningOf(around[0] ?? '', around[1] ?? ''),
      },
    ];
  });
}

const PER_UNIT = /^\s*(?:\/|per\b|each\b|a (?:zone|unit)\b|pro\b|je\b|par\b|por\b|cada\b|ต่อ)/iu;
const PER_YEAR = /^\s*(?:\/\s*|per |pro |par |por |ต่อ)(?:year|annum|jahr|an\b|année|año|ano\b|ปี)/iu;
const EACH_BEFORE = /(?:\bje \p{L}+|\bcada \p{L}+|ごとに(?:年額)?|每个?[^\s，。]{1,8}每年)\s*$/iu;
const TOTAL_AFTER =
  /^\s*(?:in total|altogether|all in|insgesamt|zusammen|au total|en total|no total|ทั้งหมด|โดยรวม)(?![\p{L}])/iu;
const TOTAL_BEFORE =
  /(?:\b(?:in )?total(?: of| is|e?)?:?|\binsgesamt|\bzusammen|\bau total|\ben total|\bno total|รวม(?:ทั้งหมด|เป็น)?|合計|総額|总计|总共|共计|=)\s*$/iu;

function meaningOf(before: string, after: string): MoneyClaim['meaning'] {
  if (PER_UNIT.test(after) && !PER_YEAR.test(after)) return 'per_unit';
  if (EACH_BEFORE.test(before)) return 'per_unit';
  return TOTAL_AFTER.test(after) || TOTAL_BEFORE.test(before) ? 'total' : null;
}

const NUMBERS = [
  pattern(
    `(?<![\\d])(?<value>${NUMBER})(?<percent>\\s?(?:%|percent\\b|per cent\\b))?(?:[ -](?<noun>\\p{L}+))?`,
  ),
];

function readNumbers(text: string): NumberClaim[] {
  return takeAll(text, NUMBERS, (match): NumberClaim[] => [
    {
      text: match[0].trim(),
      values: numbersOf(match.groups?.value ?? ''),
      isPercent: match.groups?.percent !== undefined,
      noun: match.groups?.noun?.toLowerCase() ?? null,
    },
  ]).found;
}

/** What the digits can mean: "12.000" is twelve thousand or twelve, "48,000" is forty-eight thousand. */
function numbersOf(text: string): number[] {
  const plain = text.replace(/['’\u00a0\u202f ]/g, '');
  const english = Number(plain.replaceAll(',', ''));
  if (/,\d{3}(?!\d)/.test(plain)) return Number.isFinite(english) ? [english] : [];
  const continental = Number(plain.replaceAll('.', '').replace(',', '.'));
  return [...new Set([english, continental])].filter(Number.isFinite);
}

function takeAll<Claim>(
  text: string,
  patterns: readonly RegExp[],
  read: (match: RegExpExecArray) => Claim[],
): Found<Claim> {
  const found: Claim[] = [];
  let rest = text;
  for (const form of patterns) {
    const before = found.length;
    form.lastIndex = 0;
    for (let match = form.exec(rest); match; match = form.exec(rest)) found.push(...read(match));
    if (found.length > before) rest = rest.replace(form, (whole) => ' '.repeat(whole.length));
  }
  return { found, rest };
}

function pattern(form: string): RegExp {
  return new RegExp(form, 'giu');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
