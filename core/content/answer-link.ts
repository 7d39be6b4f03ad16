// The address behind which somebody answers a survey: whose answer it will be is signed, what they answer is theirs.
import type { Ctx } from '../context.ts';
import { readTrackingToken, type Tracked, trackingToken } from './tracking.ts';

/** Not a channel that anything is sent by: whoever pressed there is answered in another way. */
export const SURVEY_PAGE = 'survey';

// No addresses that a link could lead to.
const ANSWER = 'answer';
const TEST = 'answer of a tester';

/** `isTest`: from a test message, whose reader answers for nobody. */
export type AnswerLink = Tracked & { isTest: boolean };

export const answerToken = (keys: Ctx['keys'], { isTest, ...whose }: AnswerLink): string =>
  trackingToken(keys, { ...whose, target: isTest ? TEST : ANSWER });

/** Whose it is; null when it is not ours, cut, altered, or made for something else. */
export function readAnswerToken(keys: Ctx['keys'], token: string): AnswerLink | null {
  for (const target of [ANSWER, TEST]) {
    const whose = readTrackingToken(keys, { token, target });
    if (whose) return { ...whose, isTest: target === TEST };
  }
  return null;
}

export const answerUrl = ({ keys, baseUrl }: Pick<Ctx, 'keys' | 'baseUrl'>, link: AnswerLink): string =>
  `${baseUrl.replace(/\/+$/, '')}/a/${answerToken(keys, link)}`;
