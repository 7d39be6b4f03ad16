// Words that stand for nothing or for several things: asked back, with the nearest names and what else could be done.
import { joinWords } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import type { Item } from '../items.ts';
import { similarNames } from '../names/nearest.ts';
import { stems } from '../tokens.ts';
import type { Choice, Question } from '../types.ts';
import { asWritten, reword, slotOf } from './ask.ts';

export function ambiguous(frame: Frame): Question | null {
  const item = frame.items.find((one) => one.kind === 'ambiguous');
  if (item?.kind !== 'ambiguous') return null;
  const choices = item.options.map(({ label, instead }) => ({ label, say: reword(frame, item, instead) }));
  return {
    text: `“${item.text}” can mean several things. Which one do you mean?`,
    choices,
    slot: slotOf(frame, item),
  };
}

export function unknownWords(frame: Frame): Question | null {
  const [item] = frame.unknown;
  if (!item) return null;
  const all = joinWords(frame.unknown.map((one) => `“${asWritten(frame, one)}”`));
  const isName = mayBeName(frame, item);
  const near = isName ? nearest(frame, item) : [];
  const names = near.map(({ label }) => label);
  const known = names.length > 0 ? ` The nearest I know: ${joinWords(names, 'or')}.` : '';
  return {
    text: `I do not know ${all}, so I have not guessed who is meant.${known} What shall I do?`,
    choices: [
      ...near.map(({ label, instead }) => ({ label, say: reword(frame, item, instead) })),
      ...otherWays(frame, item, isName),
    ],
    ...(frame.unknown.length === 1 ? { slot: slotOf(frame, item) } : {}),
  };
}

/** An everyday word is no misspelt name: "new", "open", "swimming". */
const mayBeName = ({ sentence, reader }: Frame, { text }: Item): boolean => {
  const hasCapitals = /\p{Lu}/u.test(sentence.slice(1)) && sentence !== sentence.toUpperCase();
  const isWritten = /\p{Lu}/u.test(text) || !hasCapitals;
  return isWritten && !stems(text).some((word) => reader.book.words.has(word));
};

function nearest(frame: Frame, { text }: Item): { label: string; instead: string }[] {
  const { names } = frame.reader;
  const words = stems(text);
  const labels = similarNames(
    words.join(' '),
    names.labels.filter(({ phrase }) => phrase !== 'other'),
  ).map(({ label }) => ({ label, instead: label }));
  const customers = names
    .customersWith(words)
    .slice(0, 3)
    .map(({ name }) => ({ label: name, instead: name }));
  const found = [...customers, ...labels];
  return found.filter(({ label }, at) => found.findIndex((one) => one.label === label) === at).slice(0, 4);
}

/** Looking for it in names, or leaving it out: the person's own decision. */
function otherWays(frame: Frame, item: Item, isName: boolean): Choice[] {
  if (frame.unknown.length !== 1) return [];
  const inNames = `customers whose name contains "${item.text}"`;
  return [
    ...(isName
      ? [{ label: `Customers with “${item.text}” in their name`, say: reword(frame, item, inNames) }]
      : []),
    { label: `Go on without “${item.text}”`, say: reword(frame, item, '') },
  ];
}
