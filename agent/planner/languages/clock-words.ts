// The hour as Thai, Chinese and Japanese say it, in figures: "บ่ายสอง" and "下午两点" are 14:00, "สองทุ่ม" is 20:00.

const THAI = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า', 'สิบ', 'สิบเอ็ด', 'สิบสอง'];
const THAI_NUMBER = String.raw`(\d{1,2}|${THAI.toReversed().join('|')})`;
const HAN = [...'一二三四五六七八九十'];

const clock = (hour: number, isHalf: boolean): string =>
  ` ${String(hour).padStart(2, '0')}:${isHalf ? '30' : '00'} `;
const thaiNumber = (said: string): number => (/^\d/.test(said) ? Number(said) : THAI.indexOf(said) + 1);

function hanNumber(said: string): number {
  if (/^\d/.test(said)) return Number(said);
  const [tens, ones] = said.includes('十') ? said.split('十') : [null, said];
  const one = ones === '两' ? 2 : HAN.indexOf(ones ?? '') + 1;
  return (tens === null ? 0 : 10) + (ones ? one : 0);
}

type Reading = readonly [RegExp, (hour: number) => number | null];

const within = (hour: number, from: number, to: number, add: number): number | null =>
  hour >= from && hour <= to ? hour + add : null;

/** By the words around the number: which hours they may be, and what is added. */
const IN_THAI: readonly Reading[] = [
  [new RegExp(String.raw`()${THAI_NUMBER}\s*ทุ่ม(ครึ่ง)?`, 'gu'), (hour) => within(hour, 1, 5, 18)],
  [new RegExp(String.raw`(บ่าย)\s*${THAI_NUMBER}\s*(?:โมง)?(ครึ่ง)?`, 'gu'), (hour) => within(hour, 1, 5, 12)],
  [new RegExp(String.raw`()${THAI_NUMBER}\s*โมงเย็น(ครึ่ง)?`, 'gu'), (hour) => within(hour, 3, 6, 12)],
  [
    new RegExp(String.raw`()(?<!\d)${THAI_NUMBER}\s*โมง(?:เช้า)?(ครึ่ง)?`, 'gu'),
    (hour) => within(hour, 6, 12, 0),
  ],
];
const LATE = /^(?:下午|晚上|傍晚|今晚|午後|夜)$/u;
const IN_HAN =
  /(?<!(?:[〜～~–-]|から|到|至)\s*)(下午|晚上|傍晚|上午|早上|早晨|午前|午後|夜)(?:の)?\s*(\d{1,2}|十[一二]?|[一二两三四五六七八九])\s*[点點时時](?!間|半?\s*(?:[〜～~–-]|から|到|至))(半|钟)?/gu;

/** "14h30"; "2H27" is half a year. */
const HOURS = /\b(\d{1,2})\s?h\s?(00|15|30|45)\b/gu;

export function plainClock(said: string): string {
  if (/[\u0e00-\u0e7f]/.test(said)) return IN_THAI.reduce(inThai, said);
  return said
    .replace(HOURS, '$1:$2')
    .replace(IN_HAN, (whole: string, part: string, number: string, rest?: string) => {
      const hour = hanNumber(number);
      const isLate = LATE.test(part) && hour < 12;
      // "晚上12点" is midnight, and of which day is not said.
      return hour <= 24 && hour > 0 && hour !== 12 ? clock(isLate ? hour + 12 : hour, rest === '半') : whole;
    });
}

const inThai = (said: string, [pattern, read]: Reading): string =>
  said.replace(pattern, (...match: string[]) => {
    const hour = read(thaiNumber(match[2]!));
    return hour === null ? match[0]! : clock(hour, match[3] !== undefined);
  });
