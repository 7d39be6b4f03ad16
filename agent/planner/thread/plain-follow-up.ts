// Follow-ups in other words, as those that are read: "change March to April" is "April instead of March", and no stretch from one
// to the other; "actually no WhatsApp", "without LINE" of a draft say which way it does not go out, and pick nobody.
import { partsOf, sameFilter } from '../filters.ts';
import { readFrame } from '../frame.ts';
import type { PlannerInput } from '../types.ts';
import { filterInHand } from './filter-in-hand.ts';

const LEAD = String.raw`^\s*(?:(?:please|pls|ok|okay|and|but|then|no|sorry|wait|hm+|also|now|actually|can you|could you|let['’]?s)[,\s]+)*`;
const INTO = new RegExp(
  String.raw`${LEAD}(?:change|switch|swap|turn|move)\s+(?:from\s+)?(?:the\s+)?(?<from>[^,;:"“”]{2,60}?)\s+(?:to|into|for|with)\s+(?:the\s+)?(?<into>[^,;:"“”]{2,60}?)(?:[,\s]+(?:please|instead|then))?[\s.!]*$`,
  'iu',
);
const WITHOUT = new RegExp(
  String.raw`${LEAD}(?:(?:not?|without|skip|drop|leave out|forget)\s+(?:by\s+|via\s+|on\s+|the\s+)?)(?<channel>[\p{L}-]{3,10})[\s.!]*$`,
  'iu',
);

export function plainFollowUp(sentence: string, input: PlannerInput): string {
  const filter = filterInHand({ input });
  if (!filter) return sentence;
  const without = input.thread.campaign && WITHOUT.exec(sentence)?.groups?.channel;
  if (without && isChannel(without, input)) return `no ${without}`;
  const { from, into } = INTO.exec(sentence)?.groups ?? {};
  if (!from || !into) return sentence;
  const [before, after] = [whoOf(from, input), whoOf(into, input)];
  const stands = before?.every((part) => partsOf(filter).some((own) => sameFilter(own, part))) ?? false;
  return stands && after ? `${into} instead of ${from}` : sentence;
}

/** The conditions that the words name, to the last of them; null where they name something else. */
function whoOf(words: string, input: PlannerInput) {
  const { scope, unknown } = readFrame(words, input);
  return scope.isEmpty || unknown.length > 0 ? null : partsOf(scope.filter);
}

const isChannel = (word: string, input: PlannerInput): boolean => {
  const { channels, scope } = readFrame(`by ${word}`, input);
  return channels.length === 1 && scope.isEmpty;
};
