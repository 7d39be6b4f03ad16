// "the renewals for Q1, the big ones first", "December first, then January": a campaign goes out to all of its people at
// once, so who comes first is either all that is meant for now or no order that could be kept.

import type { Frame } from '../frame.ts';
import { isCue, isWord } from '../items.ts';
import { wantsSending } from '../readings/wants-sending.ts';
import type { Question } from '../types.ts';

const FIRST =
  /[\s,;–—-]*(?:\b(?:and|but|with)\s+)?(?:\bstart(?:ing)?\s+with\s+|\bbegin(?:ning)?\s+with\s+)?\b(?<who>(?:the\s+|all\s+)?[\p{L}\d][\p{L}\d '’-]{1,40}?)\s+first(?:[\s,]+(?:and\s+)?(?:then|after that)\s+(?<then>[^,;.!?]{2,60}))?[\s.!?]*$/iu;
const NOT_PEOPLE =
  /\b(?:me|it|that|this|test|draft|preview|them|us|you|at|the|of|on|my|see|look|check|come|comes|goes)$/iu;

export function inOrder(frame: Frame): Question | null {
  const { sentence, items, reader, input } = frame;
  const found = FIRST.exec(sentence);
  const { who, then } = found?.groups ?? {};
  if (!found || !who || NOT_PEOPLE.test(who)) return null;
  if (!input.thread.campaign && !wantsSending(frame) && !items.some((item) => isCue(item, 'draft')))
    return null;
  const at = found.index + found[0].indexOf(who);
  const named = items.filter(
    (item) => reader.tokens[item.start]!.start >= at && reader.tokens[item.end - 1]!.end <= at + who.length,
  );
  // "send a survey to the Hiltons first": they get this one.
  if (named.some((item) => item.kind === 'type' || isCue(item, 'send', 'draft', 'tell', 'show'))) return null;
  const isSomebody = named.some(
    (item) => ['clause', 'customer', 'rank'].includes(item.kind) || isWord(item, 'superlatives'),
  );
  const isDated = then !== undefined && frame.moments.ranges.length > 0;
  if (!isSomebody && !isDated) return null;
  const before = sentence.slice(0, found.index).trim();
  const only = before ? `${before}, only ${who}` : `only ${who}`;
  const all = then ? `${before ? `${before}, ` : ''}${who} and ${then}` : before;
  return {
    text: `A campaign goes out to all of its people at once, so “${found[0].trim().replace(/^[\s,;–—-]+/u, '')}” is no order that I can keep. Who gets this one?`,
    choices: [
      { label: `Only ${who}`, say: only },
      ...(all ? [{ label: then ? `${who} and ${then}, together` : 'All of them at once', say: all }] : []),
    ],
  };
}
