// What a brief tells before it says who is meant: "We have a new app. Tell every Hilton about it." It is what the message is
// about. Only a sentence that can restrict nobody counts as such; any other is read with the request, to its last word.
import { readFrame } from './frame.ts';
import { type Item, isWord } from './items.ts';
import type { PlannerInput } from './types.ts';

export type Story = {
  /** What the message is about. */
  topic: string;
  /** The kind of message that it names. */
  type: string | null;
  /** Who, what and when, without it. */
  order: string;
};

/** Null when nothing is told before the request. */
export function readStory(request: string, input: PlannerInput): Story | null {
  const sentences = request.split(/(?<=[.!?])\s+(?=\p{Lu})/u).map((one) => one.replace(/[.!?]+$/, ''));
  const first = sentences.findIndex((one) => !isStory(one, input));
  if (first < 1) return null;
  const [told, rest] = [sentences.slice(0, first), sentences.slice(first).join('. ')];
  if (OWN_TOPIC.test(rest)) return null;
  return {
    topic: told.join('; ').replace(/^(?:we have|there is|there are)\s+(?=an?\s)/i, ''),
    type: readFrame(told.join('. '), input).type,
    order: rest.replace(/,?\s+(?:about|of)\s+(?:it|this|that)(?=\s*(?:[.,;]|$))/i, ''),
  };
}

/** Its place is taken. */
const OWN_TOPIC = /\b(?:about|regarding|concerning)\b(?!\s+(?:it|this|that)\b)|\b(?:it|this|that)\s+and\b/i;

// Whom it may be about, in any word that points at somebody or leaves somebody out.
const SOMEBODY =
  /\b(?:they|them|their|those|these|who|whom|whose|which|where|ones?|somebody|someone|everybody|everyone|anybody|nobody|people|guests?|teams?|managers?|owners?|only|except|without|but|unless|not|no|never|if|when|all|any|each|every|some|most|both|others?|rest)\b|n[’']t\b/i;
const ORDERS =
  /^(?:please|send|tell|inform|invite|write|draft|remind|ask|offer|give|use|keep|make|let|by|via|on|at|in|to|for)\b/i;

function isStory(sentence: string, input: PlannerInput): boolean {
  if (sentence.split(/\s+/).length < 4 || SOMEBODY.test(sentence) || ORDERS.test(sentence)) return false;
  return !readFrame(sentence, input).items.some(namesSomebody);
}

// "called Skyline" would be a name of whoever is meant; here nobody is.
const namesSomebody = (item: Item): boolean =>
  (item.kind === 'clause' && !/^called\b/i.test(item.text)) ||
  ['customer', 'rank', 'role', 'ambiguous'].includes(item.kind) ||
  isWord(item, 'nouns', 'customer');
