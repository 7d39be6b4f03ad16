// One recipient's message from what is known of the customer. Pure: everything it needs has been read before.
import type { Rendered } from '../../channels/contract.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Hidden } from '../campaigns/draft.ts';
import { LETTER_LANGUAGES } from '../campaigns/draft.ts';
import { offerCode } from '../offers/offer-code.ts';
import { hasFamiliar, warnAddress } from './address-form.ts';
import { answerUrl } from './answer-link.ts';
import { builtInLetter } from './built-in-letter.ts';
import { channelForm, type Family } from './channel-form.ts';
import { chooseLanguage } from './choose-language.ts';
import type { EmailShell } from './email-shell.ts';
import type { CustomerFacts } from './facts.ts';
import { type Frame, frameLetter, makeFrame } from './frame.ts';
import { withoutFacts } from './hide-facts.ts';
import { type Desk, type LetterPlan, sourcesOf, toneFor } from './letter-plan.ts';
import { type Letter, letterSource } from './letters.ts';
import { noteRenewalOffer, renewalOffer } from './renewal-offer.ts';
import { noteShort, shortLetter } from './short-letter.ts';
import { speechOf } from './speech.ts';
import { spokenAsk } from './spoken/call.ts';
import { isSpoken } from './spoken/channels.ts';
import { questionOf } from './spoken/questions.ts';
import { isSurvey } from './types.ts';
import type { Finding } from './verify/finding.ts';
import { type VerifyInput, verifyMessage } from './verify/verify-message.ts';
import { makeView, type Tone, type View } from './view.ts';
import { warnImage } from './warn-image.ts';
import { warnLanguage } from './warn-language.ts';
import { warnUnknown } from './warn-unknown.ts';
import { unknownFields, type Wording, writeAsk, writeWording } from './wording.ts';

/** A message as it would go out, what the checks say of it, and what it was made from. */
export type Composed = {
  recipient: Recipient;
  rendered: Rendered;
  findings: Finding[];
  letter: Letter;
  made: Made;
  /** A to E, where the campaign has several. */
  variant?: string;
};

export type Made = {
  facts: CustomerFacts;
  view: View;
  frame: Frame;
  type: string;
  tone: Tone;
  topic: string | null;
  check: Omit<VerifyInput, 'letter' | 'rendered'>;
  /** What a renewal offers its reader, and why; null where offers are not by history. */
  byHistory: string | null;
  /** What it is told otherwise, as one of which readers; empty where as everybody. */
  readers: string;
  /** The whole text of a letter that is to be short. */
  inFull: string | null;
};

type One = {
  plan: LetterPlan;
  recipient: Recipient;
  facts: CustomerFacts;
  shell: EmailShell | null;
  hidden?: readonly Hidden[];
  variant?: string | null;
  readers?: string;
};

