// Numbers and dates as a language writes them, in figures or signs: "15.1.", "15/1", "3/15", "31/12/2569", "5万", "十个".
import type { Token } from '../tokens.ts';

/** `phraseAt` is how many units the longest phrase there takes up. */
type Reader = { code: string; phraseAt(units: readonly Token[], at: number): number };

/** The units of a sentence with such numbers and dates as the grammar reads them, each still at its place. */
export function readFigures(units: readonly Token[], language: Reader): Token[] {
  const read: Token[] = [];
  for (let at = 0; at < units.length; ) {
    // Thai ends no sentence with a full stop: "28 ก.พ. 2570".
    if (language.code === 'th' && units[at]!.text === '.' && units[at - 1]?.kind === 'word') {
      at++;
      continue;
    }
    const found = dateAt(units, at, language.code) ?? numberAt(units, at, language);
    read.push(...(found?.tokens ?? [units[at]!]));
    at += found?.length ?? 1;
  }
  return read;
}

type Found = { tokens: Token[]; length: number };

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const DAY_FIRST = new Set(['de', 'es', 'fr', 'pt', 'th']);

const figure = (span: readonly Token[], text: string): Token => ({
  ...span[0]!,
  text,
  word: text,
  stem: text,
  end: span.at(-1)!.end,
  kind: /^\d/.test(text) ? 'number' : 'word',
  isTranslated: true,
});

function dateAt(units: readonly Token[], at: number, code: string): Found | null {
  const [first, mark, second, otherMark, third] = units.slice(at, at + 5) as (Token | undefined)[];
  if (first?.kind !== 'number') return null;
  const isFirst = DAY_FIRST.has(code);
  const whole = isFirst ? /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(first.text) : null;
  if (whole) {
    const [, day = '', month = '', year = ''] = whole;
    return { tokens: [figure([first], `${day}.${month}.${commonYear(year, code)}`)], length: 1 };
  }
  if (code === 'de' && mark?.text === '.' && mark.start === first.end) {
    const [, day = '', month = ''] = /^(\d{1,2})\.(\d{1,2})$/.exec(first.text) ?? [];
    const tokens = dayOf([first, mark], Number(day), Number(month));
    if (tokens) return { tokens, length: 2 };
    // "am 5. Januar": the fifth.
    const isOrdinal = /^\d{1,2}$/.test(first.text) && second?.kind === 'word';
    return isOrdinal ? { tokens: [first], length: 2 } : null;
  }
  const isSlashed = (one: Token | undefined, before: Token | undefined): boolean =>
    one?.text === '/' && one.start === before?.end;
  if (!isSlashed(mark, first) || second?.kind !== 'number' || second.start !== mark!.end) return null;
  if (/^\d{4}$/.test(first.text) && isSlashed(otherMark, second) && third?.kind === 'number') {
    const [month, day] = [second.text, third.text].map((text) => text.padStart(2, '0'));
    return { tokens: [figure([first, third], `${first.text}-${month}-${day}`)], length: 5 };
  }
  const [day, month] = isFirst ? [first, second] : [second, first];
  const tokens = dayOf([first, second], Number(day.text), Number(month.text));
  return tokens && { tokens, length: 3 };
}

const dayOf = (span: readonly Token[], day: number, month: number): Token[] | null =>
  Number.isInteger(day) && day >= 1 && day <= 31 && MONTHS[month - 1]
    ? [figure(span, String(day)), figure(span, MONTHS[month - 1]!)]
    : null;

/** The Thai year 2569 is 2026. */
const commonYear = (year: string, code: string): string =>
  code === 'th' && Number(year) > 2400 ? String(Number(year) - 543) : year;

const SIGNS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'一二三四五六七八九'].map((sign, at) => [sign, at + 1])),
  两: 2,
  兩: 2,
  十: 10,
  百: 100,
};
/** What is counted: the signs stand in names as well. */
const COUNTED = new Set('个個家间間所位名件社軒店人区つ回次条万千天日周週年');
const TIMES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  zh: [
    ['万', 10_000],
    ['萬', 10_000],
    ['千', 1000],
    ['亿', 100_000_000],
  ],
  ja: [
    ['百万', 1_000_000],
    ['万', 10_000],
    ['千', 1000],
    ['億', 100_000_000],
  ],
  th: [
    ['ล้าน', 1_000_000],
    ['แสน', 100_000],
    ['หมื่น', 10_000],
    ['พัน', 1000],
  ],
};

function numberAt(units: readonly Token[], at: number, language: Reader): Found | null {
  const signs = language.code === 'th' ? null : signsAt(units, at, language);
  const count = signs ?? (units[at]!.kind === 'number' ? { value: units[at]!.text, end: at + 1 } : null);
  if (!count) return null;
  const times = (TIMES[language.code] ?? []).find(([word]) =>
    [...word].every((char, i) => units[count.end + i]?.word === char),
  );
  const isTimes = times !== undefined && language.phraseAt(units, count.end) === 0;
  if (!signs && !isTimes) return null;
  const end = count.end + (isTimes ? [...times[0]].length : 0);
  const value = Math.round(Number(count.value.replaceAll(',', '')) * (isTimes ? times[1] : 1));
  return { tokens: [figure(units.slice(at, end), String(value))], length: end - at };
}

/** "十", "二十五" before what is counted, or behind the first of an order. */
function signsAt(
  units: readonly Token[],
  at: number,
  language: Reader,
): { value: string; end: number } | null {
  let end = at;
  while (units[end] && Object.hasOwn(SIGNS, units[end]!.word)) end++;
  const isFirst = units[at - 1]?.word === '前' && language.phraseAt(units, at - 1) < 2;
  const isCounted = COUNTED.has(units[end]?.word ?? '') || isFirst;
  if (end === at || !isCounted || language.phraseAt(units, at) > 0) return null;
  let [value, ones] = [0, 0];
  for (const { word } of units.slice(at, end)) {
    const sign = SIGNS[word]!;
    if (sign < 10) ones = sign;
    else [value, ones] = [value + (ones || 1) * sign, 0];
  }
  return value + ones > 1 ? { value: String(value + ones), end } : null;
}
