// What a brief says beside who, what and when: its goal, its offer and its budget.
import { toMinor } from '../../lib/money.ts';

export type BriefParts = {
  /** Who, what and when, in one sentence. */
  request: string;
  objective: string | null;
  offer: { kind: OfferKind; says: string } | null;
  budget: { minor: number; currency: string } | null;
};
type OfferKind = 'discount' | 'free_item' | 'voucher' | 'points' | 'other';

const LABEL =
  /(?:^|[\s.;])(objectives?|goals?|aims?|budget|offer|audience|who|topic|about|channels?|when|timing)\s*:\s*/giu;
/** How what stands behind a label goes on in the sentence. */
const LEADS: Readonly<Record<string, string>> = {
  audience: 'to',
  who: 'to',
  topic: 'about',
  about: 'about',
  channel: 'by',
  channels: 'by',
  when: '',
  timing: '',
};

/** `currency` is that of an amount without one. */
export function readBriefParts(text: string, currency: string): BriefParts {
  const { labelled, rest } = readLabels(text);
  const [afterGoal, goal] = take(rest, GOAL, '. ');
  const [afterBudget, spent] = take(afterGoal, BUDGET, '. ');
  const [afterOffer, told] = take(afterBudget.replace(NO_OFFER, ''), OFFER_TO_THEM, '. ');
  const [request, offered] = told ? [afterOffer, toThem(told)] : take(afterOffer, OFFER);
  const money = labelled.budget ?? spent;
  return {
    request: tidy([tidy(request), ...leadsOf(labelled)].join(' ')),
    objective: sentenceOf(labelled.objective ?? labelled.goal ?? labelled.aim ?? goal),
    offer: offerOf(labelled.offer, offered),
    budget: money ? readMoney(money, currency) : null,
  };
}

function readLabels(text: string): { labelled: Record<string, string>; rest: string } {
  const marks = [...text.matchAll(LABEL)];
  const parts = marks.map((mark, at) => {
    const key = mark[1]!.toLowerCase().replace(/(?<=objective|goal|aim)s$/, '');
    return [key, tidy(text.slice(mark.index + mark[0].length, marks[at + 1]?.index))] as const;
  });
  const rest = marks[0] ? text.slice(0, marks[0].index) : text;
  return { labelled: Object.fromEntries(parts.filter(([, said]) => said !== '')), rest };
}

const leadsOf = (labelled: Record<string, string>): string[] =>
  Object.entries(LEADS).flatMap(([key, lead]) => (labelled[key] ? [`${lead} ${labelled[key]}`] : []));

const GOAL =
  /[,.;]?\s*\b(?:(?:our|the|my)\s+)?(?:goals?|objectives?|aims?)\s+(?:is|are)\s+(?:to\s+)?(?<said>[^.;\n]+)[.;]?/iu;
const AMOUNT = String.raw`(?:[A-Z]{3}\s?|[฿€£$¥]\s?)?\d[\d.,]*\s?(?:k|m|thousand|million)?(?:\s?(?:[A-Z]{3}|baht|euros?|dollars?|pounds?|yen))?`;
const BUDGET = new RegExp(
  String.raw`[,.;]?\s*\b(?:with\s+|and\s+)?(?:an?\s+|the\s+|our\s+)?(?:[Bb]udget(?:\s+(?:of|is|up to))*\s+(?<said>${AMOUNT})|(?<before>${AMOUNT})\s+[Bb]udget)(?!\w)`,
  'u',
);
// It ends where an audience may begin: what is meant for whom is never swallowed.
const OFFER =
  /(?:[,;]?\s*\b(?:and\s+)?(?:offer(?:ing)?(?:\s+them)?|with|giv(?:e|ing)(?:\s+them)?|including)\s+|[,;]\s*(?=\d{1,2}\s?%|[^.,;\n]{0,40}\bhalf\s+price\b))(?<said>(?:an?\s+|the\s+)?(?:[\p{L}\d%.-]+\s+){0,5}?(?:discounts?|off|half\s+price|vouchers?|points|free(?:\s+(?!to\b|for\b)[\p{L}-]+)?|gifts?)(?:\s+(?:until|till|through|valid|for\s+the\s+(?:first|next)|(?:on|in)\s+the\s+first)\s+[^.,;]+?)?)(?=\s+(?:to|for|by|via|before|on|in)\b|[.,;\n]|$)/iu;

