// Numbers written in words, in the languages that there are letters in: "five zones" states as much as "5 zones". One is left
// out: it is an article in most of them.
import type { NumberClaim } from './number-claims.ts';

type Table = ReadonlyMap<string, number>;

/** "two=2 three=3": a hundred and above multiply what stands before them. */
const table = (...lists: string[]): Table =>
  new Map(
    lists
      .flatMap((list) => list.trim().split(/\s+/))
      .map((entry) => entry.split('='))
      .map(([word = '', value]) => [word, Number(value)]),
  );

const GERMAN_UNITS = 'zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9';
const GERMAN_TENS = 'zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90';

/** German writes a number as one word. */
function german(): Table {
  const units = [['ein', 1] as const, ...table(GERMAN_UNITS)];
  const tens = [...table(GERMAN_TENS)];
  const below = new Map<string, number>([
    ...units.slice(1),
    ...table('zehn=10 elf=11 zwölf=12 dutzend=12 sechzehn=16 siebzehn=17'),
    ...['drei', 'vier', 'fünf', 'acht', 'neun'].map((word): [string, number] => [
      `${word}zehn`,
      10 + (table(GERMAN_UNITS).get(word) ?? 0),
    ]),
    ...tens,
    ...tens.flatMap(([ten, value]) =>
      units.map(([unit, more]): [string, number] => [`${unit}und${ten}`, value + more]),
    ),
  ]);
  const times = (word: string, by: number): [string, number][] => [
    [word, by],
    ...[...below].map(([one, value]): [string, number] => [`${one}${word}`, value * by]),
  ];
  return new Map([...below, ...times('hundert', 100), ...times('tausend', 1000)]);
}

const SPANISH_UNITS = 'dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9';

const TABLES: Readonly<Record<string, Table>> = {
  en: table(
    'two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 dozen=12 thirteen=13 fourteen=14',
    'fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70',
    'eighty=80 ninety=90 hundred=100 thousand=1000 million=1000000',
  ),
  de: german(),
  // "neuf" is "new" as well.
  fr: table(
    'deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 dix=10 onze=11 douze=12 douzaine=12 treize=13 quatorze=14 quinze=15',
    'seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 quatre-vingts=80 quatre-vingt=80 cent=100 cents=100 mille=1000',
  ),
  es: table(
    SPANISH_UNITS,
    'diez=10 once=11 doce=12 docena=12 trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50',
    'sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 quinientos=500 mil=1000',
    SPANISH_UNITS.replace(/(\S+)=(\d)/g, 'dieci$1=1$2 veinti$1=2$2'),
  ),
  pt: table(
    'dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 dúzia=12 treze=13 quatorze=14',
    'quinze=15 dezesseis=16 dezessete=17 dezoito=18 dezenove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60',
    'setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200 quinhentos=500 mil=1000',
  ),
};

const FAR_EAST = table(
  '一=1 二=2 两=2 三=3 四=4 五=5 六=6 七=7 八=8 九=9 十=10 百=100 千=1000 万=10000 萬=10000',
);
const THAI = table(
  'หนึ่ง=1 เอ็ด=1 สอง=2 ยี่=2 สาม=3 สี่=4 ห้า=5 หก=6 เจ็ด=7 แปด=8 เก้า=9 สิบ=10 ร้อย=100 พัน=1000 หมื่น=10000 แสน=100000 ล้าน=1000000',
);

/** Where words are not parted, a number is one only before what it counts. */
const COUNTED: Readonly<Record<string, { table: Table; pattern: RegExp }>> = {
  ja: counted(
    FAR_EAST,
    '(?<!第)',
    'つ|か所|ヶ所|カ所|か月|ヶ月|カ月|件|名|日|年|週間|ゾーン|エリア|バーツ|円|ドル|割|パーセント|店舗|部屋|台|回|倍',
  ),
  zh: counted(FAR_EAST, '(?<!第)', '个|天|日|年|周|月|区域|泰铢|元|美元|折|成|家|间|台|次|倍|人|位'),
  th: counted(THAI, '', 'โซน|แห่ง|พื้นที่|บาท|วัน|เดือน|ปี|สัปดาห์|เปอร์เซ็นต์|คน|ท่าน|ครั้ง|จุด|ชั่วโมง|เท่า|ดอลลาร์'),
};

