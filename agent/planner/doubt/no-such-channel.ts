// "by Telegram" where nobody has set it up: nothing goes out by another channel in silence.
import { joinWords } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import { type Item, isWord } from '../items.ts';
import type { PlannerInput, Question } from '../types.ts';
import { asWritten, reword } from './ask.ts';

export function noSuchChannel(frame: Frame): Question | null {
  const { items, input } = frame;
  const item = items.find(
    (one, at) => (isOnlyChannel(one) && isPlaced(items, at)) || isByName(items, at, input),
  );
  if (!item) return null;
  const { channels } = input.vocabulary;
  const names = channels.map(({ label }) => label);
  return {
    text: `There is no channel “${asWritten(frame, item)}” here. By which one shall it go: ${joinWords(names, 'or')}?`,
    choices: channels.map(({ label }) => ({ label, say: reword(frame, item, label) })),
  };
}

/** Known as a channel, but none of this workspace. */
const isOnlyChannel = (item: Item): boolean =>
  item.kind === 'word' && item.senses.every(({ kind }) => kind === 'channels');

/** "via Teams", "by push": a word for something else, and the name of a channel behind what says which way. */
const isByName = (items: readonly Item[], at: number, { vocabulary }: PlannerInput): boolean =>
  /^(?:teams|push)$/i.test(items[at]!.text) &&
  !vocabulary.channels.some(({ key }) => key === items[at]!.text.toLowerCase()) &&
  /^(?:by|via|through|over|per|using)$/i.test(items[at - 1]?.text ?? '');

/** "by Telegram", "a Slack message", "an SMS survey" */
const isPlaced = (items: readonly Item[], at: number): boolean =>
  /^(?:by|via|through|over|on|per|using|use|with|and|or)$/i.test(items[at - 1]?.text ?? '') ||
  /\b(?:message|notification|dm|post)$/i.test(items[at]!.text) ||
  /^(?:to|for)$/i.test(items[at + 1]?.text ?? '') ||
  items[at + 1]?.kind === 'type' ||
  isWord(items[at + 1], 'typeVerbs') ||
  /^(?:message|notification|note|notice)s?$/i.test(items[at + 1]?.text ?? '');
