// What a brief offers: a sentence of its own, or a few words in the middle of one.
import type { OfferTerms } from '../../../core/campaigns/draft.ts';
import type { Sayable } from '../offer/bound-offer.ts';
import { OFFER_PHRASE } from '../offer/offer-phrase.ts';
import { tidy } from './cut-brief.ts';

export type Offer = Sayable & { code?: OfferTerms | null };

const SIGN = String.raw`%|\b(?:free|half\s+price|discounts?|vouchers?|points|gifts?)\b`;
// Words behind which a place, a channel or an audience may stand: none of those is swallowed.
const WHOLE = String.raw`(?:(?!\b(?:to|by|via|at|with|who|(?:for|in|on)(?!\s+the\s+(?:first|next)))\b)[^.;!?\n])*?`;
/** “Offer them 15% off if they sign before May”: to those who are named already. */
const TO_THEM = new RegExp(
  String.raw`^(?:please\s+)?(?:offer|give)\s+(?:them|everybody|everyone|each(?:\s+of\s+them)?)\s+(?<said>${WHOLE}(?:${SIGN})${WHOLE})$`,
  'iu',
);
/** “… und bietet ihnen 10 % Rabatt bis Dezember an”, “et offrez-leur un mois gratuit”: up to the end of the statement. */
const TO_THEM_ELSEWHERE =
  /[,;]?\s*(?:(?:und|et|y|e)\s+)?(?:biete(?:n|t)?(?:\s+(?:ihnen|ihr|wir\s+ihnen))|(?:offrez|proposez|offrons|proposons|offrir|proposer)(?:[-\s]leur)?|(?:ofréce|ofrece|ofrecer|ofrezca|propón)(?:les|mosles)?|(?:ofereça|oferecer|ofereçam)(?:-lhes)?)\s+(?<said>(?:[^.;!?\n]|\d\.)*?(?:%|gratis|kostenlos|rabatt|gutschein|gratuit|remise|offert|descuento|desconto|grátis|vale)(?:[^.;!?\n]|\d\.)*?)(?:\s+an)?$|[,;]?\s*\b(?:con|avec|mit|com)\s+(?<short>(?:[\p{L}\d%]+\s+){0,4}?(?:gratis|gratuite?s?|kostenlos\p{L}*|rabatt|descuento|desconto|remise|grátis))(?!\p{L})/iu;
// It ends where an audience may begin: what is meant for whom is never swallowed.
const INLINE =
  /(?:[,;]?\s*\b(?:and\s+)?(?:offer(?:ing)?(?:\s+them)?|with|giv(?:e|ing)(?:\s+them)?|including)\s+|[,;:]?\s*\b(?:they|each(?:\s+of\s+them)?|everybody|everyone)\s+(?:will\s+|can\s+)?(?:get|receive|earn)s?\s+|[,;]\s*(?=\d{1,2}\s?%|[^.,;\n]{0,40}\bhalf\s+price\b))(?<said>(?:an?\s+|the\s+)?(?:[\p{L}\d%.-]+\s+){0,5}?(?:discounts?|off|half\s+price|vouchers?|points|free(?:\s+(?!to\b|for\b|until\b|till\b)[\p{L}-]+){0,3}|gifts?)(?:\s+(?:until|till|through|valid|for\s+(?:the\s+(?:first|next)|every|each)|(?:(?:on|in)\s+)?(?:the|their|your)\s+(?:first|next|second|whole))\s+[^.,;]+?){0,2})(?=\s+(?:to|for|by|via|before|on|in)\b|[.,;\n]|$)/iu;
/** Whatever else is offered in a phrase of its own. */
const WITH_PHRASE = new RegExp(
  String.raw`[,;]?\s*\b(?:and\s+)?(?:offer(?:ing)?(?:\s+them)?|with|giv(?:e|ing)\s+them|including|they(?:\s+will)?\s+(?:get|receive))\s+${OFFER_PHRASE}`,
  'iu',
);
/** 「2つ目のゾーンを10%割引で提案したい」, “แจกคูปองส่วนลด 500 บาทให้โรงแรม…” */
const ASIAN =
  /(?:[、,]\s*)?(?<said>(?:[^、。,]{1,30}?を)?[\d.]+\s*[%％]\s*(?:割引|オフ|引き)|[^、。,]{0,20}無料[^、。,]{0,10}?)(?:で|を)(?:提案|提供|案内|プレゼント)|(?:แจก|มอบ|เสนอ|ให้)\s*(?<short>(?:คูปอง|บัตรกำนัล|ส่วนลด|โค้ด)[^\n]{0,20}?\d[\d,.]*\s*(?:บาท|%|เปอร์เซ็นต์))(?=\s*(?:ให้|แก่|กับ|สำหรับ))/iu;
/** “… should get an offer to renew: one month free until January” */
const BEHIND_COLON =
  /^(?<rest>.*(?:\boffer|\bangebot|\boffre\b|\boferta|ข้อเสนอ|特典|优惠|優惠)[^:：]*)[:：]\s*(?<said>.+)$/iu;
/** “Für alle Hotels in Bangkok: 10 % Rabatt auf die zweite Zone” */
const FOR_THEM =
  /^(?<rest>(?:for|für|pour|para|an|to|a)\s+(?:all|every|each|the|alle|tous|toutes|todos|todas|los|las|les)\p{L}*\s[^:：]{3,80})[:：]\s*(?<said>.+)$/iu;
