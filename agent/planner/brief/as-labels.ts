// Two ways to write a brief in one breath, said with labels: whom it is for, what it offers and what it is to achieve then
// stand apart, and are read as strictly as if they had been written so.
import { OFFER_PHRASE } from '../offer/offer-phrase.ts';
import { takeTerms } from '../offer/take-terms.ts';
import type { PlannerInput } from '../types.ts';
import { offersApart } from './offers-apart.ts';

const UP_TO = String.raw`[^,;:\n]+?`;
const END = String.raw`(?=\s*(?:[,;\n]|\.(?:\s|$)|$))`;

/** “We want 20 hotels in Phuket to add a zone before Christmas”: how many of them is what it is to achieve. */
const WANTED = new RegExp(
  String.raw`^\s*(?:we|i)(?:\s+would|[’']d)?\s+(?:want|need|like)\s+(?<count>\d{1,5})\s+(?<who>${UP_TO})\s+to\s+(?<what>${UP_TO})${END}`,
  'iu',
);
const SEND = String.raw`(?:(?:please|send|draft|prepare|create|make|run|do)\s+)*`;
const offeredTo = (who: string): RegExp =>
  new RegExp(
    String.raw`^\s*${SEND}${OFFER_PHRASE}\s+(?:for|to)\s+(?<who>${who}${UP_TO})(?:${END}|(?=\s+valid\b))`,
    'iu',
  );
/** “Voucher of 500 baht for every gym in Bangkok”, “a free check for all hotels”. */
const OFFERED = offeredTo(String.raw`(?:all|every|each)\s+`);
/** “Voucher 15% for gyms in Bangkok, valid until …”: its terms tell it from what a message is about. */
const OFFERED_WITH_TERMS = offeredTo(String.raw`(?!(?:me|us|it|them)\b)`);
/** A kind that says more of it than that it is offered. */
const KIND = /\b(?:loyal\w*|points|renew\w*|lapsed|win|refer\w*|upsell|sell|greeting|invit\w*)\b/i;
const VALID = new RegExp(
  String.raw`[,.;]?\s*(?<valid>valid\s+(?:until|till|through)\s+${UP_TO})${END}`,
  'iu',
);

const more = (text: string): string => text.replace(/^[\s,;.]+/, '').replace(/,(?!\d)\s*/g, '. ');

/** An offer with its terms is a brief, whatever it is called. */
export function isOfferWithTerms(text: string, input: PlannerInput): boolean {
  const offered = OFFERED_WITH_TERMS.exec(text);
  if (!offered) return false;
  const behind = text.slice(offered[0].length);
  return VALID.test(behind) || takeTerms(behind, input).hasCodes;
}

/** The brief as it is where it is written in neither way. */
export function asLabels(said: string): string {
  const text = offersApart(said);
  const wanted = WANTED.exec(text);
  if (wanted) {
    const { count, who, what } = wanted.groups!;
    const rest = more(text.slice(wanted[0].length));
    return `${rest}\nAudience: all ${who}\nGoal: ${count} ${who} ${what}`;
  }
  const offered = OFFERED.exec(text) ?? (VALID.test(text) ? OFFERED_WITH_TERMS.exec(text) : null);
  if (!offered) return text;
  const { offer, who } = offered.groups!;
  const behind = text.slice(offered[0].length);
  const valid = VALID.exec(behind)?.groups?.valid?.replace(/^V/, 'v');
  const rest = more(behind.replace(VALID, ''));
  return `${rest}\nAudience: ${who}\nOffer: ${[offer, valid].filter(Boolean).join(', ')}${KIND.test(text) ? '' : '\nType: Voucher'}`;
}
