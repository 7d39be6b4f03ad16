// "03/04/2027" and "3/4" are the third of April or the fourth of March: nothing in them says which.
import { formatDate } from '../../../lib/dates.ts';
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/g;
const ANY_YEAR = 2000;

export function slashedDate({ sentence, reader, moments }: Frame): Question | null {
  // Without its year it is a date only where one was read: "9/10" may be a score.
  const dates = [...reader.tokens.map(({ text }) => text), ...moments.ranges];
  if (!dates.some(hasOpenDate)) return null;
  const dayFirst = said(sentence, ([day, month]) => [day, month]);
  const monthFirst = said(sentence, ([month, day]) => [day, month]);
  const [first] = [...sentence.matchAll(SLASHED)].filter(isEither);
  return {
    text: `Is “${first![0]}” the day first or the month first?`,
    choices: [
      { label: 'The day first', say: dayFirst },
      { label: 'The month first', say: monthFirst },
    ],
  };
}

/** Whether a date in it could be two. */
export const hasOpenDate = (text: string): boolean => [...text.matchAll(SLASHED)].some(isEither);

const isEither = ([, one, two]: RegExpMatchArray): boolean =>
  Number(one) <= 12 && Number(two) <= 12 && Number(one) !== Number(two) && Number(one) * Number(two) > 0;

type Pair = [number, number];

/** The sentence with every such date written out. */
const said = (sentence: string, order: (pair: Pair) => Pair): string =>
  sentence.replace(SLASHED, (text, one: string, two: string, year: string | undefined) => {
    const isOrdered = Number(one) > 12 || Number(two) > 12;
    if (isOrdered) return text;
    const [day, month] = order([Number(one), Number(two)]);
    const whole = year?.length === 2 ? `20${year}` : (year ?? ANY_YEAR);
    const date = formatDate(`${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    return year ? date : date.replace(` ${ANY_YEAR}`, '');
  });
