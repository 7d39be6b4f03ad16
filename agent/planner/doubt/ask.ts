import type { Frame } from '../frame.ts';
import type { Item } from '../items.ts';
import { textOf } from '../reader.ts';
import type { Plan, Question, Slot } from '../types.ts';
import { hasOpenDate } from './slashed-date.ts';

/** What was said there, in the words of the sentence. */
export const asWritten = ({ reader }: Frame, { start, end, text }: Item): string =>
  reader.tokens.slice(start, end).some(({ isTranslated }) => isTranslated)
    ? textOf(reader, start, end)
    : text;

/** Where the words of an item stand in the sentence. */
export const slotOf = ({ reader, sentence }: Frame, item: Pick<Item, 'start' | 'end'>) => {
  const [start, end] = [reader.tokens[item.start]!.start, reader.tokens[item.end - 1]!.end];
  return { start, end, said: sentence.slice(start, end) };
};

/** A part of a sentence that is read by itself has its words elsewhere; null where they cannot be told in the whole one. */
export function inWhole(slot: Slot, whole: string): Slot | null {
  if ('behind' in slot || !slot.said || whole.slice(slot.start, slot.end) === slot.said) return slot;
  const start = whole.indexOf(slot.said);
  if (start < 0 || whole.indexOf(slot.said, start + 1) >= 0) return null;
  return { ...slot, start, end: start + slot.said.length };
}

/** A plan that only asks; it does not say how it took a date that could be two. */
export const ask = (question: Question, frame: Frame, say: string | null = null): Plan => ({
  calls: [],
  say,
  question,
  unused: frame.unknown.map((item) => asWritten(frame, item)),
  ranges: frame.moments.ranges.filter((words) => !hasOpenDate(words)),
});

/** The sentence with one stretch of it said otherwise. */
export function reword(
  { sentence, reader }: Frame,
  item: Pick<Item, 'start' | 'end'>,
  instead: string,
): string {
  const [first, last] = [reader.tokens[item.start]!, reader.tokens[item.end - 1]!];
  return `${sentence.slice(0, first.start)}${instead}${sentence.slice(last.end)}`
    .replace(/\s+/g, ' ')
    .replace(/ ([,.?!])/g, '$1')
    .trim();
}
