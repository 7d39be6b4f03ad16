// How each language greets, lists, counts and prices: what a letter needs beside its words in templates/.
import { byTitle, japaneseName, thaiName, withoutTitle } from './honorifics.ts';
import type { Tone } from './view.ts';

export type Speech = {
  /** `end` follows the greeting, and may bring a line of its own. */
  greet(whom: { name: string | null; house: string }, tone: Tone): string;
  end: Record<Tone, string>;
  /** Ends a sentence of the topic that has no end. */
  stop: string;
  list(words: readonly string[]): string;
  /** A service whose own word nobody gave in this language; where nouns have a gender, a masculine one. */
  service: string;
  /** What is counted and listed, whose own words nobody gave in this language. */
  unit: { one: string; many: string };
  sum(parts: SumParts): string;
  unsubscribe: { marketing: string; service: string };
  /** What leads to more, on a button, and to the page on which a survey is answered. */
  more: string;
  answer: string;
  /** What currencies are called; the others go by their code. */
  currencies: Readonly<Record<string, string>>;
  /** Where the currency stands. */
  money(amount: string, currency: string): string;
  /** Between a label and what it names, where it is not `COLON`. */
  colon?: string;
  /** "of" with a name, where the two depend on each other. */
  of?(name: string): string;
};

/** `count`, `total` are null where they are not known. */
export type SumParts = {
  count: number | null;
  price: string;
  total: string | null;
  unit: { one: string; many: string };
};

/** `last` stands before the last word, which it may depend on. */
const lister =
  (between: string, last: string | ((word: string) => string)) =>
  (words: readonly string[]): string => {
    const [end = '', ...before] = words.toReversed();
    if (before.length === 0) return end;
    return `${before.toReversed().join(between)}${typeof last === 'string' ? last : last(end)}${end}`;
  };

/** "y" before the sound of "i" is "e"; "hielo" begins with another. */
const spanishAnd = (word: string): string => (/^(?:i|í|hi(?![eaé]))/iu.test(word) ? ' e ' : ' y ');

/** "de" loses its vowel before another one. */
const frenchOf = (name: string): string =>
  /^[aeiouœæ]/iu.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;

type SumWords = {
  a: string;
  per: (price: string, unit: string) => string;
  units: (count: number, unit: string) => string;
};

/** "4 zones × 12,000 = 48,000 a year", in the words of a language. */
const summing =
  ({ a, per, units }: SumWords) =>
  ({ count, price, total, unit }: SumParts): string => {
    if (!total || !count) return per(price, unit.one);
    const yearly = a.includes('$') ? a.replace('$', total) : `${total}${a}`;
    return count === 1 ? yearly : `${units(count, unit.many)} × ${price} = ${yearly}`;
  };

const spaced = (count: number, unit: string): string => `${count} ${unit}`;
const after = (amount: string, currency: string): string => `${amount} ${currency}`;

