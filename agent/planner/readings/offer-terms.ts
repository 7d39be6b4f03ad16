// "Unique codes", "limit it to the first 50", "make it valid until 15 January": what the offer of the draft in hand is held to.
import type { Draft } from '../../../core/campaigns/draft.ts';
import type { Frame } from '../frame.ts';
import { boundOffer } from '../offer/bound-offer.ts';
import { NOTHING_SAID, takeTerms } from '../offer/take-terms.ts';
import { validityIn } from '../offer/validity.ts';
import type { Plan } from '../types.ts';
import { type Form, form, type Said } from './forms.ts';
import { onCampaign, saying } from './reading.ts';

const WHAT = String.raw`(?:it|them|this|that|(?:the|our|this)\s+(?:offer|vouchers?|discount|codes?|coupons?|free\s+\w+|points))`;
const LEAD = String.raw`(?:(?:make|let|have|use|add|set|put|with|give\s+them|keep)\s+)?(?:${WHAT}\s+)?(?:(?:is|are|be|should\s+be|shall\s+be|has\s+to\s+be)\s+)?`;

export const OFFER_TERM_FORMS: readonly Form[] = [
  [form(String.raw`${LEAD}(?<words>(?:valid|good|redeemable|expires?|ends?)\b.{4,80})`), validity],
  [form(`(?<words>.{4,200})`), terms],
  [form(`${LEAD}(?<words>.{4,200})`), terms],
];

const offerOf = (frame: Frame) => frame.input.thread.campaign?.draft.offer ?? null;

function terms(frame: Frame, { words = '' }: Said): Plan | null {
  const said = takeTerms(words, frame.input);
  if (said.words.length === 0 || /[\p{L}\d]/u.test(said.rest)) return null;
  const offer = offerOf(frame);
  // A day alone, "until the end of the year", is of something else then.
  const isOfOffer =
    said.hasCodes || said.hasNone || /\b(?:valid|redeem|offer|voucher|discount|coupon)/iu.test(words);
  if (!offer) return isOfOffer ? saying(frame, NO_OFFER) : null;
  const { offer: bound, unheld } = boundOffer(offer, said, frame.input);
  const plan = edit(frame, bound as Draft['offer']);
  return { ...plan, unused: [...plan.unused, ...unheld] };
}

/** Other days take the place of those that the offer names. */
function validity(frame: Frame, { words = '' }: Said): Plan | null {
  const offer = offerOf(frame);
  const days = validityIn(words, frame.input);
  if (!days.validFrom && !days.validUntil) return null;
  if (!offer) return saying(frame, NO_OFFER);
  return edit(frame, boundOffer(offer, { ...NOTHING_SAID, days }, frame.input).offer as Draft['offer']);
}

const NO_OFFER =
  'This draft offers nothing yet. Say what: “offer them 10% off, unique codes, first 50 only, valid until 31 December”.';

const edit = (frame: Frame, offer: Draft['offer']): Plan =>
  onCampaign(frame, 'edit_campaign', { patch: { offer }, change: frame.sentence.trim().slice(0, 200) });
