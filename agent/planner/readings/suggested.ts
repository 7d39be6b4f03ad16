// "use the second subject", "take call to action 3 for e-mail": one of those that the plan proposes.
import type { Frame } from '../frame.ts';
import type { Plan } from '../types.ts';
import { type Form, form, type Said } from './forms.ts';
import { onCampaign } from './reading.ts';
import { channelsIn } from './whom.ts';

const NUMBERS = ['first', 'second', 'third', 'fourth', 'fifth'];
const WHAT = String.raw`(?:(?<subject>subject(?:\s+line)?|title)|(?:call[- ]to[- ]action|cta|request|ask))`;
const WHERE = String.raw`(?<by>\s+(?:for|of|by|on|in)\s+.{2,40})?`;
const TAKE = `(?:use|take|choose|pick|i(?:['’]d)? (?:like|want|take|prefer))`;

export const SUGGESTED_FORMS: readonly Form[] = [
  [form(String.raw`(?:${TAKE}\s+)?the\s+(?<nth>${NUMBERS.join('|')})\s+${WHAT}${WHERE}`), chosen],
  [form(String.raw`${TAKE}\s+${WHAT}\s+(?:number\s+|no\.?\s*|#)?(?<number>[1-9])${WHERE}`), chosen],
];

function chosen(frame: Frame, { subject, nth = '', number, by }: Said): Plan | null {
  const channels = channelsIn(frame, by);
  if (!channels) return null;
  return onCampaign(frame, 'choose_suggestion', {
    of: subject ? 'subject' : 'ask',
    number: number ? Number(number) : NUMBERS.indexOf(nth.toLowerCase()) + 1,
    ...channels,
    change: frame.sentence.trim().slice(0, 200),
  });
}
