// "make it 25%", "20 euros instead": another amount of what is offered, where the draft says one.
import type { Draft } from '../../../core/campaigns/draft.ts';
import type { Frame } from '../frame.ts';
import { setTimeLast } from './adjust.ts';
import { calling, type Reading, wordsOf } from './reading.ts';

const LEAD =
  /^(?:\W|\b(?:no|nope|ok|okay|and|well|oh|sorry|actually|rather|better|wait|then|so|i mean|i meant|make|raise|lower|change|set|put|increase|reduce|bump|cut|let['’]?s (?:do|say|make it)|it|that|this|up|down|to|the (?:voucher|discount|offer|amount))\b)+/iu;
const END = /(?:[\s,]+(?:instead|please|then|rather|after all|off|discount|voucher))*[.!\s]*$/iu;
const PERCENT = /\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b)/iu;
const MONEY =
  /(?:[€$£฿]\s?\d+(?:[.,]\d+)?|\b(?:eur|usd|thb|gbp|sgd)\s?\d+|\d+(?:[.,]\d+)?\s?(?:€|\$|£|฿|(?:eur|euros?|usd|dollars?|baht|thb|pounds?|gbp)\b))/iu;

export const readAdjustOffer: Reading = (frame) => {
  const { campaign, lastFilter } = frame.input.thread;
  // "an 8" of a language or more words than an amount are somebody else's.
  if (!campaign || lastFilter || wordsOf(frame).split(' ').length > 9) return null;
  const text = frame.sentence.trim().replace(LEAD, '').replace(END, '');
  const amount = [PERCENT, MONEY].find((one) => one.exec(text)?.[0] === text);
  const patch = amount ? patchOf(campaign.draft, amount, text) : numberOf(frame, text);
  if (!patch) return null;
  const change = frame.sentence.trim().slice(0, 200);
  return calling(frame, [{ name: 'edit_campaign', args: { campaignId: campaign.id, patch, change } }]);
};

/** "make it 20": of the one amount that is offered, where no other number could be meant. */
function numberOf(frame: Frame, text: string): Partial<Draft> | null {
  const { draft } = frame.input.thread.campaign!;
  const isNumber = /^\d+(?:[.,]\d+)?$/.test(text) && !setTimeLast(frame);
  if (!isNumber || NUMBERS.test(JSON.stringify(draft.filter))) return null;
  const found = [PERCENT, MONEY].flatMap((amount) => {
    const before = amount.exec(draft.offer?.says ?? draft.topic ?? '')?.[0];
    const patch = before && patchOf(draft, amount, before.replace(/\d+(?:[.,]\d+)?/, text));
    return patch ? [patch] : [];
  });
  return found.length === 1 ? found[0]! : null;
}
const NUMBERS = /"(?:op":"(?:between|top|did)|unit_count|contract_value)/;

/** The one amount of that kind that is said; codes with terms of their own are changed by their terms. */
function patchOf({ topic, offer }: Draft, amount: RegExp, text: string): Partial<Draft> | null {
  const all = new RegExp(amount, 'giu');
  const said = (words: string | null | undefined): number => [...(words ?? '').matchAll(all)].length;
  if (offer)
    return !offer.code && said(offer.says) === 1
      ? { offer: { ...offer, says: offer.says.replace(amount, text) } }
      : null;
  return said(topic) === 1 ? { topic: topic!.replace(amount, text) } : null;
}