function counted(words: Table, before: string, after: string) {
  const run = [...words.keys()].join('|');
  return { table: words, pattern: new RegExp(`${before}(?<run>(?:${run})+)\\s?(?:${after})`, 'gu') };
}

const AND: Readonly<Record<string, string>> = { en: 'and', fr: 'et', es: 'y', pt: 'e' };
const patterns = new Map<string, RegExp>();

function patternOf(language: string, words: Table): RegExp {
  const known = patterns.get(language);
  if (known) return known;
  const one = `(?:${[...words.keys()].sort((a, b) => b.length - a.length).join('|')})`;
  const and = AND[language] ? `(?:${AND[language]}\\s+)?` : '';
  const made = new RegExp(
    `(?<![\\p{L}-])(?<run>${one}(?:[\\s-]+${and}${one})*)(?![\\p{L}])(?:[\\s-]+(?<noun>\\p{L}+))?`,
    'giu',
  );
  patterns.set(language, made);
  return made;
}

/** Half a price, in words. */
const HALF =
  /\bhalf[- ](?:price|off)\b|\bzum halben Preis\b|\b(?:à )?moitié prix\b|\bdemi-tarif\b|\b(?:a )?mitad de precio\b|\bmetade do preço\b|ครึ่งราคา|半額|半价|对折/giu;
/** Fractions, powers, circled and Roman numbers have signs of their own. */
const SIGNS = /[\p{No}\p{Nl}]+/gu;

/** What a text counts without digits; English words are read in every language. */
export function readNumberWords(text: string, language: string): NumberClaim[] {
  const found = [language, ...(language === 'en' ? [] : ['en'])].flatMap((one) => {
    const words = TABLES[one];
    return words ? readRuns(text, words, patternOf(one, words)) : [];
  });
  const east = COUNTED[language];
  return [
    ...found,
    ...(east ? readRuns(text, east.table, east.pattern) : []),
    ...[...text.matchAll(HALF)].map(([said]) => ({ text: said, values: [50], isPercent: true, noun: null })),
    ...[...text.matchAll(SIGNS)].map(([said]) => ({ text: said, values: [], isPercent: false, noun: null })),
  ];
}

function readRuns(text: string, words: Table, pattern: RegExp): NumberClaim[] {
  return [...text.matchAll(pattern)].flatMap((match): NumberClaim[] => {
    const { run = '', noun = null } = match.groups ?? {};
    const value = countOf(run.toLowerCase(), words);
    if (value < 2) return [];
    return [
      {
        text: match[0].trim(),
        values: [value],
        isPercent: PERCENT.test(noun ?? ''),
        noun: noun?.toLowerCase() ?? null,
      },
    ];
  });
}

const PERCENT = /^(?:percent|per|prozent|pour|por)$/i;

/** "two hundred and five", "fünfzigtausend", 四万八千. */
function countOf(run: string, words: Table): number {
  const names = [...words.keys()].sort((a, b) => b.length - a.length).join('|');
  let [total, current] = [0, 0];
  for (const [word] of run.matchAll(new RegExp(names, 'gu'))) {
    const value = words.get(word) ?? 0;
    const isStep = MULTIPLIERS.has(value);
    if (isStep && value >= 1000) [total, current] = [total + Math.max(1, current) * value, 0];
    else if (isStep && value > 10) current = Math.max(1, current) * value;
    else if (value === 10 && current > 0 && current < 10) current *= 10;
    else current += value;
  }
  return total + current;
}

const MULTIPLIERS: ReadonlySet<number> = new Set([100, 1000, 10_000, 100_000, 1_000_000]);
