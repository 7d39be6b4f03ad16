// A written text as it is said: no address is read out, and no sign that only an eye can read.
import { formatDate, isDate } from '../../../lib/dates.ts';
import type { LetterLanguage } from '../../campaigns/draft.ts';

type Signs = {
  /** Between a count and the price of one, and before what they come to. */
  each: string;
  total: string;
  and: string;
  percent: string;
  /** Between two numbers. */
  to: string;
  plus: string;
  number: string;
  at: string;
  or: string;
  /** In place of an address. */
  page: string;
  /** Ends a sentence. */
  stop: string;
  comma: string;
};

const SPACED = { stop: '.', comma: ', ' };

export const SIGNS: Record<LetterLanguage, Signs> = {
  en: {
    ...SPACED,
    ...{ each: ' at ', total: ' each, in total ', and: 'and', percent: 'percent', to: 'to', plus: 'plus' },
    ...{ number: 'number', at: 'at', or: 'or', page: 'our web site' },
  },
  de: {
    ...SPACED,
    ...{ each: ' zu je ', total: ', zusammen ', and: 'und', percent: 'Prozent', to: 'bis', plus: 'plus' },
    ...{ number: 'Nummer', at: 'at', or: 'oder', page: 'unsere Internetseite' },
  },
  fr: {
    ...SPACED,
    ...{ each: ' à ', total: ' chacune, soit ', and: 'et', percent: 'pour cent', to: 'à', plus: 'plus' },
    ...{ number: 'numéro', at: 'arobase', or: 'ou', page: 'notre site' },
  },
  es: {
    ...SPACED,
    ...{ each: ' a ', total: ' cada una, en total ', and: 'y', percent: 'por ciento', to: 'a', plus: 'más' },
    ...{ number: 'número', at: 'arroba', or: 'o', page: 'nuestra página' },
  },
  pt: {
    ...SPACED,
    ...{ each: ' a ', total: ' cada, no total ', and: 'e', percent: 'por cento', to: 'a', plus: 'mais' },
    ...{ number: 'número', at: 'arroba', or: 'ou', page: 'nosso site' },
  },
  th: {
    ...{ each: ' ราคาละ ', total: ' รวมเป็น ', and: 'และ', percent: 'เปอร์เซ็นต์', to: 'ถึง', plus: 'บวก' },
    ...{ number: 'หมายเลข', at: 'แอท', or: 'หรือ', page: 'เว็บไซต์ของเรา', stop: '', comma: ' ' },
  },
  ja: {
    ...{
      each: '、それぞれ',
      total: '、合計で',
      and: 'と',
      percent: 'パーセント',
      to: 'から',
      plus: 'プラス',
    },
    ...{ number: '番号', at: 'アット', or: 'または', page: '当社のサイト', stop: '。', comma: '、' },
  },
  zh: {
    ...{ each: '，每个', total: '，合计', and: '和', percent: '百分之', to: '到', plus: '加' },
    ...{ number: '编号', at: '艾特', or: '或', page: '我们的网站', stop: '。', comma: '，' },
  },
};

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
const ADDRESS = /\b(?:[a-z][a-z0-9+.-]{1,30}:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]]/giu;
// What leads to an address, and nothing else.
const LEADS = /^[^\n.!?。！？]{0,60}[:：]\s*(?:[a-z][a-z0-9+.-]{1,30}:\/\/|www\.)\S+$/gimu;
const NOT_SAID = /\p{Extended_Pictographic}|\p{Cf}|\ufe0f|[*_~`•|<>^\\"“”„«»]/gu;
/** A written greeting for whoever may be a man or a woman. */
const EITHER = /^(Estimad|Prezad|Querid|Car)[oa](?:\/[oa]|\([oa]\))(?=\s)/gmu;
const SPELT = /[A-Z0-9]/g;

/** A code, sign by sign. */
export const spelled = (code: string): string => (code.toUpperCase().match(SPELT) ?? []).join(', ');

type Said = { language: string /** Which are said sign by sign. */; codes?: readonly string[] };

const signsOf = (language: string): Signs => SIGNS[language as LetterLanguage] ?? SIGNS.en;

// A person's own words may ask for a written answer.
const WRITTEN_STOP = /[^\n.!?。！？]*\bSTOP\b[^\n.!?。！？]*[.!?。！？]?/g;
const inSpeech = (text: string): string =>
  text
    .replace(WRITTEN_STOP, '')
    .replace(/(?<!reply to )\bthis (?:message|e-?mail)\b/gi, 'this call')
    .replace(/\b(r)eply(?: to this (?:message|e-?mail))? (?:with|by)\b/gi, (_, r: string) =>
      r === 'R' ? 'Tell us' : 'tell us',
    )
    .replace(/\breply(?: to this (?:message|e-?mail))?\b/g, 'answer')
    .replace(/\bReply(?: to this (?:message|e-?mail))?\b/g, 'Answer');

export function speak(text: string, { language, codes = [] }: Said): string {
  const signs = signsOf(language);
  const plain = codes
    .reduce((said, code) => said.replaceAll(code, spelled(code)), inSpeech(text))
    .replace(LEADS, '')
    .replace(ADDRESS, signs.page)
    .replace(DAY, (day) => (isDate(day) ? formatDate(day, language === 'en' ? 'en-GB' : language) : day));
  return sentences(said(inCurrencies(plain, language), { signs, language }), signs);
}

function said(text: string, { signs, language }: { signs: Signs; language: string }): string {
  const spaced = signs.comma === ', ';
  const word = (one: string) => (spaced || signs.stop === '' ? ` ${one} ` : one);
  return (
    text
      .replace(NOT_SAID, '')
      .replace(EITHER, (_, o: string) => (o.startsWith('E') ? 'Hola,' : 'Olá,'))
      .replace(/[^\S\n]*[×✕][^\S\n]*/g, signs.each)
      .replace(/[^\S\n]*=[^\S\n]*/g, signs.total)
      .replace(/(\d[\d.,]*)[^\S\n]*[%％]/g, (_, amount: string) =>
        language === 'zh' ? `${signs.percent}${amount}` : `${amount}${word(signs.percent).trimEnd()}`,
      )
      .replace(/[^\S\n]*[&＆][^\S\n]*/g, word(signs.and))
      .replace(/(?<=\d)[^\S\n]*[–—-][^\S\n]*(?=\d)/g, word(signs.to))
      .replace(/(?<=[\p{L}\p{M}])[^\S\n]*\/[^\S\n]*(?=\p{L})/gu, word(signs.or))
      .replace(/(?<=\S)@(?=\S)/g, word(signs.at))
      .replace(/#\s?(?=\d)/g, `${signs.number} `)
      .replace(/\+(?=\d)/g, word(signs.plus).trimStart())
      .replace(/[^\S\n]*[([（［][^\S\n]*/g, signs.comma)
      .replace(/[^\S\n]*[)\]）］]/g, signs.comma.trimEnd())
      .replace(/[^\S\n]*[–—][^\S\n]*/g, signs.comma)
      // A pause beside another one is none.
      .replace(/[,、，]\s*(?=[.,!?;:。、，！？])/g, '')
      .replace(/[^\S\n]{2,}/g, ' ')
  );
}

const CODE =
  '(?:THB|USD|EUR|GBP|JPY|CNY|SGD|HKD|AUD|NZD|CAD|CHF|IDR|MYR|PHP|VND|INR|KRW|TWD|AED|SAR|QAR|BRL|MXN|ZAR)';
const AMOUNT = '\\d(?:[\\d.,\\u00a0\\u202f]*\\d)?';
const MONEY = new RegExp(`\\b(?:(${CODE})\\s?(${AMOUNT})|(${AMOUNT})\\s?(${CODE})\\b)`, 'g');

/** Money by the name of its currency, which stands after the amount in speech. */
const inCurrencies = (text: string, language: string): string =>
  text.replace(MONEY, (_, before?: string, first?: string, second?: string, after?: string) => {
    const [amount, code] = [first ?? second ?? '', before ?? after ?? ''];
    const name = currencyName(code, language);
    return /[\u3040-\u30ff\u4e00-\u9fff]/u.test(name) ? `${amount}${name}` : `${amount} ${name}`;
  });

const names = new Map<string, string>();

function currencyName(code: string, language: string): string {
  const key = `${language} ${code}`;
  const known = names.get(key);
  if (known) return known;
  const parts = new Intl.NumberFormat(language, {
    ...{ style: 'currency', currency: code, currencyDisplay: 'name', maximumFractionDigits: 0 },
  }).formatToParts(1000);
  const name = parts.find(({ type }) => type === 'currency')?.value ?? code;
  names.set(key, name);
  return name;
}

/** Every paragraph is a sentence or several: a voice pauses at its end; after a greeting, shortly. */
const sentences = (text: string, { stop, comma }: Signs): string =>
  text
    .split(/\n+/)
    .map((line) => line.replace(/^\s*[-–]\s+/, '').trim())
    .filter(Boolean)
    .map((line, at, { length }) => {
      if (/[.!?。！？…]$/u.test(line)) return line;
      const isGreeting = at === 0 && length > 1 && /[,、，]$/u.test(line);
      return `${line.replace(/[,:;、，：；]$/u, '')}${isGreeting ? comma.trimEnd() : stop}`;
    })
    .join('\n');
