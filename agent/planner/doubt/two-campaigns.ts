// "renewals to the Centaras, and send the spas a thank you": two kinds of message, each with people of its own. One draft
// would write to all of them with the first.
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { isRuledOutType } from '../read-type.ts';
import type { Question } from '../types.ts';

export function twoCampaigns({ items, reader, sentence, input }: Frame): Question | null {
  if (input.thread.campaign) return null;
  const messages = items.filter((item) => kindOf(item) !== null && !isRuledOutType(items, item));
  for (const [at, second] of messages.entries()) {
    const first = messages[at - 1];
    if (!first || kindOf(first) === kindOf(second) || isSeasonOf(first, second)) continue;
    const link = items.findLast(
      (item) =>
        item.start >= first.end &&
        item.end <= second.start &&
        isLink(item) &&
        isSplit(items, { first, item, second }),
    );
    if (!link) continue;
    const cut = reader.tokens[link.start]!;
    const halves = [sentence.slice(0, cut.start), sentence.slice(cut.end)].map((half) =>
      half.replace(/^[\s,;.]*(?:(?:and|then|also)\s+)*|[\s,;]+$/giu, ''),
    );
    return {
      text: 'Those are two campaigns, and each is a draft of its own. Which one first?',
      choices: halves.map((half) => ({ label: half, say: half })),
    };
  }
  return null;
}

/** Somebody is named before the link, and somebody behind it. */
function isSplit(
  items: readonly Item[],
  { first, item, second }: { first: Item; item: Item; second: Item },
): boolean {
  const next = items.find((one) => one.start >= second.end && kindOf(one) !== null)?.start ?? Infinity;
  const isAsked = items.some(
    (one) => isCue(one, 'send', 'draft', 'tell') && one.start >= item.end && one.start < second.start,
  );
  const from = isAsked ? item.end : second.end;
  return (
    items.some((one) => isSomebody(one) && one.start >= first.end && one.end <= item.start) &&
    items.some((one) => isSomebody(one) && one.start >= from && one.start < next)
  );
}

/** "a seasonal greeting for Christmas" */
const isSeasonOf = (...pair: readonly Item[]): boolean =>
  pair.some(
    (item) =>
      item.kind === 'type' && item.type === 'seasonal' && /^(?:season|festive|holiday)/i.test(item.text),
  ) && pair.some((item) => item.kind === 'word' && kindOf(item) !== 'thank_you');

const isLink = (item: Item): boolean =>
  isWord(item, 'operators', 'and') || (item.kind === 'mark' && [';', '.', '+', '&'].includes(item.text));

const isSomebody = (item: Item): boolean =>
  item.kind === 'clause' || item.kind === 'customer' || isWord(item, 'nouns', 'everybody');

function kindOf(item: Item): string | null {
  if (item.kind === 'type') return item.type;
  if (item.kind !== 'word') return null;
  const occasion = item.senses.find(({ kind }) => kind === 'occasions');
  if (occasion && !['summer', 'winter'].includes(occasion.value)) return occasion.value;
  return /^an? (?:big |warm |little |heartfelt )?thank you$|^thank (?:the|all|our|my|every)/i.test(item.text)
    ? 'thank_you'
    : null;
}
