// Digits of other scripts as the ones that are reckoned with; as many characters as before, so that places stay.

/** Full-width, Thai and Chinese: "３０", "๓๐", "三十天". */
export const plainDigits = (sentence: string): string =>
  sentence.replace(/\p{Nd}/gu, plainDigit).replace(COUNTED, (number) => WRITTEN[number] ?? number);

/** "100.000", "100 000" and "1,5" of the languages that write them so: as long as before, in the marks of English. */
export const plainNumbers = (sentence: string, language: string): string =>
  COMMAS.has(language)
    ? sentence
        .replace(THOUSANDS, (number) => number.replace(/[.\s]/gu, ','))
        .replace(/(?<![\d.,])(\d+),(\d{1,2})(?![\d.,]*\d)/gu, '$1.$2')
    : sentence;

const COMMAS = new Set(['de', 'es', 'fr', 'pt']);
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?![\d.]*\d)/gu;

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  const zero = [0x30, 0xff10, 0x0e50].find((one) => code >= one && code < one + 10);
  return zero === undefined ? digit : String(code - zero);
}

const ONES = [...'一二三四五六七八九'];

/** What keeps its length: "三" 3, "十二" 12, "九十" 90. */
const WRITTEN: Readonly<Record<string, string>> = {
  两: '2',
  ...Object.fromEntries(ONES.map((one, at) => [one, String(at + 1)])),
  ...Object.fromEntries(ONES.map((one, at) => [`十${one}`, String(at + 11)])),
  ...Object.fromEntries(ONES.map((one, at) => [`${one}十`, String(10 * (at + 1))])),
};

// Only before a unit: the signs stand in names as well.
const COUNTED =
  /(?:十[一二三四五六七八九]|[一二三四五六七八九]十|[一二两三四五六七八九])(?=个月|個月|天|周|週|年|日|号|月|季|四半期|か月|ヶ月|カ月|ヵ月)/gu;
