// One recipient's message from what is known of the customer. Pure: everything it needs has been read before.
import type { ChannelRegistry, Rendered } from '../../channels/contract.ts';
import { fold } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft, Hidden } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { offerCode } from '../offers/offer-code.ts';
import { chooseLanguage } from './choose-language.ts';
import type { EmailShell } from './email-shell.ts';
import type { CustomerFacts } from './facts.ts';
import { type Frame, frameLetter, makeFrame } from './frame.ts';
import { withoutFacts } from './hide-facts.ts';
import {
  type Family,
  type Letter,
  type LetterKey,
  letterSource,
  ownWordings,
  writeLetter,
} from './letters.ts';
import { renewalOffer } from './renewal-offer.ts';
import { speechOf } from './speech.ts';
import type { CampaignType } from './types.ts';
import type { Finding } from './verify/finding.ts';
import { type VerifyInput, verifyMessage } from './verify/verify-message.ts';
import { makeView, type Tone, type View } from './view.ts';
import { inVoice, toneOfType, type Voice } from './voice.ts';
import { warnLanguage } from './warn-language.ts';
import { warnUnknown } from './warn-unknown.ts';
import { parseWording, unknownFields, type Wording, writeWording } from './wording.ts';

/** What of a context a letter needs. */
export type Desk = Pick<Ctx, 'tenant' | 'keys' | 'baseUrl'>;

export type ComposeInput = {
  /** With its schedule, what the letter says of days is true on the day it goes out. */
  draft: Pick<Draft, 'type' | 'tone' | 'topic' | 'wording'> &
    Partial<Pick<Draft, 'schedule' | 'offer' | 'hide' | 'length' | 'language' | 'translations'>>;
  /** All recipients of the campaign: with more than one at a customer the letter greets the team. */
  recipients: readonly Recipient[];
  /** For the length that each channel takes; without it the platforms' usual ones. */
  channels?: ChannelRegistry;
  /** Whose recipients may have texts of their own (core/content/writing/). */
  campaignId?: string;
  /** The campaign whose offer's codes the letters name; without it they name none. */
  codesFor?: string;
  /** Goes to a tester, whose click on "unsubscribe" must not stop the customer's contact. */
  isTest?: boolean;
};

/** A message as it would go out, what the checks say of it, and what it was made from. */
export type Composed = {
  recipient: Recipient;
  rendered: Rendered;
  findings: Finding[];
  letter: Letter;
  made: Made;
};

export type Made = {
  facts: CustomerFacts;
  view: View;
  frame: Frame;
  type: string;
  tone: Tone;
  topic: string | null;
  check: Omit<VerifyInput, 'letter' | 'rendered'>;
};

// Meta takes 1,024 characters in a template's body, LINE 5,000 in a text message, Twilio ten segments.
const USUAL_LENGTHS: Record<string, number> = { whatsapp: 1024, line: 5000, sms: 1600 };

export type LetterPlan = ComposeInput & {
  type: CampaignType;
  wordings: ReadonlyMap<string, Wording>;
  /** Of a type that the workspace made. */
  own: Record<Family, Wording> | null;
  perCustomer: ReadonlyMap<string, number>;
  casualFor: ReadonlySet<string>;
  sources: Map<string, string[]>;
  /** The workspace's own words as well. */
  offers: string[];
  allowedLinks: string[];
  voice: Voice;
};

/** What all letters of a campaign share; `template:invalid` for wording that cannot be read. */
export function planLetters(
  desk: Desk,
  { type, ...input }: ComposeInput & { type: CampaignType },
): LetterPlan {
  const { settings } = desk.tenant;
  const counts = Map.groupBy(input.recipients, ({ customerId }) => customerId);
  return {
    ...input,
    type,
    own: type.letter ? ownWordings(type.letter, type.defaultTone) : null,
    wordings: new Map(
      Object.entries(input.draft.wording).map(([channel, given]) => [channel, parseWording(channel, given)]),
    ),
    perCustomer: new Map(
      [...counts].map(([id, all]) => [id, new Set(all.map(({ contactId }) => contactId)).size]),
    ),
    casualFor: new Set(settings.casualFor.map(fold)),
    voice: settings.voice,
    sources: new Map(),
    offers: settings.renewalOffers.flatMap((offer) => [offer.says, ...Object.values(offer.in)]),
    allowedLinks: [desk.baseUrl, ...(settings.supportUrl ? [settings.supportUrl] : [])],
  };
}

type One = {
  plan: LetterPlan;
  recipient: Recipient;
  facts: CustomerFacts;
  shell: EmailShell | null;
  hidden?: readonly Hidden[];
};

