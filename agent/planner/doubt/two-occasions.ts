// "a Christmas greeting for everybody, but in Thailand make it New Year": one campaign has one occasion.
import type { Frame } from '../frame.ts';
import { type Item, isWord } from '../items.ts';
import type { Question } from '../types.ts';
import { asWritten } from './ask.ts';

export function twoOccasions(frame: Frame): Question | null {
  const { items, sentence, reader } = frame;
  const named = items.filter((item) => isWord(item, 'occasions'));
  const [first, second] = named;
  if (!first || !second || occasionOf(first) === occasionOf(second)) return null;
  const link = items.find(
    (item) => item.start >= first.end && item.end <= second.start && /^(?:but|except|only)$/i.test(item.text),
  );
  const whose = link && items.find((item) => item.kind === 'clause' && item.start >= link.end);
  if (!link || !whose) return null;
  const before = sentence.slice(0, reader.tokens[link.start]!.start).replace(/[\s,;]+$/u, '');
  const who = asWritten(frame, whose);
  return {
    text: 'A campaign has one occasion, so these are two campaigns. Which one first?',
    choices: [
      `${before}, except in ${who}`,
      `${before.replace(asWritten(frame, first), asWritten(frame, second))}, only in ${who}`,
    ].map((say) => ({ label: say, say })),
  };
}

const occasionOf = (item: Item): string | undefined =>
  item.kind === 'word' ? item.senses.find(({ kind }) => kind === 'occasions')?.value : undefined;
