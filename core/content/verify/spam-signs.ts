// What mail filters count against a message. There is no small, kept library for it in JavaScript: the filters themselves are
// services of their own, and packages with a "spam score" are lists of words for English. These few signs are those of
// SpamAssassin's public rules (its folder "rules") that a writer can mend; each is
// named after its rule. What a filter makes of links, senders and habits is not ours to guess.
import type { Finding } from './finding.ts';
import { paragraphsOf, remembered } from './paragraphs.ts';

type Sign = {
  rule: string;
  says: string;
  points: number;
  /** In the subject or a paragraph. */
  has?: RegExp;
  is?: (mail: Mail) => boolean;
};
type Mail = { subject: string; body: string; hasPicture: boolean };

/** The share of capitals among a text's Latin letters; of a few letters none. */
function shareOfCapitals(text: string): number {
  let [capitals, letters] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isCapital = code >= 65 && code <= 90;
    if (isCapital) capitals += 1;
    if (isCapital || (code >= 97 && code <= 122)) letters += 1;
  }
  return letters < 40 ? 0 : capitals / letters;
}
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

const SIGNS: readonly Sign[] = [
  {
    rule: 'SUBJ_ALL_CAPS',
    says: 'most of the subject is in capitals',
    points: 2,
    is: ({ subject }) =>
      /\p{Lu}{5}/u.test(subject) && count(subject, /\p{Lu}/gu) > 2 * count(subject, /\p{Ll}/gu),
  },
  {
    rule: 'UPPERCASE_50_75',
    says: 'much of the text is in capitals',
    points: 2,
    is: ({ body }) => shareOfCapitals(body) > 0.4,
  },
  {
    rule: 'PLING_PLING',
    says: 'exclamation marks stand in rows',
    points: 2,
    has: /!\s?!/,
  },
  {
    rule: 'SUBJECT_EXCESS_EMOJI',
    says: 'the subject has several emoji',
    points: 1.5,
    is: ({ subject }) => count(subject, /\p{Extended_Pictographic}/gu) > 2,
  },
  {
    rule: 'GAPPY_SUBJECT',
    says: 'a word is spelled with gaps',
    points: 3,
    has: /(?<![\p{L}\p{N}])(?:\p{L}[ .*_-]){3,}\p{L}(?![\p{L}\p{N}])/u,
  },
  {
    rule: 'FREE_MONEY',
    says: 'it promises free money, a prize or a guarantee',
    points: 3,
    has: /\b(?:100 ?% (?:free|guaranteed)|risk[- ]free|no (?:risk|obligation|catch)|(?:you(?:['’]ve| have)|you) (?:been selected|won)|free money|cash bonus|double your|earn (?:extra )?(?:cash|money)|money[- ]back guarantee|million (?:dollars|euros|baht))\b/i,
  },
  {
    rule: 'CLICK_BELOW',
    says: 'it says “click here”',
    points: 1.5,
    is: ({ body }) =>
      /\bclick (?:here|below|this link)\b|\bhier klicken\b|\bcliquez ici\b|\b(?:haz|haga) clic aquí\b|\bclique aqui\b|คลิกที่นี่|ここをクリック|点击这里/iu.test(
        body,
      ),
  },
  {
    rule: 'DEAR_FRIEND',
    says: 'it greets a friend or a customer that nobody names',
    points: 2,
    is: ({ body }) =>
      /^(?:dear (?:friend|customer|valued customer|sir or madam)|lieber kunde|cher client|estimado cliente|prezado cliente)\b/iu.test(
        body,
      ),
  },
  {
    rule: 'HTML_IMAGE_ONLY',
    says: 'a picture stands over hardly any text',
    points: 2.5,
    is: ({ body, hasPicture }) => hasPicture && body.length < 200,
  },
  {
    rule: 'MANY_EXCLAIM',
    says: 'nearly every sentence is an exclamation',
    points: 1.5,
    is: ({ body }) => count(body, /[!！]/g) > 4 && count(body, /[!！]/gu) > count(body, /[.。]/gu),
  },
];

const WORDED = SIGNS.filter(({ has }) => has);
const signsIn = remembered((paragraph) => WORDED.filter(({ has }) => has?.test(paragraph)));

const SUSPICIOUS = 3;
/** SpamAssassin's own threshold. */
const SPAM = 5;

/** The signs of an e-mail with their points, the heaviest first; names have been taken out of `subject` and `body`. */
export function checkSpam(mail: Mail): Finding[] {
  const worded = new Set([mail.subject, mail.body].flatMap((text) => paragraphsOf(text).flatMap(signsIn)));
  const found = SIGNS.filter((sign) => worded.has(sign) || sign.is?.(mail)).sort(
    (a, b) => b.points - a.points,
  );
  const score = found.reduce((sum, { points }) => sum + points, 0);
  if (score < SUSPICIOUS) return [];
  const said = found.map(({ says, points }) => `${says} (${points})`).join(', ');
  return [
    {
      severity: score >= SPAM ? 'error' : 'warning',
      place: 'body',
      message: `Mail filters would count ${score} points against it, and ${SPAM} are spam: ${said}.`,
      repair: 'Say it plainly: mend what is named first.',
    },
  ];
}