/** `shell` lays out the HTML twin of e-mail; without it there is none. */
export function composeOne(desk: Desk, { plan, recipient, facts: known, shell, hidden = [] }: One): Composed {
  const { type, draft } = plan;
  const facts = withoutFacts(known, hidden);
  const family = familyOf(recipient.channel, plan.channels);
  const tone = toneFor(plan, facts);
  const { settings } = desk.tenant;
  const chosen = chooseLanguage({
    draft,
    recipient,
    facts,
    type: type.key,
    home: settings.locale,
    renewalOffer: type.saysRenewalOffer ? renewalOffer(settings, facts) : null,
    ownWords: {
      exist: plan.own !== null || plan.wordings.has(recipient.channel),
      in: (one) => plan.wordings.has(`${recipient.channel}/${one}`),
    },
  });
  const { language } = chosen;
  const isTeam = (plan.perCustomer.get(facts.customerId) ?? 1) > 1;
  const view = makeView(desk, {
    facts,
    recipient,
    isTeam,
    tone,
    topic: chosen.topic,
    offer: chosen.offer,
    offerCode: codeOf(desk, { plan, recipient }),
    language,
  });
  const key = { language, type: type.key, family, tone };
  const own = plan.own?.[family];
  const given = plan.wordings.get(`${recipient.channel}/${language}`) ?? plan.wordings.get(recipient.channel);
  const builtIn = own
    ? writeWording(own, view, { body: '' })
    : spoken(writeBuiltIn(key, { view, isShort: draft.length === 'short' }), plan.voice, view);
  const letter = given ? writeWording(given, view, builtIn) : builtIn;
  const wording = given ?? own;
  const isOwnBody = Boolean(given?.body ?? own);
  const frame = makeFrame(desk, {
    view,
    language,
    channel: recipient.channel,
    family,
    purpose: recipient.consent.purpose,
    contactId: recipient.contactId,
    isTest: plan.isTest ?? false,
  });
  const check: Made['check'] = {
    facts,
    view,
    sources: sourcesOf(plan, { key: own ? '' : letterSource(key), wording }),
    author: isOwnBody ? 'person' : 'template',
    channel: recipient.channel,
    hasSubject: family === 'email',
    purpose: recipient.consent.purpose,
    voice: plan.voice,
    language,
    maxLength: maxLength(recipient.channel, plan.channels),
    allowedLinks: plan.allowedLinks,
  };
  const rendered = frameLetter(letter, frame, shell);
  const findings = [
    ...verifyMessage({ ...check, letter, rendered }).map((finding) =>
      named(finding, { wording, view, family }),
    ),
    ...warnLanguage(chosen, { settings, speech: speechOf(language) }),
    ...warnUnknown({ facts: known, view, type, draft, family, purpose: check.purpose }),
  ];
  const made = { facts, view, frame, type: type.key, tone, topic: chosen.topic, check };
  return { recipient, rendered, findings, letter, made };
}

function spoken(letter: Letter, voice: Voice, { customer, contact, units, sender }: View): Letter {
  const names = [customer.name, contact.name, ...(units ?? []), sender.company, sender.signature];
  const said = (text: string) =>
    inVoice(
      text,
      voice,
      names.filter((name) => name !== null),
    );
  return { ...(letter.subject ? { subject: said(letter.subject) } : {}), body: said(letter.body) };
}

function codeOf({ keys }: Desk, { plan, recipient }: Pick<One, 'plan' | 'recipient'>): string | null {
  const { draft, codesFor: campaignId, isTest = false } = plan;
  const terms = draft.offer?.code;
  if (!terms || !campaignId) return null;
  return offerCode(keys, { campaignId, contactId: recipient.contactId, prefix: terms.prefix, isTest });
}

type Shape = { view: View; isShort: boolean };

/** A short e-mail has its own subject and the body of the chat letter. */
function writeBuiltIn(key: LetterKey, { view, isShort }: Shape): Letter {
  const letter = writeLetter(key, view);
  if (!isShort || key.family === 'chat') return letter;
  return { ...letter, body: writeLetter({ ...key, family: 'chat' }, view).body };
}

/** The person's choice, else casual where the workspace says so of the brand, one above it, or the business type, else the type's. */
function toneFor(
  { draft, casualFor, type, voice }: LetterPlan,
  { brandPath, type: business }: CustomerFacts,
): Tone {
  if (draft.tone) return draft.tone;
  const isCasual = [...brandPath, business ?? ''].some((name) => casualFor.has(fold(name)));
  return isCasual ? 'casual' : toneOfType(voice, type);
}

function sourcesOf(
  { draft, sources, offers, voice }: LetterPlan,
  { key, wording }: { key: string; wording: Wording | undefined },
) {
  const text = wording?.source ?? key;
  const known = sources.get(text) ?? [text, key, ...ownWords(draft), ...offers, ...instead(voice)];
  sources.set(text, known);
  return known;
}

const instead = ({ avoid }: Voice): string[] => avoid.flatMap(({ say }) => say ?? []);

function ownWords({ topic, offer, translations = {} }: LetterPlan['draft']): string[] {
  const translated = Object.values(translations).flatMap((one) => [one.topic, one.offer]);
  return [topic, offer?.says, ...translated].flatMap((words) => words ?? []);
}

export function familyOf(channel: string, channels?: ChannelRegistry): Family {
  const hasSubject = channels?.get(channel)?.capabilities.hasSubject ?? channel === 'email';
  return hasSubject ? 'email' : 'chat';
}

const maxLength = (channel: string, channels?: ChannelRegistry): number | null =>
  channels?.get(channel)?.capabilities.maxTextLength ?? USUAL_LENGTHS[channel] ?? null;

type Naming = { wording: Wording | undefined; view: View; family: Family };

// "Something is not known" is of little help to whoever wrote the wording: say which field.
function named(finding: Finding, { wording, view, family }: Naming): Finding {
  if (!wording || !finding.message.includes('not known here')) return finding;
  const fields = unknownFields(wording, view, family).join(', ');
  return {
    ...finding,
    message: `The wording prints ${fields || 'a field'}, which is not known here: put it in {% if … %}, or leave it out.`,
  };
}
