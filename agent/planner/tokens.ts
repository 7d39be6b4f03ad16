// A sentence as words with their places in it. Numbers, dates, clock times and addresses stay whole.
import { ownValue } from '../../lib/own-value.ts';
import { fold } from '../../lib/text.ts';

export type Token = {
  /** As written. */
  text: string;
  /** Folded: no case, no accents, no possessive. */
  word: string;
  /** The word without a plural ending; how names and nouns are compared. */
  stem: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'mark';
  /** English for what stands there in another language. */
  isTranslated?: true;
};

const PATTERN = new RegExp(
  [
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`\d{4}-\d{2}-\d{2}`,
    String.raw`\d{1,2}[./]\d{1,2}[./]\d{2,4}`,
    String.raw`\d{1,3}(?:\.\d{3})+(?![\d.])`,
    String.raw`\d{1,2}[:.]\d{2}(?!\d)`,
    String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`,
    String.raw`\d+(?:\.\d+)?`,
    String.raw`[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*`,
    '!=|<>|≠',
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
);

const CONTRACTIONS: Record<string, string[]> = {
  "who's": ['who', 'is'],
  "what's": ['what', 'is'],
  "how's": ['how', 'is'],
  "that's": ['that', 'is'],
  "it's": ['it', 'is'],
  "let's": ['let', 'us'],
  "i'd": ['i', 'would'],
  "i'm": ['i', 'am'],
  "i've": ['i', 'have'],
  "we've": ['we', 'have'],
  "they're": ['they', 'are'],
  cannot: ['can', 'not'],
  whos: ['who', 'is'],
  whats: ['what', 'is'],
  hows: ['how', 'is'],
  im: ['i', 'am'],
  ive: ['i', 'have'],
  weve: ['we', 'have'],
  theyre: ['they', 'are'],
  lets: ['let', 'us'],
  "we're": ['we', 'are'],
  "you're": ['you', 'are'],
  "he's": ['he', 'is'],
  "she's": ['she', 'is'],
  "there's": ['there', 'is'],
  "here's": ['here', 'is'],
  "where's": ['where', 'is'],
  "when's": ['when', 'is'],
  "we'll": ['we', 'will'],
  "i'll": ['i', 'will'],
  "they'll": ['they', 'will'],
  "they've": ['they', 'have'],
  "who've": ['who', 'have'],
  "we'd": ['we', 'would'],
  em: ['them'],
  wanna: ['want', 'to'],
  gonna: ['going', 'to'],
  gotta: ['have', 'to'],
  gimme: ['give', 'me'],
  lemme: ['let', 'me'],
  u: ['you'],
  ur: ['your'],
  r: ['are'],
};

/** `isEnglish` takes short forms apart ("don't", "whos"). */
export function tokenise(sentence: string, { isEnglish = true } = {}): Token[] {
  return [...sentence.matchAll(PATTERN)]
    .filter((match) => !isInsideWord(sentence, match))
    .flatMap((match) => tokensOf(match[0], match.index, isEnglish));
}

// "e-mail", "mid-sized", "N/A", "St. Regis": the mark only joins; between numbers it is a range. A full stop behind a
// word of some length ends a sentence, unless nothing follows.
function isInsideWord(sentence: string, { 0: text, index }: RegExpExecArray): boolean {
  if (text === '.' && isStop(sentence, index)) return /^[\s.!?]*$/.test(sentence.slice(index));
  return (
    (text === '&' &&
      /(^|\P{L})\p{L}&\p{L}(\P{L}|$)/u.test(sentence.slice(Math.max(0, index - 2), index + 3))) ||
    (/^[-–/.|_’']$/u.test(text) && /\p{L}/u.test(`${sentence[index - 1] ?? ''}${sentence[index + 1] ?? ''}`))
  );
}

const ABBREVIATED =
  /(?:^|[\s(])(st|no|nr|vs|mr|mrs|ms|dr|co|eg|ie|e\.g|i\.e|approx|incl|excl|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|\p{L})$/iu;

const isStop = (sentence: string, index: number): boolean => {
  const before = sentence.slice(Math.max(0, index - 12), index);
  return (
    /[\p{L}\p{M}\d.]$/u.test(before) &&
    !ABBREVIATED.test(before) &&
    !/^\.[\p{L}\d]/u.test(sentence.slice(index))
  );
};

const UNEQUAL = new Set(['!=', '<>', '≠']);

function tokensOf(text: string, start: number, isEnglish: boolean): Token[] {
  const end = start + text.length;
  if (UNEQUAL.has(text)) return [{ text, word: 'not', stem: 'not', start, end, kind: 'word' }];
  // "50.000 THB": no amount has three places behind its point.
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text)) return tokensOf(text.replaceAll('.', ','), start, isEnglish);
  if (/^\d/.test(text)) return [{ text, word: text, stem: text, start, end, kind: 'number' }];
  if (text.includes('@') && text.length > 1)
    return [{ text, word: text.toLowerCase(), stem: text.toLowerCase(), start, end, kind: 'word' }];
  if (!/[\p{L}\p{N}]/u.test(text)) return [{ text, word: text, stem: text, start, end, kind: 'mark' }];
  const lower = text.toLowerCase().replace('’', "'");
  if (!isEnglish) return [toWord(text, lower, start, end)];
  const parts = ownValue(CONTRACTIONS, lower) ??
    splitNegation(lower) ??
    splitWill(lower) ?? [lower.replace(/'s$|'$/u, '')];
  return parts.map((part) => toWord(text, part, start, end));
}

// Also as people type it: "havent", "dont".
const NEGATED = /^(have|has|had|do|does|did|is|are|was|were|would|should|could|need|wo|ca)n'?t$/;

/** "who'd", "Mette'll" */
function splitWill(lower: string): string[] | null {
  const [, who, verb] = /^(\p{L}+)'(d|ll)$/u.exec(lower) ?? [];
  return who ? [who, verb === 'd' ? 'would' : 'will'] : null;
}

function splitNegation(lower: string): string[] | null {
  const verb = NEGATED.exec(lower)?.[1];
  return verb ? [{ wo: 'will', ca: 'can' }[verb] ?? verb, 'not'] : null;
}

function toWord(text: string, part: string, start: number, end: number): Token {
  const word = fold(part);
  // "HGIs", "JWs": a short name written in capitals.
  const isCode = /^\p{Lu}{2,}s$/u.test(text);
  return { text, word, stem: isCode ? word.slice(0, -1) : stem(word), start, end, kind: 'word' };
}

/** Without an English plural ending; both sides of a comparison go through it, so a wrong guess does no harm. */
export function stem(word: string): string {
  if (word.length < 4 || word === 'news' || /(ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The words of a name as they are compared; kept, because those of fields and types are asked for at every place of every sentence. */
export function stems(phrase: string): readonly string[] {
  const known = stemmed.get(phrase);
  if (known) return known;
  const found = nameStems(phrase);
  if (stemmed.size >= MOST_KEPT) stemmed.clear();
  stemmed.set(phrase, found);
  return found;
}

const stemmed = new Map<string, readonly string[]>();
const MOST_KEPT = 5_000;

/** The same of customers' names, of which there are many and each is asked for once. */
export const nameStems = (name: string): readonly string[] =>
  tokenise(name)
    .filter((token) => token.kind !== 'mark')
    .map((token) => token.stem);
