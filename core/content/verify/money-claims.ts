// The amounts of money that a text states, by the signs, codes and words of currencies.
import { escapePattern } from '../../../lib/text.ts';
import { NUMBER, numbersOf } from './number-claims.ts';
import { type Found, takeAll } from './take-claims.ts';

export type MoneyClaim = {
  text: string;
  values: number[];
  currency: string;
  /** What the words around say it is. */
  meaning: 'per_unit' | 'total' | null;
};

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

// Codes are capitals: "all 4" is not four Albanian lek.
const CODES = `(?:${Intl.supportedValuesOf('currency').join('|')})`;
const inAnyCase = (word: string): string =>
  word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
/** As a pattern for both cases, the longest first. */
export const CURRENCY_WORDS = Object.keys(SYMBOLS)
  .sort((a, b) => b.length - a.length)
  // Latin words end where no letter follows; Thai, Chinese and Japanese write on.
  .map((word) => inAnyCase(escapePattern(word)) + (/[a-z]$/.test(word) ? '(?![\\p{L}])' : ''))
  .join('|');

const MONEY = moneyForms();

function moneyForms(): RegExp[] {
  const unit = `(?<unit>(?<![\\p{L}])${CODES}(?![\\p{L}])|(?:${CURRENCY_WORDS})|[฿€£₫₩₹₱¥$])`;
  const after = unit.replace('<unit>', '<unit2>');
  return [`${unit}\\s?(?<value>${NUMBER})`, `(?<![\\d.,])(?<value2>${NUMBER})\\s?${after}`].map(
    (form) => new RegExp(form, 'gu'),
  );
}

/** Every amount that is stated; `rest` is the text without them. */
export function readMoney(text: string): Found<MoneyClaim> {
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