export const SPEECHES: Readonly<Record<string, Speech>> = {
  de: {
    greet: ({ name, house }, tone) =>
      tone === 'formal'
        ? `Guten Tag${name ? ` ${name}` : `, liebes Team von ${house}`}`
        : `Hallo${name ? ` ${name}` : `, liebes Team von ${house}`}`,
    end: { formal: '!', casual: '!' },
    stop: '.',
    list: lister(', ', ' und '),
    service: 'Service',
    unit: { one: 'Einheit', many: 'Einheiten' },
    sum: summing({ a: ' pro Jahr', per: (price, unit) => `${price} pro ${unit} und Jahr`, units: spaced }),
    more: 'Mehr erfahren',
    answer: 'Oder hier antworten',
    unsubscribe: { marketing: 'Abmelden', service: 'Diese Nachrichten abbestellen' },
    currencies: { EUR: '€' },
    money: after,
  },
  fr: {
    greet: ({ name, house }) => (name ? `Bonjour ${name}` : `Bonjour à toute l’équipe ${frenchOf(house)}`),
    end: { formal: ',', casual: '\u202f!' },
    stop: '.',
    list: lister(', ', ' et '),
    service: 'service',
    unit: { one: 'unité', many: 'unités' },
    sum: summing({ a: ' par an', per: (price, unit) => `${price} par ${unit} et par an`, units: spaced }),
    more: 'En savoir plus',
    answer: 'Ou répondre ici',
    unsubscribe: { marketing: 'Se désabonner', service: 'Ne plus recevoir ces messages' },
    currencies: { EUR: '€' },
    money: after,
    colon: '\u00a0: ',
    of: frenchOf,
  },
  es: {
    greet: ({ name, house }, tone) =>
      tone === 'formal'
        ? name
          ? `${byTitle(name, ['Estimado', 'Estimada', 'Estimado/a'])} ${name}`
          : `Estimado equipo de ${house}`
        : `Hola, ${name ?? `equipo de ${house}`}`,
    end: { formal: ':', casual: ':' },
    stop: '.',
    list: lister(', ', spanishAnd),
    service: 'servicio',
    unit: { one: 'unidad', many: 'unidades' },
    sum: summing({ a: ' al año', per: (price, unit) => `${price} por ${unit} y año`, units: spaced }),
    more: 'Más información',
    answer: 'O responda aquí',
    unsubscribe: { marketing: 'Darse de baja', service: 'No recibir más estos mensajes' },
    currencies: { EUR: '€' },
    money: after,
  },
  pt: {
    greet: ({ name, house }, tone) =>
      tone === 'formal'
        ? name
          ? `${byTitle(name, ['Prezado', 'Prezada', 'Prezado(a)'])} ${name}`
          : `Prezada equipe de ${house}`
        : `Olá, ${name ?? `equipe de ${house}`}`,
    end: { formal: ',', casual: '!' },
    stop: '.',
    list: lister(', ', ' e '),
    service: 'serviço',
    unit: { one: 'unidade', many: 'unidades' },
    sum: summing({ a: ' por ano', per: (price, unit) => `${price} por ${unit} e ano`, units: spaced }),
    more: 'Saiba mais',
    answer: 'Ou responda aqui',
    unsubscribe: { marketing: 'Cancelar o recebimento', service: 'Não receber mais estas mensagens' },
    currencies: { EUR: '€' },
    money: (amount, currency) => (currency === 'BRL' ? `R$ ${amount}` : after(amount, currency)),
  },
  th: {
    greet: ({ name, house }, tone) =>
      `${tone === 'formal' ? 'เรียน ' : 'สวัสดี'}${name ? thaiName(name) : `ทีมงาน ${house}`}`,
    end: { formal: '', casual: '' },
    stop: '',
    list: lister(', ', ' และ '),
    service: 'บริการ',
    unit: { one: 'รายการ', many: 'รายการ' },
    sum: summing({ a: 'ต่อปี', per: (price, unit) => `${price}ต่อ${unit}ต่อปี`, units: spaced }),
    more: 'ดูรายละเอียด',
    answer: 'หรือตอบที่นี่',
    unsubscribe: { marketing: 'ยกเลิกการรับข่าวสาร', service: 'ยกเลิกการรับข้อความเหล่านี้' },
    currencies: { THB: 'บาท', EUR: 'ยูโร', JPY: 'เยน', USD: 'ดอลลาร์สหรัฐ' },
    money: after,
  },
  ja: {
    greet: ({ name, house }) => (name ? japaneseName(name) : `${house} ご担当者様`),
    end: { formal: '\n\nいつも大変お世話になっております。', casual: '\n\nいつもありがとうございます。' },
    stop: '。',
    list: lister('、', '、'),
    service: 'サービス',
    unit: { one: 'ユニット', many: 'ユニット' },
    sum: summing({
      a: '年額$',
      per: (price, unit) => `${unit}ごとに年額${price}`,
      units: (count, unit) => `${count}${unit}`,
    }),
    more: '詳しくはこちら',
    answer: 'こちらからも回答できます',
    colon: '：',
    unsubscribe: { marketing: '配信停止', service: 'このメールの配信停止' },
    currencies: { JPY: '円', THB: 'バーツ', USD: '米ドル', EUR: 'ユーロ' },
    money: (amount, currency) => (/^[A-Z]/.test(currency) ? after(amount, currency) : `${amount}${currency}`),
  },
  zh: {
    greet: ({ name, house }, tone) =>
      tone === 'formal'
        ? `尊敬的${name ? withoutTitle(name) : `${house}团队`}`
        : `您好，${name ? withoutTitle(name) : `${house}团队`}`,
    end: { formal: '：\n\n您好！', casual: '！' },
    stop: '。',
    list: lister('、', '和'),
    service: '服务',
    unit: { one: '项目', many: '项目' },
    sum: summing({
      a: '每年$',
      per: (price, unit) => `每个${unit}每年${price}`,
      units: (count, unit) => `${count}个${unit}`,
    }),
    more: '了解详情',
    answer: '也可在此回答',
    colon: '：',
    unsubscribe: { marketing: '退订', service: '不再接收此类邮件' },
    currencies: { CNY: '元', THB: '泰铢', USD: '美元', EUR: '欧元', JPY: '日元' },
    money: (amount, currency) => (/^[A-Z]/.test(currency) ? after(amount, currency) : `${amount}${currency}`),
  },
};

/** Between a label and what it names. */
export const COLON = ': ';

/** French parts these signs from the word before them, which a line may not. */
export const withFrenchSpaces = (text: string): string =>
  text.replace(/ (?=[?!;])/g, '\u202f').replace(/ (?=:)/g, '\u00a0');

/** Of English, which the letters are written in first, there is none. */
export const speechOf = (language: string): Speech | null => SPEECHES[language] ?? null;
