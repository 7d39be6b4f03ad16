// What a template can print for one recipient: facts in the reader's formats. What is not known is null.
import { formatDate } from '../../lib/dates.ts';
import { formatAmount, formatMoney, type Money } from '../../lib/money.ts';
import { joinWords } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { TenantSettings } from '../tenants/settings.ts';
import { type AddressForm, familiarGreeting } from './address-form.ts';
import { cleanLine, cleanName } from './clean-text.ts';
import type { CustomerFacts } from './facts.ts';
import type { Desk } from './letter-plan.ts';
import { letterLanguage } from './letters.ts';
import { OCCASION_NAMES } from './occasion-names.ts';
import { occasionPhrase } from './occasion-phrases.ts';
import { isOnlyOccasion, occasionFor } from './occasions.ts';
import { renewalOffer } from './renewal-offer.ts';
import { isSober } from './sober-news.ts';
import { type Speech, speechOf } from './speech.ts';

export type Tone = 'formal' | 'casual';

/** The names that a template may use, as nested records of printable values. */
export type View = ReturnType<typeof makeView>;

export type ViewInput = {
  facts: CustomerFacts;
  recipient: Pick<Recipient, 'contactName' | 'role'>;
  /** More than one person at this customer gets the campaign. */
  isTeam: boolean;
  tone: Tone;
  topic: string | null;
  offer: string | null;
  /** The recipient's own code of it. */
  offerCode?: string | null;
  /** Where its call to action leads. */
  link?: string | null;
  /** It leads to the page on which a survey is answered. */
  isAnswerLink?: boolean;
  /** Only what it is about, and what it asks for. */
  isShort?: boolean;
  address?: AddressForm;
  /** BCP 47; dates and numbers are written for it. */
  language: string;
};

/** The settings' own words for "not set yet": a letter leaves them out. */
const UNSET_COMPANY = 'Your company';

export function makeView(desk: Pick<Desk, 'tenant'>, input: ViewInput) {
  const { facts, isTeam } = input;
  const { settings } = desk.tenant;
  const name = isTeam ? null : cleanName(input.recipient.contactName);
  const speech = speechOf(input.language);
  const words = settings.words[input.language];
  const isHome = (letterLanguage(settings.locale) ?? 'en') === input.language;
  const unit = words?.unit ?? (isHome ? null : speech?.unit) ?? settings.unit;
  return {
    greeting: speech
      ? familiarGreeting(speech.greet({ name, house: facts.name }, input.tone), input)
      : greet(input, name),
    is_team: isTeam,
    /** What may be left out of a short letter stands under it. */
    in_full: !input.isShort,
    customer: {
      name: facts.name,
      of: speech?.of?.(facts.name) ?? facts.name,
      brand: facts.brand,
      type: facts.type,
      city: facts.city,
      country: facts.country,
    },
    contact: { name, role: input.recipient.role.replaceAll('_', ' ') },
    ...unitView(facts, { unit, speech, alias: settings.unit.many }),
    contract: contractView(facts, settings, { unit, speech, language: input.language }),
    attributes: facts.attributes,
    sender: {
      ...senderView(settings, speech),
      ...(speech ? { service: words?.service ?? speech.service } : {}),
      sign_off: settings.voice.signOff[input.language]?.[input.tone] ?? null,
    },
    offer: input.offer,
    offer_code: input.offerCode ?? null,
    link: input.link ?? null,
    link_label: input.isAnswerLink ? (speech?.answer ?? 'Or answer here') : (speech?.more ?? 'Find out more'),
    ...topicView(input, speech),
  };
}

/**
 * The full name as the contact's record has it, because which part is the family name, and which title fits, differs
 * by country; the customer's team where several people get it, or nobody's name is known.
 */
function greet({ facts, tone }: ViewInput, name: string | null): string {
  const whom = name ?? (/\bteam$/i.test(facts.name) ? facts.name : `${facts.name} team`);
  return `${tone === 'formal' ? 'Dear' : 'Hello'} ${whom}`;
}

type Units = { unit: TenantSettings['unit']; speech: Speech | null };

function unitView(facts: CustomerFacts, { unit, speech, alias: word }: Units & { alias: string }) {
  const { units, unitCount } = facts;
  return {
    units: units.length > 0 ? units : null,
    unit_list: unitList(units, speech?.list ?? joinWords),
    /** More are paid for than are named. */
    has_more_units: unitCount !== null && units.length > 0 && unitCount > units.length,
    unit_count: unitCount,
    unit_phrase: unitCount === null ? null : `${unitCount} ${unitCount === 1 ? unit.one : unit.many}`,
    unit,
    ...alias(word, units.length > 0 ? units : null),
  };
}

// A name that holds a comma or "and" would blur the list.
function unitList(units: readonly string[], list: (words: readonly string[]) => string): string | null {
  if (units.length === 0) return null;
  return units.some((name) => /[,、]/.test(name)) ? units.join('; ') : list(units);
}