/** `shell` lays out the HTML twin of e-mail; without it there is none. */
export function composeOne(desk: Desk, one: One): Composed {
  const { plan, recipient, facts: known, shell, hidden = [], variant, readers = '' } = one;
  const { type, draft } = plan;
  const facts = withoutFacts(known, hidden);
  const form = channelForm(recipient.channel, plan.channels);
  const { family } = form;
  const tone = toneFor(plan, facts);
  const { settings } = desk.tenant;
  const byRules = type.saysRenewalOffer ? renewalOffer(settings, facts) : null;
  const chosen = chooseLanguage({
    draft,
    recipient,
    facts,
    type: type.key,
    home: settings.locale,
    renewalOffer: byRules,
    ownWords: {
      exist: plan.own !== null || plan.wordings.has(recipient.channel),
      in: (one) => plan.wordings.has(`${recipient.channel}/${one}`),
    },
  });
  const { language } = chosen;
  const isTeam = (plan.perCustomer.get(facts.customerId) ?? 1) > 1;
  // Several people are spoken to as before: who is on familiar terms with one is not with the house.
  const address = draft.address === 'familiar' && !isTeam && hasFamiliar(language) ? 'familiar' : 'polite';
  const mustSpeak = isSpoken(recipient.channel);
  const link = mustSpeak ? null : (draft.link ?? null);
  const answering =
    link === null && !form.isPublic ? answerLinkOf(desk, { plan, recipient, language }) : null;
  const view = makeView(desk, {
    facts,
    recipient,
    isTeam,
    tone,
    topic: chosen.topic,
    offer: chosen.offer,
    offerCode: codeOf(desk, { plan, recipient }),
    link: link ?? answering,
    isAnswerLink: answering !== null,
    isShort: draft.length === 'short',
    language,
    address,
  });
  const gender = settings.words[language]?.gender;
  const key = { language, type: type.key, family, tone, address, gender } as const;
  const own = plan.own?.[family];
  const given = plan.wordings.get(`${recipient.channel}/${language}`) ?? plan.wordings.get(recipient.channel);
  const spoken = mustSpeak && !plan.own ? spokenAsk({ language, question: questionOf(type) }) : null;
  const ask = (given ? writeAsk(given, view) : null) ?? spoken;
  const write = (seen: View): Letter => {
    const builtIn = builtInLetter({ plan, key, form, view: seen, ask });
    return given ? writeWording(given, seen, builtIn) : builtIn;
  };
  const wording = given ?? own;
  const isOwnBody = Boolean(given?.body ?? own);
  const frame = makeFrame(desk, {
    view,
    language,
    channel: recipient.channel,
    form,
    purpose: recipient.consent.purpose,
    contactId: recipient.contactId,
    campaignId: plan.codesFor ?? '',
    image: plan.image ?? null,
    ...{ address, type },
    isTest: plan.isTest ?? false,
  });
  const check: Made['check'] = {
    facts,
    view,
    sources: sourcesOf(plan, { key: own ? '' : letterSource(key), wording }),
    author: isOwnBody ? 'person' : 'template',
    ...(given ? { hasOwnWords: true } : {}),
    channel: recipient.channel,
    form,
    listsUnits: type.listsUnits === true,
    purpose: recipient.consent.purpose,
    voice: plan.voice,
    language,
    allowedLinks: plan.allowedLinks,
    ...(plan.unitsHere ? { unitsHere: plan.unitsHere } : {}),
  };
  const faultsOf = (one: Letter): number =>
    verifyMessage({ ...check, letter: one, rendered: frameLetter(one, frame, null) }).length;
  const { letter, inFull } = shortLetter({
    ...{ write, view, faultsOf },
    own: isOwnBody ? (wording ?? null) : null,
  });
  const rendered = frameLetter(letter, frame, shell);
  const byHistory = type.saysRenewalOffer
    ? noteRenewalOffer(settings, { offer: byRules, body: letter.body, language })
    : [];
  const findings = [
    ...verifyMessage({ ...check, letter, rendered }).map((finding) =>
      named(finding, { wording, view, family }),
    ),
    ...warnLanguage(chosen, {
      settings,
      speech: speechOf(language),
      units: type.listsUnits === true && form.family !== 'glance' ? facts.units : [],
    }),
    ...warnAddress({ wanted: draft.address, used: address, language, isTeam, isOwn: isOwnBody }),
    ...byHistory,
    ...warnImage({ image: plan.image, wanted: draft.image, rendered }),
    ...noteShort(letter, inFull),
    ...warnUnknown({ facts: known, view, type, draft, unit: settings.unit }),
  ];
  const made = {
    ...{ facts, view, frame, type: type.key, tone, topic: chosen.topic, check },
    byHistory: byHistory[0]?.message ?? null,
    inFull: inFull?.body ?? null,
    readers,
  };
  return { recipient, rendered, findings, letter, made, ...(variant ? { variant } : {}) };
}

function codeOf({ keys }: Desk, { plan, recipient }: Pick<One, 'plan' | 'recipient'>): string | null {
  const { draft, codesFor: campaignId, isTest = false } = plan;
  const terms = draft.offer?.code;
  if (!terms || !campaignId) return null;
  return offerCode(keys, { campaignId, contactId: recipient.contactId, prefix: terms.prefix, isTest });
}

/** Where a survey is answered without writing; a call has nowhere to press. */
function answerLinkOf(
  desk: Desk,
  { plan, recipient, language }: Pick<One, 'plan' | 'recipient'> & { language: string },
): string | null {
  const { type, codesFor: campaignId, isTest = false } = plan;
  const isWanted = isSurvey(type) && desk.tenant.settings.links.answers && !isSpoken(recipient.channel);
  if (!isWanted || !campaignId) return null;
  const whose = { tenantId: desk.tenant.id, campaignId, contactId: recipient.contactId };
  return answerUrl(desk, {
    ...whose,
    isTest,
    language: LETTER_LANGUAGES.find((one) => one === language) ?? null,
  });
}

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
