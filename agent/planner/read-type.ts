// Which kind of campaign a sentence is about.

import { mentionsDate } from './date-field.ts';
import { type Item, isWord } from './items.ts';
import { stems } from './tokens.ts';
import type { PlannerInput } from './types.ts';

/** By its name, else by the occasion, a date, a verb or the topic; `isNamed` when it was said in so many words. */
export function readType(
  items: readonly Item[],
  { vocabulary, thread }: PlannerInput,
  { occasion, topic, isTheirEnd }: { occasion: string | null; topic: string | null; isTheirEnd: boolean },
): { value: string | null; isNamed: boolean } {
  const has = (key: string) => vocabulary.types.some((type) => type.key === key);
  const named = items.find((item) => item.kind === 'type' && !isRuledOutType(items, item));
  if (named?.kind === 'type') return { value: named.type, isNamed: true };
  if (isTheirEnd && has('renewal')) return { value: 'renewal', isNamed: true };
  if (occasion && has('seasonal')) return { value: 'seasonal', isNamed: true };
  // "bangkok hotels renewal next quarter whatsapp"
  if (isNote(items) && has('renewal')) return { value: 'renewal', isNamed: true };
  const dated = isAsked(items) ? typeOfDated(items, vocabulary) : null;
  if (dated) return { value: dated, isNamed: false };
  const verbs = items.flatMap((item) =>
    item.kind === 'word'
      ? item.senses.filter(({ kind }) => kind === 'typeVerbs').map(({ value }) => value)
      : [],
  );
  const isRenewal =
    mentionsDate(items, 'contract_end') ||
    items.some((item) => item.kind === 'dated' && item.field === 'contract_end');
  const { campaign, lastFilter } = thread;
  const isOpen = !isRenewal && !campaign && !lastFilter && items.some(isReminder);
  const meant = verbs.filter((key) => key !== 'renewal' || isRenewal || !(topic || isOpen)).find(has);
  if (meant) return { value: meant, isNamed: false };
  const ofTopic =
    topic && (typeInTopic(topic, vocabulary) ?? (THEIR_END.test(topic) && has('renewal') && 'renewal'));
  return {
    value: ofTopic || (topic && has('announcement') ? 'announcement' : null),
    isNamed: Boolean(ofTopic),
  };
}

/** "prepare a reminder for hotels in Thailand": of what? */
const isReminder = (item: Item): boolean =>
  isWord(item, 'typeVerbs', 'renewal') && /\breminders?$/i.test(item.text);

/** "that their music contract is ending soon" */
const THEIR_END =
  /\b(?:their|your)\b[^.,]{0,30}\b(?:contracts?|agreements?|subscriptions?|licen[cs]es?)\b[^.,]{0,25}\b(?:end(?:s|ing)?|expir\w+|runs? out|running out|up for renewal|laps\w+)\b/iu;

/** "a survey, not a renewal", "instead of the renewal": what it shall not be. */
export function isRuledOutType(items: readonly Item[], item: Item): boolean {
  const before = items.slice(0, items.indexOf(item)).findLast((one) => !isWord(one, 'skip'));
  const isNo =
    isWord(before, 'operators', 'not', 'neither', 'insteadOf', 'without', 'except') &&
    !isWord(before, 'cues', 'draft');
  return isNo || before?.text.toLowerCase() === 'no';
}

/** A way to send it and nothing that is asked: the renewal is the message. */
const isNote = (items: readonly Item[]): boolean =>
  items.some(
    (item) => item.kind === 'dated' && item.field === 'contract_end' && /^renewals?\b/i.test(item.text),
  ) &&
  items.some(({ kind }) => kind === 'channel') &&
  !items.some((item) => isWord(item, 'cues') || isWord(item, 'operators') || isWord(item, 'nouns'));

const isAsked = (items: readonly Item[]): boolean =>
  items.some((item) => isWord(item, 'cues', 'send', 'tell', 'draft'));

/** "prepare the renewals for next month": the word of the date is that of the type as well. */
function typeOfDated(items: readonly Item[], { types }: PlannerInput['vocabulary']): string | null {
  const words = items.flatMap((item) => (item.kind === 'dated' ? stems(item.text) : []));
  return (
    types.find(({ words: own }) => (own.en ?? []).some((phrase) => words.includes(stems(phrase).join(' '))))
      ?.key ?? null
  );
}

/** "about the maintenance", "about their renewal": the topic says which type is meant. */
function typeInTopic(topic: string, { types }: PlannerInput['vocabulary']): string | null {
  const words = ` ${stems(topic).join(' ')} `;
  const isSaid = (phrase: string) => words.includes(` ${stems(phrase).join(' ')} `);
  return (
    types.find(({ key, words: own }) => key !== 'announcement' && Object.values(own).flat().some(isSaid))
      ?.key ?? null
  );
}