const OWN_NAMES = [
  'greeting',
  'customer',
  'contact',
  'contract',
  'attributes',
  'sender',
  'topic',
  'offer',
  'offer_code',
  'link',
  'link_label',
  'occasion',
];
const alias = (word: string, value: readonly string[] | null): Record<string, readonly string[] | null> =>
  /^[a-z][a-z0-9_]*$/.test(word) && !OWN_NAMES.includes(word) ? { [word]: value } : {};

const formatDay = (day: string, language: string): string =>
  formatDate(day, language === 'en' ? 'en-GB' : language);

function contractView(
  facts: CustomerFacts,
  settings: TenantSettings,
  { unit, speech, language }: Units & { language: string },
) {
  const { endsOn, daysLeft, unitPrice, total, unitCount } = facts;
  const money = (value: typeof total) => (value ? sayMoney(value, speech, language) : null);
  const price = money(unitPrice);
  const offer = renewalOffer(settings, facts);
  return {
    ends_on: endsOn ? formatDay(endsOn, language) : null,
    days_left: daysLeft !== null && daysLeft >= 0 ? daysLeft : null,
    has_ended: daysLeft !== null && daysLeft < 0,
    /** The year, where it is not the present one. */
    since_year:
      facts.since && facts.since.slice(0, 4) < facts.asOf.slice(0, 4) ? facts.since.slice(0, 4) : null,
    renewals: facts.renewals,
    offer: offer && (offer.in[language] ?? offer.says),
    price,
    total: money(total),
    sum:
      speech && price
        ? speech.sum({ count: unitCount, price, total: money(total), unit })
        : sumOf({ unitCount, price, total: money(total) }, unit),
  };
}

const sayMoney = (value: Money, speech: Speech | null, language: string): string =>
  speech
    ? speech.money(formatAmount(value, language), speech.currencies[value.currency] ?? value.currency)
    : formatMoney(value, language);

type Sum = { unitCount: number | null; price: string | null; total: string | null };

/** "4 zones × THB 12,000 = THB 48,000 a year"; null when there is no price. */
function sumOf({ unitCount, price, total }: Sum, unit: TenantSettings['unit']): string | null {
  if (!price) return null;
  if (!total || !unitCount) return `${price} per ${unit.one} and year`;
  return unitCount === 1 ? `${total} a year` : `${unitCount} ${unit.many} × ${price} = ${total} a year`;
}

/** "Your Lantern team" signs an English letter; in another language the name stands for itself. */
const ENGLISH_TEAM = /^(?:your|the)\s+(?<name>.+?)\s+team$/i;

const senders = new WeakMap<TenantSettings, Map<boolean, ReturnType<typeof makeSender>>>();

/** Who signs is the same in all letters of a workspace, in English or in another language. */
function senderView(settings: TenantSettings, speech: Speech | null) {
  const known = senders.get(settings) ?? new Map<boolean, ReturnType<typeof makeSender>>();
  senders.set(settings, known);
  const view = known.get(speech === null) ?? makeSender(settings, speech);
  known.set(speech === null, view);
  return view;
}

function makeSender({ sender, supportUrl }: TenantSettings, speech: Speech | null) {
  const company = sender.company === UNSET_COMPANY ? null : cleanName(sender.company);
  const signed = speech ? sender.signature.replace(ENGLISH_TEAM, '$<name>') : sender.signature;
  const signature = cleanName(signed);
  return {
    company,
    signature,
    /** The company below the signature, unless that says it already. */
    signs_for: company && signature?.includes(company) ? null : company,
    service: cleanName(sender.service) ?? 'service',
    email: sender.email,
    postal_address: cleanName(sender.postalAddress),
    support_url: supportUrl,
  };
}

// Longer than this a topic is a sentence, and a subject line would be cut in the middle of it.
const SUBJECT_TOPIC = 60;

function topicView({ facts, topic: given, language }: ViewInput, speech: Speech | null) {
  // Where sentences have no stop, one belongs to a word: Thai o'clock, for one.
  const ending = speech?.stop === '' ? /[\s,;:]+$/ : /[\s.,;:]+$/;
  const topic = given ? cleanLine(given).replace(ending, '') || null : null;
  const short = topic && topic.length <= SUBJECT_TOPIC ? topic : null;
  const sentence = topic && (/[!?…。！？]$/.test(topic) ? topic : `${topic}${speech?.stop ?? '.'}`);
  const occasion = occasionFor({ topic, country: facts.countryCode, asOf: facts.asOf });
  return {
    topic,
    topic_short: short,
    topic_title: short && capitalise(short),
    /** With the point at its end that it may lack. */
    topic_sentence: sentence,
    /** News that a letter is not pleased to tell. */
    is_sober: topic !== null && isSober(topic),
    /** The same where it stands alone. */
    topic_said: sentence && capitalise(sentence),
    occasion: OCCASION_NAMES[occasion.name]?.[language] ?? occasion.name,
    /** With the preposition and the article that go with it. */
    occasion_phrase: occasionPhrase(occasion.name, language),
    occasion_on: occasion.on ? formatDay(occasion.on, language) : null,
    occasion_in_days: occasion.inDays,
    occasion_topic: topic && !isOnlyOccasion(topic) ? topic : null,
  };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
