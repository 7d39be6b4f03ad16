// The words of a sentence that say what is offered, to their end and no further: what stands behind may say who, how or when.
import { AMOUNT_WITH_UNIT } from '../brief/read-budget.ts';

const WORD = String.raw`(?!(?:an?|the|their|our|free|to|for|by|via|and|or|on|at|with|who|that|which|in|until|till|if|when|per|from|before|as|off|this|next|valid|please|today|tomorrow|now)\b)\p{L}[\p{L}’'-]*`;
const SOME = String.raw`(?:an?|one|two|three|four|five|six|the|their|our|every|\d{1,3})`;
const PERCENT = String.raw`\d{1,3}(?:[.,]\d+)?\s?(?:%|percent\b|per\s?cent\b)`;
const AMOUNT = `(?:${PERCENT}|${AMOUNT_WITH_UNIT})`;
const PAPER = String.raw`(?:discounts?|rebates?|reductions?|vouchers?|coupons?|credits?|gift\s+cards?|bonus)`;
const ON = String.raw`(?:\s+(?:on|off)\s+(?:(?:the|their|your|all|any|every|an?|our|its)\s+)*${WORD}(?:\s+${WORD}){0,3})?`;
/** “Off the second zone” */
const ON_WHAT = String.raw`\s+(?:the|their|your|its|any|our|every)\s+${WORD}(?:\s+${WORD}){0,3}`;
const PHRASES = [
  String.raw`(?:an?\s+)?(?:${WORD}\s+){0,2}${PAPER}\s+(?:(?:of|over|worth)\s+)?(?:up\s+to\s+)?${AMOUNT}${ON}`,
  String.raw`(?:an?\s+)?(?:up\s+to\s+)?${AMOUNT}\s+(?:${WORD}\s+)?(?:off|cheaper|less|${PAPER})(?!\p{L})(?:${ON_WHAT}|${ON})`,
  `${PERCENT}${ON}`,
  String.raw`(?:${SOME}\s+)?(?:(?:first|second|third|next|extra|additional|whole)\s+)?(?:free|complimentary)\s+${WORD}(?:\s+${WORD}){0,2}`,
  String.raw`${SOME}\s+(?:(?:first|second|third|next|extra|additional)\s+)?${WORD}(?:\s+${WORD})?\s+(?:for\s+)?(?:free|on\s+us|(?:at\s+|for\s+)?half\s+price)(?:\s+of\s+charge)?`,
  String.raw`(?:double|triple|extra|bonus|\d[\d.,]*)\s+(?:(?:loyalty|bonus|reward|extra)\s+)?points`,
  String.raw`half\s+price${ON}`,
  String.raw`${SOME}\s+${WORD}\s+for\s+the\s+price\s+of\s+(?:\d{1,2}|one|two|three|four|five|ten)`,
].join('|');
const BOUND = String.raw`(?:\s+(?:\d{1,4}(?:st|nd|rd|th)?|the|of|end|${WORD})){1,5}`;
const TAIL = [
  String.raw`,?\s+(?:if|when|as\s+long\s+as|provided(?:\s+that)?|once)\s+(?:they|you|he|she)\s+[^,;.]+`,
  String.raw`,?\s+(?:valid\s+|good\s+)?(?:until|till|through|before|valid\s+to)${BOUND}`,
  String.raw`,?\s+(?:valid\s+)?from(?=[^,;.]*\d)${BOUND}\s+(?:to|until|till|through)${BOUND}`,
  String.raw`\s+(?:for|on|in)\s+(?:the|their|your)\s+(?:first|next|second|whole|new)\s+${WORD}(?:\s+${WORD})?`,
  String.raw`\s+(?:per|for\s+(?:each|every)|each)\s+${WORD}(?:\s+(?:that|who|which)\s+${WORD})?`,
  String.raw`\s+for\s+(?:sign|renew|book|order|pay|reply|switch|stay|return|commit|extend|add|refer)\p{L}*ing\b[^,;.]*`,
  String.raw`\s+(?:in|during|throughout)\s+(?:the\s+(?:month\s+of\s+)?)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?:\s+20\d\d)?`,
  String.raw`\s+each(?=\s*(?:[,.;]|$))`,
].join('|');

/** From where it is anchored; it may be followed by anything. */
export const OFFER_PHRASE = String.raw`(?<offer>(?:${PHRASES})(?:${TAIL})*)(?![\p{L}\d%])`;
