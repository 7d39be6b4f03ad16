// The number that an answer to a survey gives, 0 to 10: in figures or in words, in the eight languages of the letters.

/** Zero to ten. */
const WORDS = [
  'zero one two three four five six seven eight nine ten',
  'null eins zwei drei vier fünf sechs sieben acht neun zehn',
  'zéro un deux trois quatre cinq six sept huit neuf dix',
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez',
  'zero um dois três quatro cinco seis sete oito nove dez',
  'ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ',
  '零 一 二 三 四 五 六 七 八 九 十',
].map((words) => words.split(' '));
const VALUES = new Map(WORDS.flatMap((words) => words.map((word, value) => [word, value] as const)));
// Where words are parted; "one of the rooms" and "un problème" are no answers, so that a one has to stand alone.
const PARTED = WORDS.slice(0, 5);
const anyOf = (words: readonly string[]): string => [...new Set(words)].join('|');
const LATIN = new RegExp(
  `(?<!\\p{L})(?:${anyOf(PARTED.flatMap((words) => words.filter((_, at) => at !== 1)))})(?!\\p{L})`,
  'giu',
);

const SCORE = '(10|[0-9])(?![\\d.,]*\\d)';
const GIVES =
  "give|rate|rating|score|say|it's|donne|mets|note|gebe|geben|daría|doy|pongo|dou|nota|ให้|คะแนน|評価|评分|打";
const TEN = `(?<![\\d.,])${SCORE}\\s*(?:/|out of|von|sur|de|จาก|เต็ม)\\s*(?:10|สิบ)(?!\\d)`;
const POINTS = `(?<![\\d.,])${SCORE}\\s*(?:คะแนน|点|分|points?|punkte|puntos|pontos)`;
const GIVEN = `(?:${GIVES})\\D{0,15}?${SCORE}`;
// First, unless it counts something.
const FIRST = `^\\W*${SCORE}(?!\\s*(?:zones?|units?|rooms?|speakers?|of\\b|:|am\\b|pm\\b|years?))`;
const FIRST_WORD = `^\\W*${SCORE}(?=\\W*$|\\s*[.,;!–—-]|\\s+(?:from|for|points?)\\b)`;
const patterns = (...all: string[]) => all.map((one) => new RegExp(one, 'iu'));
const FIGURES = patterns(TEN, FIRST, POINTS, GIVEN);
const IN_WORDS = patterns(TEN, FIRST_WORD, POINTS, GIVEN);
const ALONE = new RegExp(
  `^[\\p{P}\\s]*(?:ให้|คะแนน)?\\s*(${anyOf(WORDS.flat())})\\s*(?:คะแนน|เต็มสิบ|点|分|です|point|punkt|punto|ponto)*\\s*(?:ครับ|ค่ะ|คะ)?[\\p{P}\\s]*$`,
  'iu',
);
// Full marks.
const ALL = /^[\p{P}\s]*(?:满分|滿分|満点|เต็มสิบ)/u;

const first = (text: string, forms: readonly RegExp[]): string | undefined =>
  forms.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);

/** A Net Promoter answer, where one is asked for or was read. */
export function scoreOf(
  raw: string,
  { campaignType, intent }: { campaignType: string | undefined; intent?: string },
): number | null {
  if (campaignType !== 'survey' && intent !== 'survey_answer') return null;
  const text = raw.normalize('NFKC').replace(/[๐-๙]/gu, (digit) => `${digit.charCodeAt(0) - 0x0e50}`);
  const figure = first(text, FIGURES);
  if (figure !== undefined) return Number(figure);
  const alone = ALONE.exec(text)?.[1];
  if (alone !== undefined) return VALUES.get(alone.toLowerCase())!;
  if (ALL.test(text)) return 10;
  const worded = text.replace(LATIN, (word) => `${VALUES.get(word.toLowerCase())}`);
  const said = worded === text ? undefined : first(worded, IN_WORDS);
  return said === undefined ? null : Number(said);
}
