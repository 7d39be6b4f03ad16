// "03/04/2027" is the third of April or the fourth of March: nothing in it says which.
import { formatDate } from '../../../lib/dates.ts';
import type { Frame } from '../frame.ts';
import type { Question } from '../types.ts';

const SLASHED = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/g;

export function slashedDate({ sentence, reader }: Frame): Question | null {
  const isOpen = reader.tokens.some(({ text }) => [...text.matchAll(SLASHED)].some(isEither));
  if (!isOpen) return null;
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

const isEither = ([, one, two]: RegExpMatchArray): boolean =>
  Number(one) <= 12 && Number(two) <= 12 && Number(one) !== Number(two) && Number(one) * Number(two) > 0;

type Pair = [number, number];

/** The sentence with every such date written out. */
const said = (sentence: string, order: (pair: Pair) => Pair): string =>
  sentence.replace(SLASHED, (text, one: string, two: string, year: string) => {
    const isOrdered = Number(one) > 12 || Number(two) > 12;
    if (isOrdered) return text;
    const [day, month] = order([Number(one), Number(two)]);
    const whole = year.length === 2 ? `20${year}` : year;
    return formatDate(`${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  });
