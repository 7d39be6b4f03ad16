// The address behind which somebody answers a survey: whose answer it will be is signed, what they answer is theirs.
import { LETTER_LANGUAGES, type LetterLanguage } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { readTrackingToken, type Tracked, trackingToken } from './tracking.ts';

/** Not a channel that anything is sent by: whoever pressed there is answered in another way. */
export const SURVEY_PAGE = 'survey';

// No addresses that a link could lead to.
const ANSWER = 'answer';
const TEST = 'answer of a tester';

export type AnswerLink = Tracked & {
  /** From a test message, whose reader answers for nobody. */
  isTest: boolean;
  /** What the message is written in, and its page after it. */
  language: LetterLanguage | null;
};

const targetOf = ({ isTest, language }: Pick<AnswerLink, 'isTest' | 'language'>): string =>
  [isTest ? TEST : ANSWER, ...(language ? [language] : [])].join(' in ');
const KINDS = [false, true].flatMap((isTest) =>
  [null, ...LETTER_LANGUAGES].map((language) => ({ isTest, language })),
);

export const answerToken = (keys: Ctx['keys'], { isTest, language, ...whose }: AnswerLink): string =>
  trackingToken(keys, { ...whose, target: targetOf({ isTest, language }) });

/** Whose it is; null when it is not ours, cut, altered, or made for something else. */
export function readAnswerToken(keys: Ctx['keys'], token: string): AnswerLink | null {
  for (const kind of KINDS) {
    const whose = readTrackingToken(keys, { token, target: targetOf(kind) });
    if (whose) return { ...whose, ...kind };
  }
  return null;
}

export const answerUrl = ({ keys, baseUrl }: Pick<Ctx, 'keys' | 'baseUrl'>, link: AnswerLink): string =>
  `${baseUrl.replace(/\/+$/, '')}/a/${answerToken(keys, link)}`;