// Words behind which a place, a channel or an audience may stand: none of those is swallowed.
const WHOLE = String.raw`(?:(?!\b(?:to|by|via|at|with|who|(?:for|in|on)(?!\s+the\s+(?:first|next)))\b)[^.;!?\n])*?`;
/** “Offer them 15% off if they sign before May.”: a sentence of its own, to those who are named already. */
const OFFER_TO_THEM = new RegExp(
  String.raw`(?<=^|[.;!?\n]\s*)(?:please\s+)?(?:offer|give)\s+(?:them|everybody|everyone|each(?:\s+of\s+them)?)\s+(?<said>${WHOLE}(?:%|\b(?:free|half\s+price|discounts?|vouchers?|points|gifts?)\b)${WHOLE})(?=[.;!?\n]|$)`,
  'iu',
);

const YOURS: Readonly<Record<string, string>> = { they: 'you', them: 'you', their: 'your', theirs: 'yours' };
const toThem = (offer: string): string =>
  offer.replace(/\b(?:they|them|theirs?)\b/gi, (word) => YOURS[word.toLowerCase()] ?? word);

/** Without one is how a brief is anyway. */
const NO_OFFER = /(?<=[.;,\n]\s*)(?:no|without (?:an?|any)) (?:offer|discount|voucher)s?\s*(?:[.;,]|$)/giu;

function take(text: string, form: RegExp, between = ' '): [string, string | null] {
  const match = form.exec(text);
  const said = match?.groups?.said ?? match?.groups?.before ?? null;
  return match
    ? [`${text.slice(0, match.index)}${between}${text.slice(match.index + match[0].length)}`, said]
    : [text, null];
}

const KINDS: readonly (readonly [RegExp, OfferKind])[] = [
  [/discount|%|\boff\b|half price/i, 'discount'],
  [/voucher|code/i, 'voucher'],
  [/points/i, 'points'],
  [/free|gift/i, 'free_item'],
];

/** A labelled offer is the person's own sentence; one in the middle of a sentence is put into one. */
function offerOf(own: string | undefined, inline: string | null): BriefParts['offer'] {
  const says = own ? sentenceOf(own) : inline && `Our offer for you: ${inline.trim()}.`;
  if (!says || says.length < 3) return null;
  return { kind: KINDS.find(([form]) => form.test(says))?.[1] ?? 'other', says: says.slice(0, 300) };
}

const WORDS: Readonly<Record<string, string>> = {
  '฿': 'THB',
  baht: 'THB',
  '€': 'EUR',
  euro: 'EUR',
  $: 'USD',
  dollar: 'USD',
  '£': 'GBP',
  pound: 'GBP',
  '¥': 'JPY',
  yen: 'JPY',
};
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

function readMoney(text: string, fallback: string): BriefParts['budget'] {
  const [, digits = ''] = /(\d[\d.,]*)/.exec(text) ?? [];
  const value = Number(digits.replace(/[.,]$/, '').replaceAll(',', ''));
  const scale = /\d\s?(?:k|thousand)\b/i.test(text)
    ? 1000
    : /\d\s?(?:m|million)\b/i.test(text)
      ? 1_000_000
      : 1;
  const code = /\b[A-Z]{3}\b/.exec(text)?.[0];
  const word = Object.keys(WORDS).find((one) => text.toLowerCase().includes(one));
  const currency = code && CURRENCIES.has(code) ? code : word ? WORDS[word]! : fallback;
  return digits && Number.isFinite(value) ? { minor: toMinor(value * scale, currency), currency } : null;
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;])/g, '$1')
    .replace(/([.,;])[.,;\s]+(?=[.,;])/g, '$1')
    .replace(/([.;])[.,;]+/g, '$1')
    .replace(/^[\s.,;]+|[\s.,;]+$/g, '');

function sentenceOf(text: string | null | undefined): string | null {
  const said = tidy(text ?? '').slice(0, 298);
  if (said === '') return null;
  const whole = said.charAt(0).toUpperCase() + said.slice(1);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}
