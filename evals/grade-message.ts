// Exact grading of one message: what has to be in it, what may not, no figure that nobody gave, its language and length.
import type { ContentCase } from './case.ts';

export type Message = { channel: string; subject: string | null; text: string };

/** `given`: what the person and the workspace wrote, whose figures are nobody's invention. */
export function gradeMessage(message: Message, { expect, given }: Input): string[] {
  const { subject, text } = message;
  const written = `${subject ?? ''}\n${text}`;
  const whole = plain(written);
  const absent = expect.has.filter((one) => ![one].flat().some((words) => whole.includes(plain(words))));
  const unwanted = [
    ...LEFT_OVER.filter((sign) => sign.test(written)).map(({ source }) => source),
    ...expect.hasNot.filter((words) => whole.includes(plain(words))),
  ];
  const known = new Set([...given, ...expect.figures, ...expect.has.flat()].flatMap(figuresOf));
  const invented = [...new Set(figuresOf(withoutAddresses(whole)))].filter((figure) => !known.has(figure));
  const language = languageOf(text);
  const isOther = (wanted: string | undefined, got: string | null) => wanted !== undefined && wanted !== got;
  return [
    ...absent.map((one) => `lacks ${[one].flat().join(' or ')}`),
    ...unwanted.map((words) => `says ${words}`),
    ...(invented.length > 0 ? [`figures from nowhere: ${invented.join(', ')}`] : []),
    ...(isOther(expect.channel, message.channel) ? [`goes by ${message.channel}`] : []),
    ...(isOther(expect.language, language) ? [`is in ${language ?? 'no language that is known'}`] : []),
    ...(expect.maxLength && text.length > expect.maxLength ? [`is ${text.length} characters long`] : []),
  ];
}

type Input = { expect: ContentCase['expect']; given: readonly string[] };

/** What a template leaves where it fails. */
const LEFT_OVER = [/\{\{|\}\}|\{%/, /\bundefined\b/, /\bnull\b/, /\[object/, /\bNaN\b/];

/** One spelling: compatible characters, single spaces, small letters. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').toLowerCase();

const withoutAddresses = (text: string): string => text.replaceAll(/https?:\/\/\S+|\S+@\S+/g, ' ');

/** Runs of digits, whatever divides thousands: "14,640.00" and "14 640" are 14640. A Buddhist year is its other one. */
function figuresOf(text: string): string[] {
  const joined = text.normalize('NFKC').replaceAll(/(?<=\d)[.,'’ ](?=\d{3}(?!\d))/g, '');
  const whole = joined.replaceAll(/(?<=\d)[.,]00(?!\d)/g, '');
  return (whole.match(/\d+/g) ?? []).map((run) => {
    const figure = Number(run);
    return String(figure >= 2560 && figure <= 2599 ? figure - 543 : figure);
  });
}

const SCRIPTS: readonly [language: string, letters: RegExp][] = [
  ['th', /\p{Script=Thai}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
];
/** Words that are in every letter of the language and in few of another. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'your', 'you', 'and', 'with', 'is', 'for', 'of', 'to'],
  de: [
    'und',
    'die',
    'der',
    'ihr',
    'ihre',
    'ihren',
    'sie',
    'mit',
    'für',
    'wir',
    'ist',
    'euch',
    'eure',
    'eurer',
  ],
  fr: ['le', 'les', 'vous', 'votre', 'vos', 'nous', 'et', 'pour', 'est', 'avec', 'du'],
  es: ['el', 'los', 'su', 'sus', 'usted', 'y', 'para', 'por', 'con', 'del', 'vuestra', 'vuestro', 'tu'],
  pt: ['o', 'os', 'seu', 'sua', 'e', 'para', 'com', 'do', 'da', 'não', 'vosso'],
};
// Names in another script are in every letter; a text of its own has more of its letters than they have.
const ENOUGH = 15;

/** By its script, else by the language with the most of its small words; null where neither tells. */
export function languageOf(text: string): string | null {
  const script = SCRIPTS.find(([, letters]) => (text.match(letters)?.length ?? 0) >= ENOUGH);
  if (script) return script[0];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counted = Object.entries(WORDS)
    .map(([language, some]) => ({ language, hits: words.filter((word) => some.includes(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [best, next] = counted;
  return best!.hits > next!.hits ? best!.language : null;
}