/** A statement that is nothing but the offer, in any of the languages. */
const ALONE =
  /^(?=.*\d\s?%)(?!.*\b(?:go(?:es)?\s+up|increas|rise|price\s+change)).+|\b(?:free|half\s+price|discounts?|vouchers?|gifts?|bonus\s+points)\b|\b(?:gratis|kostenlos\w*|Rabatt|Gutschein|descuento|gratuit\w*|remise|desconto|grátis|bono)\b|ส่วนลด|ฟรี|割引|無料|折扣|免费|免費/iu;
const GETS = /^(?:they|you)\s+(?:(?:will|can)\s+)?(?:(?:all|each)\s+)?(?:get|receive|earn)\s+/iu;
const LEAD =
  /^(?:please\s+)?(?:(?:we\s+)?(?:can\s+|will\s+)?(?:offer(?:ing)?|give|giving)(?:\s+(?:them|everybody|everyone|each))?|ofrecer(?:les)?|ofrecemos|oferecer|offrir|wir\s+bieten|anbieten|ให้|มอบ)\s*:?\s*/iu;
/** Without one is how a brief is anyway. */
const NONE = /(?<=^|[,;]\s*)(?:no|without (?:an?|any)) (?:offer|discount|voucher)s?\s*(?=[.;,]|$)/iu;

/** What is told of somebody is more than an offer. */
const SPEAKS_OF = /\b(?:ask|invite|remind|customers?|clients?|members?|guests?|push|campaign)\b/i;

export type Taken = { rest: string; offer: string | null };

const OPENS =
  /^(?:an?\s+|the\s+)?(?:\d{1,2}\s?%|(?:first|second)\s.*\b(?:free|half\s+price)\b|discount|voucher|free\b)/i;

/** `isAlone` says that the statement names nobody, so that all of it may be the offer. */
export function takeOffer(statement: string, isAlone: boolean): Taken {
  const plain = tidy(statement.replace(NONE, ''));
  const told = TO_THEM.exec(plain)?.groups?.said;
  if (told) return { rest: '', offer: toThem(told) };
  if (OPENS.test(plain) || (isAlone && ALONE.test(plain) && !SPEAKS_OF.test(plain)))
    return { rest: '', offer: toThem(plain.replace(LEAD, '').replace(GETS, '')) };
  const behind = BEHIND_COLON.exec(plain)?.groups;
  if (behind && ALONE.test(behind.said!) && !SPEAKS_OF.test(behind.said!))
    return { rest: tidy(behind.rest!), offer: toThem(behind.said!) };
  const forThem = FOR_THEM.exec(plain)?.groups;
  if (forThem && ALONE.test(forThem.said!))
    return { rest: tidy(forThem.rest!), offer: toThem(forThem.said!) };
  const inline =
    TO_THEM_ELSEWHERE.exec(plain) ?? INLINE.exec(plain) ?? WITH_PHRASE.exec(plain) ?? ASIAN.exec(plain);
  if (!inline) return { rest: plain, offer: null };
  const rest = `${plain.slice(0, inline.index)} ${plain.slice(inline.index + inline[0].length)}`;
  const { said: words, short, offer: phrase } = inline.groups!;
  return { rest: tidy(rest), offer: toThem((words ?? short ?? phrase)!.trim()) };
}

const YOURS: Readonly<Record<string, string>> = { they: 'you', them: 'you', their: 'your', theirs: 'yours' };
export const toThem = (offer: string): string =>
  offer.replace(/\b(?:they|them|theirs?)\b/gi, (word) => YOURS[word.toLowerCase()] ?? word);

const KINDS: readonly (readonly [RegExp, Offer['kind']])[] = [
  [/discount|%|\boff\b|half price|rabatt|descuento|remise|desconto|ส่วนลด|割引|折扣/i, 'discount'],
  [/voucher|coupon|gift card|code|gutschein|bono/i, 'voucher'],
  [/points/i, 'points'],
  [/free|gift|gratis|kostenlos|gratuit|grátis|ฟรี|無料|免费|免費/i, 'free_item'],
];
/** How an offer in a few words becomes a sentence for its readers. */
const OPENINGS: Readonly<Record<string, string>> = {
  en: 'Our offer for you: ',
  de: 'Unser Angebot für Sie: ',
  fr: 'Notre offre pour vous : ',
  es: 'Nuestra oferta para usted: ',
  pt: 'A nossa oferta para si: ',
  th: 'ข้อเสนอสำหรับคุณ: ',
  ja: '特典のご案内：',
  zh: '专属优惠：',
};

/** A labelled offer is the person's own sentence; a few words are put into one of the brief's language. */
export function offerOf(
  own: string | undefined,
  { inline, language }: { inline: string | null; language: string },
): Offer | null {
  const says = own
    ? sentenceOf(own)
    : inline && sentenceOf(`${OPENINGS[language] ?? OPENINGS.en}${inline.trim()}`);
  if (!says || says.length < 3) return null;
  return { kind: KINDS.find(([form]) => form.test(says))?.[1] ?? 'other', says: says.slice(0, 300) };
}

export function sentenceOf(text: string | null | undefined): string | null {
  const said = tidy(text ?? '').slice(0, 298);
  if (said === '') return null;
  const whole = said.charAt(0).toUpperCase() + said.slice(1);
  return /[.!?…。]$/u.test(whole)
    ? whole
    : `${whole}${/[\p{Script=Han}\p{Script=Hiragana}]$/u.test(whole) ? '。' : /\p{Script=Thai}$/u.test(whole) ? '' : '.'}`;
}
